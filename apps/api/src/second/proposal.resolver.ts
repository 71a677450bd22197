import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  proposePublication,
  sessionAnswers,
  sessionProposals,
  SHORTEST_REASON,
  type Proposal as Line,
} from '#store';
import type { ApiContext } from '../graphql/context.js';
import { badRequest, notFound, refusedAsSaid } from '../graphql/errors.js';
import { Needs } from '../sign-in/role-guard.js';
import { Proposal } from './proposal.type.js';

const LONGEST_REMARK = 500;
const LONGEST_WORDS = 2_000;

const given = (text: string | null | undefined): string | null => text?.trim() || null;

/** What waits for a second person, and that person's word. Which right it takes, the database asks. */
@Resolver(() => Proposal)
@Needs('analyst', 'editor', 'lead', 'officer')
export class ProposalResolver {
  @Query(() => [Proposal], { description: 'What the viewer may propose or agree to, the latest first.' })
  async proposals(
    @Args('everything', {
      type: () => Boolean,
      defaultValue: false,
      description: 'Also what was decided.',
    })
    everything: boolean,
    @Context() { session }: ApiContext,
  ): Promise<Proposal[]> {
    return (await session.work((tx) => sessionProposals(tx, everything))).map(proposalOf);
  }

  @Mutation(() => Boolean, {
    description:
      'Agree to what somebody else proposed, or not. Whoever proposed it withdraws it by not agreeing.',
  })
  async answerProposal(
    @Args('id', { type: () => ID }) id: string,
    @Args('agrees', { type: () => Boolean }) agrees: boolean,
    @Args('remark', { type: () => String, defaultValue: '' }) remark: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    if (!/^\d{1,15}$/.test(id)) throw notFound();
    if (remark.length > LONGEST_REMARK) throw badRequest('Keep the remark to at most 500 characters.');
    await session.work((tx) => sessionAnswers(tx, Number(id), agrees, remark)).catch(refusedAsSaid);
    return true;
  }

  @Mutation(() => Proposal, {
    description:
      'Lead: asks for a new edition. It is published once another lead agrees; at once where there is none.',
  })
  @Needs('lead')
  async proposePublication(
    @Args('reason', { type: () => String }) reason: string,
    @Args('note', { type: () => String, nullable: true }) note: string | null | undefined,
    @Args('correction', { type: () => String, nullable: true }) correction: string | null | undefined,
    @Context() { session }: ApiContext,
  ): Promise<Proposal> {
    const words = { note: given(note), correction: given(correction) };
    if ([words.note, words.correction].some((text) => (text?.length ?? 0) > LONGEST_WORDS))
      throw badRequest('Keep the note and the correction to at most 2,000 characters each.');
    if (reason.trim().length < SHORTEST_REASON || reason.length > 2_000)
      throw badRequest('Say why, in 40 to 2,000 letters.');
    const made = await session
      .work(async (tx) => {
        const id = await proposePublication(tx, reason, words);
        return (await sessionProposals(tx, true)).find((one) => one.id === id);
      })
      .catch(refusedAsSaid);
    if (!made) throw notFound();
    return proposalOf(made);
  }
}

const proposalOf = (line: Line): Proposal => ({
  ...line,
  proposedAt: line.proposedAt.toISOString(),
  decidedAt: line.decidedAt && line.decidedAt.toISOString(),
});
