import { isPassing } from '#queue';
import {
  addRun,
  codingInForce,
  endRun,
  lockFor,
  putJob,
  readRun,
  signOffPrepared,
  stepDone,
  tellProgress,
  type CoderRun,
  type Database,
} from '#store';

import { chooseBatch, proposeFromUncoded } from './choose-batch.js';
import { Vectors } from './coder.js';
import { recode } from './recode.js';
import { trainCoder } from './train-coder.js';
import { everyWholeText } from './read-whole-texts.js';

/** Who signs off the model that the demonstration city learns by itself. */
const PREPARED = 'Prepared for the demonstration';

export interface RunOptions {
  stopping?: AbortSignal;
  /** false: learn from words alone, without the sentence model. */
  vectors?: boolean;
  /** Threads of the sentence model. */
  threads?: number;
}

export interface RunOutcome {
  /** True where everything was coded anew, so that a new edition is due. */
  publish: boolean;
  note: string | null;
}

const NOTHING: RunOutcome = { publish: false, note: null };

/**
 * Does one piece of long work of the coder. Safe to call again after a crash: what was done is found and kept.
 * The caller publishes where that is due and then ends the run with `endRun`.
 * @throws where it fails; the run is then marked as failed, unless the process is stopping
 */
export async function runCoder(db: Database, id: number, options: RunOptions = {}): Promise<RunOutcome> {
  const run = await readRun(db, id);
  if (!run || run.state === 'proposed' || run.state === 'done' || run.state === 'failed') return NOTHING;
  const themes = await import('#themes');
  const vectors = new Vectors(db, themes, { threads: options.threads ?? 1, wanted: options.vectors ?? true });
  const tell = (stage: string) => (done: number, of: number) => tellProgress(db, id, stage, done, of);
  try {
    switch (run.kind) {
      case 'train': {
        await tellProgress(db, id, 'Learning from your codings');
        const { version, tookMs, comparison } = await trainCoder(db, themes, vectors);
        await endRun(db, id, { state: 'done', model: version, tookMs, comparison });
        return NOTHING;
      }
      case 'recode': {
        await recode(db, themes, vectors, tell('Coding every comment anew'), options.stopping);
        await chooseBatch(db, themes, vectors);
        return { publish: true, note: `Themes by the coder that ${run.actor} signed off.` };
      }
      case 'refine':
        return await refine(db, run, { themes, vectors, stopping: options.stopping });
      case 'propose':
        await tellProgress(db, id, 'Looking for themes that nobody named');
        await proposeFromUncoded(db, themes);
        break;
      case 'batch':
        await chooseBatch(db, themes, vectors);
    }
    await endRun(db, id, { state: 'done' });
    return NOTHING;
  } catch (error) {
    // What may pass is tried again: the run goes on at its step.
    if (!isPassing(error)) await endRun(db, id, { state: 'failed' });
    throw error;
  } finally {
    await vectors.close();
  }
}

/**
 * Reads every comment with the sentence model, learns from the prepared codings and codes everything by what it learned. Each step is
 * kept with the run when it is done, so that a stop costs no more than the step that it met.
 */
async function refine(db: Database, { id, step, model }: CoderRun, tools: RefineTools): Promise<RunOutcome> {
  const { themes, vectors, stopping } = tools;
  const version = step === '' || model === null ? await learn(db, id, tools) : model;
  if (step === '' || step === 'learned') {
    if (!(await signOffAlone(db, id, version))) {
      await endRun(db, id, { state: 'done', model: version });
      return NOTHING;
    }
  }
  if (step !== 'recoded') {
    await recode(
      db,
      themes,
      vectors,
      (done, of) => tellProgress(db, id, 'Coding every comment anew', done, of),
      stopping,
    );
    await chooseBatch(db, themes, vectors);
    await stepDone(db, id, 'recoded');
  }
  return { publish: true, note: 'Themes refined by a coder that learned from people’s codings.' };
}

interface RefineTools {
  themes: typeof import('#themes');
  vectors: Vectors;
  stopping: AbortSignal | undefined;
}

/** @returns version of the model that was learned */
async function learn(db: Database, id: number, { themes, vectors, stopping }: RefineTools): Promise<string> {
  if (vectors.wanted) {
    const wholes = await everyWholeText(db, themes);
    const texts = wholes.flatMap(({ response }) => response?.text ?? []);
    await tellProgress(db, id, 'Reading comments for their meaning', 0, texts.length);
    await vectors.of(
      texts,
      (done, of) => tellProgress(db, id, 'Reading comments for their meaning', done, of),
      stopping,
    );
  }
  await tellProgress(db, id, 'Learning from codings');
  const { version } = await trainCoder(db, themes, vectors);
  await stepDone(db, id, 'learned', version);
  return version;
}

/** Lets the prepared model speak, unless a person let another speak meanwhile: theirs stands. One thing with its step. */
const signOffAlone = (db: Database, id: number, version: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    await lockFor(tx, 'code');
    if ((await codingInForce(tx)) !== null) return false;
    await signOffPrepared(
      tx,
      version,
      PREPARED,
      'Learned from the prepared codings of the demonstration city.',
    );
    await stepDone(tx, id, 'signed-off');
    return true;
  });

/** Makes ready what people code first. */
export async function prepareWorkbench(db: Database): Promise<void> {
  const themes = await import('#themes');
  const vectors = new Vectors(db, themes, { threads: 1, wanted: false });
  await chooseBatch(db, themes, vectors);
}

/** Asks for the first, long learning; the worker does it when it comes to it. */
export async function askToRefine(db: Database): Promise<void> {
  await db.transaction(async (tx) => putJob(tx, 'refine', { run: await addRun(tx, 'refine', PREPARED) }));
}
