import { setImmediate as breathe } from 'node:timers/promises';

import type * as Themes from '#themes';
import { codedOtherwise, lockFor, markFolded, newestCoding, saveHumanWords, type Database } from '#store';

import { coderInForce, type Vectors } from './coder.js';
import { drawAuditSample } from './draw-audit.js';
import { codeAnew, humanWords } from './fold-codings.js';
import { refreshShares } from './refresh-shares.js';

const SLICE = 500;

/**
 * Codes everything by the coder that was signed off last, slice by slice; a stop loses a slice at most. What was said
 * before stays as history, and published editions keep what they counted.
 * @returns number of submissions coded anew
 */
export async function recode(
  db: Database,
  themes: typeof Themes,
  vectors: Vectors,
  onProgress: (done: number, of: number) => Promise<void> = async () => {},
  stopping?: AbortSignal,
): Promise<number> {
  const waiting = await codedOtherwise(db, (await coderInForce(db, themes)).version);
  for (let at = 0; at < waiting.length; at += SLICE) {
    if (stopping?.aborted) throw Object.assign(new Error('stopping'), { next: 'retry', code: 'stopping' });
    const ids = waiting.slice(at, at + SLICE);
    await db.transaction(async (tx) => {
      await lockFor(tx, 'code');
      const coder = await coderInForce(tx, themes);
      const newest = await newestCoding(tx);
      const coded = await codeAnew(tx, ids, coder, vectors, themes);
      await saveHumanWords(tx, coder.version, await humanWords(tx, coded, coder));
      await markFolded(tx, coded, newest);
    });
    await onProgress(Math.min(at + SLICE, waiting.length), waiting.length);
    await breathe();
  }
  await refreshShares(db, themes);
  await drawAuditSample(db, themes);
  return waiting.length;
}
