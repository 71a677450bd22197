import { isPassing } from '#queue';
import { endOwnRun, readOwnRun, tellOwnRun, type Database } from '#store';

import { codeSubmissions } from '../code.js';
import { Vectors } from '../coder.js';
import { codeByVersion } from './code-answers.js';
import { groupAnswers, splitDraft } from './group.js';

/**
 * Does one piece of long work on a codebook of an agency. Safe to call again after a crash: what was done is found and kept.
 * @param options.vectors false: without the sentence model
 * @throws where it fails; the run is then marked as failed, unless it is worth another try
 */
export async function runOwnCodebook(
  db: Database,
  id: number,
  options: { vectors?: boolean; threads?: number } = {},
): Promise<void> {
  const run = await readOwnRun(db, id);
  if (!run || run.state === 'done' || run.state === 'failed') return;
  const themes = await import('#themes');
  const vectors = new Vectors(db, themes, { threads: options.threads ?? 1, wanted: options.vectors ?? true });
  const began = performance.now();
  try {
    // What has just come in belongs to it too, and is read for what is personal first.
    await codeSubmissions(db);
    let made: { model?: string; result?: unknown } = {};
    if (run.kind === 'code') {
      await tellOwnRun(db, id, 'Coding every answer');
      made = await codeByVersion(db, themes, vectors, { codebook: run.codebook, version: run.version ?? 0 });
    } else if (run.kind === 'split') {
      await tellOwnRun(db, id, 'Parting the group');
      await splitDraft(db, themes, vectors, run.codebook, run.theme ?? 0);
    } else {
      await tellOwnRun(db, id, 'Grouping comments by what they say');
      made = { result: { groups: await groupAnswers(db, themes, vectors, run.codebook) } };
    }
    await endOwnRun(db, id, { state: 'done', tookMs: Math.round(performance.now() - began), ...made });
  } catch (error) {
    if (!isPassing(error)) await endOwnRun(db, id, { state: 'failed' });
    throw error;
  } finally {
    await vectors.close();
  }
}
