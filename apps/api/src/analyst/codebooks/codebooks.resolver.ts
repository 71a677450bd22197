import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { OwnCodingResult } from '#pipeline';
import {
  agenciesAs,
  codedByOf,
  draftLines,
  makeCodebook,
  openQuestions,
  ownCodebook,
  ownCodebooks,
  ownRuns,
  readCodebookVersion,
  sessionProposals,
  uncodedAnswers,
  wordsSaid,
  type OwnRunLine,
  type Transaction,
} from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { asRefusal, badRequest, notFound } from '../../graphql/errors.js';
import { Needs } from '../../sign-in/role-guard.js';
import type { Session } from '../../sign-in/session.js';
import {
  CodebookDraft,
  type CodebookRun,
  NewCodebookInput,
  OwnCodebook,
  QuestionToCode,
} from './codebooks.type.js';

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_CODE = 40;
const LONGEST_NAME = 120;
const NO_SUCH_QUESTION = {
  HB001: 'That engagement has no such question answered in people’s own words.',
};

/** Codebooks of agencies: which there are, and one as people shape it. */
@Resolver(() => OwnCodebook)
@Needs('editor', 'analyst')
export class CodebooksResolver {
  @Query(() => [OwnCodebook], {
    description: 'Editor or analyst: codebooks of the own agencies, and shared ones.',
  })
  ownCodebooks(@Context() { session }: ApiContext): Promise<OwnCodebook[]> {
    return session.work((tx) => ownCodebooks(tx));
  }

  @Query(() => [QuestionToCode], { description: 'Editor: open questions of the own agencies.' })
  @Needs('editor')
  questionsToCode(@Context() { session }: ApiContext): Promise<QuestionToCode[]> {
    return session.work((tx) => openQuestions(tx));
  }

  @Query(() => CodebookDraft, {
    nullable: true,
    description: 'Editor or analyst: a codebook as it is shaped.',
  })
  codebookDraft(
    @Args('code', { type: () => ID }) code: string,
    @Context() { session }: ApiContext,
  ): Promise<CodebookDraft | null> {
    return session.work((tx) => draftOf(tx, session, code));
  }

  @Mutation(() => CodebookDraft, {
    description:
      'Editor: makes a codebook for open questions of an engagement, and has its comments grouped.',
  })
  @Needs('editor')
  async makeCodebook(
    @Args('codebook', { type: () => NewCodebookInput }) input: NewCodebookInput,
    @Context() { session }: ApiContext,
  ): Promise<CodebookDraft> {
    const name = input.name.trim();
    if (!CODE.test(input.code) || input.code.length > LONGEST_CODE)
      throw badRequest(
        `A codebook’s code is lower-case words joined by hyphens, at most ${LONGEST_CODE} letters.`,
      );
    if (!name || name.length > LONGEST_NAME)
      throw badRequest(`Give the codebook a name of at most ${LONGEST_NAME} letters.`);
    const draft = await session.work(async (tx) => {
      const made = await makeCodebook(tx, { ...input, name }).catch(asRefusal(NO_SUCH_QUESTION));
      if (made === false) throw badRequest('A codebook of that code is there already.');
      return made ? draftOf(tx, session, input.code) : null;
    });
    if (!draft) throw notFound();
    return draft;
  }
}

/** The draft as the session may see it; null where it sees no such codebook. */
export async function draftOf(
  tx: Transaction,
  session: Session,
  code: string,
): Promise<CodebookDraft | null> {
  const codebook = await ownCodebook(tx, code);
  if (!codebook) return null;
  const newest = codebook.newest > 0 ? await readCodebookVersion(tx, code, codebook.newest) : null;
  const viewer = await session.viewer();
  const { teach, check } = await wordsSaid(tx, code);
  const waiting = await sessionProposals(tx, false);
  return {
    codebook,
    mayEdit: viewer !== null && agenciesAs(viewer, 'editor').includes(codebook.agency),
    codes: (await codedByOf(tx, code)).map((one) => ({ ...one, codedBy: [code] })),
    themes: await draftLines(tx, code),
    newestThemes: newest?.themes ?? [],
    runs: (await ownRuns(tx, code)).map(runOf),
    taught: teach,
    checked: check,
    uncoded: await uncodedAnswers(tx, code),
    waits: waiting.some(({ kind, subject }) => kind === 'own-codebook' && subject === code),
  };
}

const runOf = ({ result, ...run }: OwnRunLine): CodebookRun => ({
  ...run,
  coding: run.kind === 'code' && run.state === 'done' ? (result as OwnCodingResult) : null,
});
