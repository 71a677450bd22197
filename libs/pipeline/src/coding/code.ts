import { setImmediate as breathe } from 'node:timers/promises';

import type * as Themes from '#themes';
import {
  allTexts,
  auditIsDue,
  codingsInShares,
  holdUnchanged,
  lockFor,
  newestCoding,
  putJob,
  saveArguments,
  saveCodebook,
  saveCoderModel,
  saveCoding,
  uncodedTexts,
  unfinishedWork,
  type Database,
  type Transaction,
} from '#store';

import { drawAuditSample } from './draw-audit.js';
import { coderHere, codeWholes, Vectors } from './coder.js';
import { codeByOwnCodebooks } from './own/code-answers.js';
import { foldCodings } from './fold-codings.js';
import { refreshShares } from './refresh-shares.js';
import { readOf, rowsOf, wholeTexts } from './whole-text.js';

/** Submissions a transaction: small enough that a killed worker repeats little. */
const SLICE = 1_000;

/**
 * Code what has not been looked at yet by the coder in force, let people's own codings stand over it, then group the
 * texts that say the same and estimate shares. Idempotent: a coded submission is marked in the transaction that codes it.
 * @param options.left hears of each codebook of an agency whose answers wait because its sentence model is not installed here
 * @returns number of submissions coded
 */
export async function codeSubmissions(
  db: Database,
  { left = () => {} }: { left?: (codebook: string) => void } = {},
): Promise<number> {
  // Loaded only where something is coded: its word lists take half a second, which every other process would wait for.
  const themes = await import('#themes');
  const vectors = new Vectors(db, themes);
  let total = 0;
  try {
    for (;;) {
      const { looked, corrected } = await db.transaction((tx) => codeSlice(tx, themes, vectors));
      total += looked;
      // A slice that is not full had all there was: what comes in meanwhile is for the next time, or this would never end.
      if (looked < SLICE && corrected === 0) break;
      await breathe(); // the process also answers requests
    }
    if (total > 0) {
      if (await auditIsDue(db)) await drawAuditSample(db, themes);
      await putJob(db, 'look-for-risk');
      await putJob(db, 'index-comments');
    }
    const folded = await foldCodings(db, themes, vectors);
    const own = await codeByOwnCodebooks(db, themes, vectors, left);
    const grouped = await groupWhereMissing(db, themes, total > 0);
    const audited = (await newestCoding(db)) !== (await codingsInShares(db));
    if (total + folded + own > 0 || grouped || audited) {
      await refreshShares(db, themes);
      // What people have decided says what more would lift a grade.
      if (folded > 0 || audited) await drawAuditSample(db, themes);
      await putJob(db, 'refresh');
    }
  } finally {
    await vectors.close();
  }
  return total;
}

/**
 * Groups the texts that say the same wherever one has no group yet, also after a crash between coding and grouping. Under the
 * coder's lock, which publication takes too: no edition sees words without their argument.
 */
async function groupWhereMissing(db: Database, themes: typeof Themes, due: boolean): Promise<boolean> {
  if (!due && (await unfinishedWork(db)).ungrouped === 0) return false;
  await db.transaction(async (tx) => {
    await lockFor(tx, 'code');
    await saveArguments(tx, themes.groupArguments(await allTexts(tx)));
  });
  return true;
}

/** @returns how many it looked at, and how many of them were corrected meanwhile and are still to be coded */
async function codeSlice(
  tx: Transaction,
  themes: typeof Themes,
  vectors: Vectors,
): Promise<{ looked: number; corrected: number }> {
  await lockFor(tx, 'code');
  const wholes = wholeTexts(await uncodedTexts(tx, SLICE), themes.isNoAnswer);
  if (wholes.length === 0) return { looked: 0, corrected: 0 };
  const coder = await coderHere(tx, themes, vectors);
  await saveCodebook(tx, coder.codebook);
  await saveCoderModel(tx, coder.model);
  const results = await codeWholes(wholes, coder, vectors, themes);
  // What was corrected since it was read is left for the next slice, which reads what it says now.
  const current = await holdUnchanged(tx, wholes.map(readOf));
  const rows = wholes.flatMap((whole, i) =>
    current.has(whole.submission) ? [rowsOf(whole, results[i] ?? null, themes)] : [],
  );
  await saveCoding(
    tx,
    coder.version,
    rows.map((row) => row.coded),
    rows.flatMap((row) => row.assignments),
  );
  return { looked: wholes.length, corrected: wholes.length - rows.length };
}
