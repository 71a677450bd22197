import {
  addRun,
  codingInForce,
  endRun,
  putJob,
  readRun,
  signOffPrepared,
  tellProgress,
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
  if (!run || run.state === 'done' || run.state === 'failed') return NOTHING;
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
        return await refine(db, id, { themes, vectors, stopping: options.stopping });
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
    if ((error as { code?: string }).code !== 'stopping') await endRun(db, id, { state: 'failed' });
    throw error;
  } finally {
    await vectors.close();
  }
}

/** Reads every comment with the sentence model, learns from the prepared codings and codes everything by what it learned. */
async function refine(
  db: Database,
  id: number,
  {
    themes,
    vectors,
    stopping,
  }: { themes: typeof import('#themes'); vectors: Vectors; stopping: AbortSignal | undefined },
): Promise<RunOutcome> {
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
  // What a person signed off meanwhile stands.
  if ((await codingInForce(db)) !== null) {
    await endRun(db, id, { state: 'done', model: version });
    return NOTHING;
  }
  await signOffPrepared(
    db,
    version,
    PREPARED,
    'Learned from the prepared codings of the demonstration city.',
  );
  await recode(
    db,
    themes,
    vectors,
    (done, of) => tellProgress(db, id, 'Coding every comment anew', done, of),
    stopping,
  );
  await chooseBatch(db, themes, vectors);
  return { publish: true, note: 'Themes refined by a coder that learned from people’s codings.' };
}

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
