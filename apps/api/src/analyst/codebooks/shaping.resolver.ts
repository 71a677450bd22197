import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { freeCode } from '#pipeline';
import {
  addDraftTheme,
  askOfCodebook,
  codeBy,
  draftLines,
  keepOwnCodebook,
  markMember,
  nextAnswer,
  ownCodebook,
  ownRuns,
  readCodebookVersion,
  recordLook,
  codeOneAnswer,
  shapeTheme,
  SHORTEST_REASON,
  signOffOwn,
  type Transaction,
} from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { asRefusal, badRequest, notFound } from '../../graphql/errors.js';
import { Needs } from '../../sign-in/role-guard.js';
import type { Session } from '../../sign-in/session.js';
import { segmentsOf } from '../coding/comment-shape.js';
import { draftOf } from './codebooks.resolver.js';
import {
  AnswerOutcomeEnum,
  type AnswerOutcome,
  AnswerSideEnum,
  type AnswerSide,
  AnswerToCode,
  CodebookDraft,
  ShapeThemeArgs,
} from './codebooks.type.js';
import { nextVersion } from './draft.js';

const NUMBER = /^\d{1,15}$/;
const LONGEST_NAME = 120;
const LONGEST_TEXT = 1_000;
const LONGEST_REASON = 500;

/** What people do to a codebook of their agency: shape its themes, teach and check its coder, let it speak. */
@Resolver(() => CodebookDraft)
@Needs('editor')
export class ShapingResolver {
  @Mutation(() => CodebookDraft, { description: 'Editor: keeps, renames, merges or drops a proposed theme.' })
  shapeTheme(
    @Args('codebook', { type: () => ID }) code: string,
    @Args() { theme, name, definition, excludes, state, into }: ShapeThemeArgs,
    @Context() { session }: ApiContext,
  ): Promise<CodebookDraft> {
    checkTexts({ name, definition, excludes });
    if (state === 'merged' && !into) throw badRequest('Say which theme it goes into.');
    const shaped = {
      name: name?.trim() ?? null,
      definition,
      excludes,
      state,
      into: into ? numberOf(into) : null,
    };
    return this.change(session, code, (tx) =>
      shapeTheme(tx, numberOf(theme), shaped).catch(
        asRefusal({ HB001: 'It can’t go into that theme: choose one that is kept, other than itself.' }),
      ),
    );
  }

  @Mutation(() => CodebookDraft, {
    description:
      'Editor: adds a theme of one’s own; comments that hold all of `words` are its first examples.',
  })
  addTheme(
    @Args('codebook', { type: () => ID }) code: string,
    @Args('name', { type: () => String }) name: string,
    @Args('definition', { type: () => String, defaultValue: '' }) definition: string,
    @Args('words', { type: () => String, defaultValue: '' }) words: string,
    @Context() { session }: ApiContext,
  ): Promise<CodebookDraft> {
    checkTexts({ name, definition, excludes: words });
    return this.change(session, code, async (tx) => {
      const taken = new Set((await draftLines(tx, code)).map((line) => line.code));
      const added = { code: freeCode(name, taken), name: name.trim(), definition: definition.trim(), words };
      return (await addDraftTheme(tx, code, added)) !== null;
    });
  }

  @Mutation(() => CodebookDraft, { description: 'Editor: parts the comments of a theme in two.' })
  splitTheme(
    @Args('codebook', { type: () => ID }) code: string,
    @Args('theme', { type: () => ID }) theme: string,
    @Context() { session }: ApiContext,
  ): Promise<CodebookDraft> {
    return this.change(
      session,
      code,
      async (tx) => (await askOfCodebook(tx, 'split_theme', numberOf(theme))) !== null,
    );
  }

  @Mutation(() => CodebookDraft, {
    description: 'Editor: groups again the comments of no theme that was kept, merged or dropped.',
  })
  groupComments(
    @Args('codebook', { type: () => ID }) code: string,
    @Context() { session }: ApiContext,
  ): Promise<CodebookDraft> {
    return this.change(session, code, async (tx) => (await askOfCodebook(tx, 'group_again', code)) !== null);
  }

  @Mutation(() => CodebookDraft, { description: 'Analyst: says whether a comment is of a proposed theme.' })
  @Needs('analyst')
  markComment(
    @Args('codebook', { type: () => ID }) code: string,
    @Args('theme', { type: () => ID }) theme: string,
    @Args('answer', { type: () => ID }) answer: string,
    @Args('yes', { type: () => Boolean }) yes: boolean,
    @Context() { session }: ApiContext,
  ): Promise<CodebookDraft> {
    return this.change(session, code, (tx) => markMember(tx, numberOf(theme), numberOf(answer), yes));
  }

  @Mutation(() => CodebookDraft, {
    description:
      'Editor: codes open questions of an engagement of the own agency by this codebook, which may be a shared one.',
  })
  codeQuestionsBy(
    @Args('codebook', { type: () => ID }) code: string,
    @Args('agency', { type: () => String }) agency: string,
    @Args('engagement', { type: () => String }) engagement: string,
    @Args('questions', { type: () => [String] }) questions: string[],
    @Context() { session }: ApiContext,
  ): Promise<CodebookDraft> {
    return this.change(session, code, (tx) => codeBy(tx, code, { agency, engagement, questions }));
  }

  @Mutation(() => CodebookDraft, {
    description:
      'Editor: keeps what was shaped as the next version and codes every answer by it. No edition counts by it before it is signed (`signOffCodebook`).',
  })
  codeByDraft(
    @Args('codebook', { type: () => ID }) code: string,
    @Context() { session }: ApiContext,
  ): Promise<CodebookDraft> {
    return this.change(session, code, async (tx) => {
      const book = await ownCodebook(tx, code);
      if (!book) return false;
      const before = book.newest > 0 ? await readCodebookVersion(tx, code, book.newest) : null;
      const { codebook, mapping } = nextVersion(book, await draftLines(tx, code), before);
      // Shaped as it was: people's codings since are reason enough to code again.
      if (before && JSON.stringify(before.themes) === JSON.stringify(codebook.themes))
        return (await askOfCodebook(tx, 'code_again', code)) !== null;
      const run = await keepOwnCodebook(tx, codebook, mapping);
      if (run === 0) throw badRequest('Somebody else kept a version meanwhile. Look at it again.');
      return run !== null;
    });
  }

  @Mutation(() => CodebookDraft, {
    description:
      'Editor: lets the latest coding speak from the next edition on. Where another editor is there it waits until that one agrees: see `proposals`.',
  })
  signOffCodebook(
    @Args('codebook', { type: () => ID }) code: string,
    @Args('reason', { type: () => String }) reason: string,
    @Context() { session }: ApiContext,
  ): Promise<CodebookDraft> {
    if (reason.length > LONGEST_REASON || reason.trim().length < SHORTEST_REASON)
      throw badRequest('Say why these are the right themes, in 40 to 500 letters: the edition prints it.');
    return this.change(session, code, async (tx) => {
      const latest = (await ownRuns(tx, code)).find(({ kind, state }) => kind === 'code' && state === 'done');
      if (!latest?.model) throw badRequest('Code the comments by these themes first.');
      return (await signOffOwn(tx, latest.model, reason.trim())) !== null;
    });
  }

  @Query(() => AnswerToCode, {
    nullable: true,
    description: 'Analyst: the next answer to code by this codebook; null where all are coded.',
  })
  @Needs('analyst')
  async nextToCode(
    @Args('codebook', { type: () => ID }) code: string,
    @Context() { session }: ApiContext,
  ): Promise<AnswerToCode | null> {
    return session.work(async (tx) => {
      if (!(await ownCodebook(tx, code))) return null;
      const latest = (await ownRuns(tx, code)).find(({ kind, state }) => kind === 'code' && state === 'done');
      const next = await nextAnswer(tx, code, latest?.model ?? null);
      if (!next) return null;
      await recordLook(tx, 'comments-read', 'codebook', { comments: 1 });
      const { answer, engagement, question, text, masks, purpose } = next;
      return { answer, engagement, question, purpose, segments: segmentsOf(text, masks, []) };
    });
  }

  @Mutation(() => CodebookDraft, {
    description:
      'Analyst: says which themes of the newest version an answer has, and where it stands to what was asked.',
  })
  @Needs('analyst')
  codeAnswer(
    @Args('codebook', { type: () => ID }) code: string,
    @Args('answer', { type: () => ID }) answer: string,
    @Args('outcome', { type: () => AnswerOutcomeEnum }) outcome: AnswerOutcome,
    @Args('themes', { type: () => [String], defaultValue: [] }) themes: string[],
    @Args('side', { type: () => AnswerSideEnum, nullable: true }) side: AnswerSide | null | undefined,
    @Context() { session }: ApiContext,
  ): Promise<CodebookDraft> {
    return this.change(session, code, async (tx) => {
      const id = await codeOneAnswer(tx, numberOf(answer), code, outcome, themes, side ?? null).catch(
        asRefusal({ HB001: 'Choose themes of the newest version, or say that none fits.' }),
      );
      return id !== null;
    });
  }

  /** Does it, and answers what the codebook is then. @throws ApiError where the session may not */
  private async change(
    session: Session,
    code: string,
    work: (tx: Transaction) => Promise<boolean>,
  ): Promise<CodebookDraft> {
    const draft = await session.work(async (tx) => ((await work(tx)) ? draftOf(tx, session, code) : null));
    if (!draft) throw notFound();
    return draft;
  }
}

function numberOf(id: string): number {
  if (!NUMBER.test(id)) throw notFound();
  return Number(id);
}

function checkTexts({
  name,
  definition,
  excludes,
}: {
  name?: string | null;
  definition?: string | null;
  excludes?: string | null;
}): void {
  if (name != null && (!name.trim() || name.length > LONGEST_NAME))
    throw badRequest(`Give the theme a name of at most ${LONGEST_NAME} letters.`);
  if ((definition ?? '').length > LONGEST_TEXT || (excludes ?? '').length > LONGEST_TEXT)
    throw badRequest(`Say when it counts, and when not, in at most ${LONGEST_TEXT} letters each.`);
}
