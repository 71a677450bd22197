import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Codebook, Theme } from '#domain';
import type { CodebookChange } from '#themes';
import {
  agenciesAs,
  askCoder,
  countOpenSafeguarding,
  countPile,
  countToRecode,
  keepCodebook,
  newestCodebook,
  readCodebookVersions,
  readCoderRun,
  readDisagreements,
  readEveryRun,
  readLatestRuns,
  readModels,
  seesEveryAgency,
  SHORTEST_REASON,
  signOffModel,
  type ModelLine,
  type RunLine,
  type Transaction,
} from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notFound } from '../../graphql/errors.js';
import { Needs } from '../../sign-in/role-guard.js';
import type { Session } from '../../sign-in/session.js';
import { coderRunsAsTold, modelsAsTold } from './coder-as-told.js';
import {
  CodebookChangeInput,
  CoderRun,
  Workbench,
  WorkEnum,
  type ModelComparison,
  type ThemeInput,
  type Work,
} from './coder.type.js';

const LONGEST_NOTE = 500;
const MOST_MODELS = 20;
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The coder itself: train it, see what would change, let it speak; and the codebook that it codes by. */
@Resolver(() => Workbench)
@Needs('analyst')
export class CoderResolver {
  @Query(() => Workbench)
  @Needs('analyst', 'editor', 'duty')
  workbench(@Context() { session }: ApiContext): Promise<Workbench> {
    return session.work(async (tx) => {
      const codebook = await newestCodebook(tx);
      return {
        codebook: codebook?.code ?? '',
        codebookVersion: codebook?.version ?? 0,
        themes: codebook?.themes ?? [],
        batchLeft: await countPile(tx, 'batch'),
        secondLeft: await countPile(tx, 'second'),
        auditLeft: await countPile(tx, 'audit'),
        toRecode: await countToRecode(tx),
        disagreements: (await readDisagreements(tx, 1000)).length,
        safeguarding: await countOpenSafeguarding(tx),
        models: await modelsFor(tx, session),
        runs: (await runsFor(tx, session, await readLatestRuns(tx))).map(runOf),
        codebooks: await readCodebookVersions(tx),
      };
    });
  }

  @Query(() => CoderRun, { nullable: true })
  async coderRun(
    @Args('id', { type: () => ID }) id: string,
    @Context() { session }: ApiContext,
  ): Promise<CoderRun | null> {
    if (!/^\d{1,15}$/.test(id)) return null;
    const run = await session.work((tx) => runFor(tx, session, Number(id)));
    return run && runOf(run);
  }

  @Mutation(() => CoderRun, {
    description:
      'Asks for work in the background: learn from the codings, propose themes, choose the next batch.',
  })
  async askCoder(
    @Args('work', { type: () => WorkEnum }) work: Work,
    @Context() { session }: ApiContext,
  ): Promise<CoderRun> {
    const run = await session.work(async (tx) => runFor(tx, session, await askCoder(tx, work)));
    if (!run) throw notFound();
    return runOf(run);
  }

  @Mutation(() => CoderRun, {
    description:
      'Lets a model speak. Everything is coded anew by it and a new edition published; earlier editions stay as they are. ' +
      'Where another account may sign off too, the run is PROPOSED until it agrees: see `proposals`.',
  })
  async signOffModel(
    @Args('version', { type: () => String }) version: string,
    @Args('note', { type: () => String, defaultValue: '' }) note: string,
    @Context() { session }: ApiContext,
  ): Promise<CoderRun> {
    if (note.length > LONGEST_NOTE || note.trim().length < SHORTEST_REASON)
      throw badRequest('Say why this coder should speak, in 40 to 500 letters: the edition prints it.');
    const run = await session.work(async (tx) => {
      const id = await signOffModel(tx, version, note.trim());
      return id === null ? null : runFor(tx, session, id);
    });
    if (!run) throw notFound();
    return runOf(run);
  }

  @Mutation(() => Int, {
    description:
      'Editor: makes the next version of the codebook; answers its number. Where there is another editor it is proposed, and made once ' +
      'that one agrees: see `proposals`.',
  })
  @Needs('editor')
  async changeCodebook(
    @Args('change', { type: () => CodebookChangeInput }) input: CodebookChangeInput,
    @Context() { session }: ApiContext,
  ): Promise<number> {
    const { changeCodebook } = await import('#themes');
    return session.work(async (tx) => {
      const codebook = await newestCodebook(tx);
      if (!codebook) throw notFound();
      const change = changeOf(input, codebook);
      let next: ReturnType<typeof changeCodebook>;
      try {
        next = changeCodebook(codebook, change);
      } catch (error) {
        throw badRequest(`This can't be done: ${(error as Error).message}.`);
      }
      if (!(await keepCodebook(tx, next.codebook, change, next.mapping)))
        throw badRequest(
          'Somebody else changed the codebook meanwhile, or a change of it waits for a second person. Look at it again.',
        );
      return next.codebook.version;
    });
  }
}

/** Is the session cleared for all that the coder's runs are over? */
async function seesAll(tx: Transaction, session: Session): Promise<boolean> {
  const viewer = await session.viewer();
  return viewer !== null && seesEveryAgency(tx, agenciesAs(viewer, 'analyst'));
}

async function runsFor(tx: Transaction, session: Session, runs: readonly RunLine[]): Promise<RunLine[]> {
  if (runs.length === 0 || (await seesAll(tx, session))) return [...runs];
  const told = coderRunsAsTold(await readEveryRun(tx));
  return runs.map((run) => told.get(run.id)!);
}

async function runFor(tx: Transaction, session: Session, id: number): Promise<RunLine | null> {
  const run = await readCoderRun(tx, id);
  return run && (await runsFor(tx, session, [run]))[0]!;
}

/** How a count is told hangs on how it was told before: all are looked at, the latest are shown. */
async function modelsFor(tx: Transaction, session: Session): Promise<ModelLine[]> {
  const models = await readModels(tx);
  return ((await seesAll(tx, session)) ? models : modelsAsTold(models)).slice(0, MOST_MODELS);
}

const runOf = (run: RunLine): CoderRun => ({
  ...run,
  comparison: comparisonOf(run.comparison),
});

/** Runs of before kept less of what would move. */
function comparisonOf(kept: unknown): ModelComparison | null {
  const comparison = (kept ?? null) as ModelComparison | null;
  const none = { goes: false, gradeBefore: null, gradeAfter: null, times: null };
  return comparison && { ...comparison, themes: comparison.themes.map((one) => ({ ...none, ...one })) };
}

/** @throws ApiError where a part is missing */
function changeOf({ kind, themes, name, into }: CodebookChangeInput, codebook: Codebook): CodebookChange {
  const [theme] = themes;
  const made = into.map((one) => themeOf(one, codebook));
  if (kind === 'add' && made[0]) return { kind, theme: made[0] };
  if (kind === 'rename' && theme && name?.trim()) return { kind, theme, name: name.trim() };
  if (kind === 'split' && theme && made.length > 1) return { kind, theme, into: made };
  if (kind === 'merge' && themes.length > 1 && made[0]) return { kind, themes, into: made[0] };
  if (kind === 'retire' && theme) return { kind, theme };
  throw badRequest('Say which themes, and what they become.');
}

function themeOf({ parent, ...theme }: ThemeInput, codebook: Codebook): Theme {
  if (!CODE.test(theme.code) || theme.code.length > 60)
    throw badRequest('A theme’s code is lower-case words joined by hyphens.');
  if (!theme.name.trim() || !theme.definition.trim())
    throw badRequest('A theme needs a name and a definition.');
  if (parent && !codebook.themes.some(({ code }) => code === parent))
    throw badRequest('There is no such broader theme.');
  return { ...theme, parent: parent ?? null };
}
