import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { stateOfDecision } from '#decisions';
import type { Agency as AgencyShape, HeldDecisionRecord } from '#domain';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notFound } from '../../graphql/errors.js';
import { Agency } from '../../public/agencies/agency.type.js';
import { Decisions, type DecisionNames } from '../../public/decisions/decisions.js';
import { Figures } from '../../public/figures/figures.js';
import { Needs } from '../../sign-in/role-guard.js';
import { askedBefore } from './asked-before.js';
import { AskedWordings } from './asked-wordings.js';
import { AskedBefore, Asking, AskingOutcome } from './asked.type.js';
import { wordsAsked } from './words-asked.js';

const MOST_WORDINGS = 20;

/** Who asked this before: facts of an edition, so that nobody asks again what was asked. */
@Resolver(() => AskedBefore)
@Needs('analyst')
export class AskedResolver {
  constructor(private readonly wordings: AskedWordings) {}

  @Query(() => AskedBefore, {
    description:
      'Analyst: questions of all agencies that ask about this, by their words and by what these mean, as the latest edition has them.',
  })
  async askedBefore(
    @Args('words', { type: () => String, description: 'What is to be asked: 2 to 200 characters.' })
    words: string,
    @Args('first', { type: () => Int, defaultValue: 8, description: 'Wordings: at most 20.' }) first: number,
  ): Promise<AskedBefore> {
    if (first < 1 || first > MOST_WORDINGS)
      throw badRequest(`Ask for 1 to ${MOST_WORDINGS} wordings at once.`);
    const like = await this.wordings.like(wordsAsked(words));
    return like
      ? askedBefore(like.found, like.edition, first)
      : { edition: null, wordings: 0, agencies: 0, nodes: [] };
  }
}

@Resolver(() => Asking)
@Needs('analyst')
export class AskingResolver {
  constructor(
    private readonly figures: Figures,
    private readonly decisions: Decisions,
  ) {}

  @ResolveField(() => Agency, { description: 'Who asked.' })
  async agency(@Parent() { agencyCode }: Asking, @Context() context: ApiContext): Promise<AgencyShape> {
    const { names } = await context.batch(this.known).load('now');
    const found = names.agencies.get(agencyCode);
    if (!found) throw notFound();
    return found;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'People who answered the question, as the edition tells them; null where that is hidden.',
  })
  async people(@Parent() asking: Asking, @Context() context: ApiContext): Promise<number | null> {
    const { engagement, question, edition } = asking;
    const answered = await context.batch(this.answered).load(`${edition} ${engagement}`);
    return answered.get(question) ?? null;
  }

  @ResolveField(() => [AskingOutcome], {
    description: 'Public decisions that answer the engagement, as they read now.',
  })
  async decided(@Parent() { engagement }: Asking, @Context() context: ApiContext): Promise<AskingOutcome[]> {
    const { decisions, day } = await context.batch(this.known).load('now');
    return decisions
      .filter(({ engagements }) => engagements.includes(engagement))
      .map((one) => ({
        id: one.id,
        title: one.title,
        decidedOn: one.decidedOn,
        state: stateOfDecision(one, day),
      }));
  }

  /** One engagement after the other: each may be a table of its own, and others ask too. */
  private readonly answered = async (
    _: ApiContext,
    keys: readonly string[],
  ): Promise<Map<string, number | null>[]> => {
    const all: Map<string, number | null>[] = [];
    for (const key of keys) {
      const [edition = '', engagement = ''] = key.split(' ');
      all.push(await this.figures.answeredIn(engagement, Number(edition)));
    }
    return all;
  };

  /** Asked once a request, whatever the key. */
  private readonly known = async (
    _: ApiContext,
    keys: readonly string[],
  ): Promise<{ names: DecisionNames; decisions: HeldDecisionRecord[]; day: string }[]> => {
    const [names, decisions, day] = await Promise.all([
      this.decisions.names(null),
      this.decisions.all(null),
      this.decisions.day(null),
    ]);
    return keys.map(() => ({ names, decisions, day }));
  };
}
