import type * as Themes from '#themes';
import {
  codingsToFold,
  currentCodings,
  holdSubmissions,
  holdUnchanged,
  lockFor,
  markFolded,
  newestCoding,
  saveHumanWords,
  saveRecoding,
  type Database,
  type HumanCoding,
  type HumanWord,
  type Transaction,
} from '#store';

import { coderHere, coderInForce, codeWholes, type Coder, type Vectors } from './coder.js';
import { wholeTextsOf } from './read-whole-texts.js';
import { readOf, rowsOf } from './whole-text.js';

const SLICE = 500;

/**
 * Takes over what people have coded, or taken back, since the last time: their word stands over the coder's.
 * @returns number of submissions concerned
 */
export async function foldCodings(db: Database, themes: typeof Themes, vectors: Vectors): Promise<number> {
  let total = 0;
  for (;;) {
    const done = await db.transaction(async (tx) => {
      await lockFor(tx, 'code');
      const newest = await newestCoding(tx);
      const ids = await codingsToFold(tx, SLICE);
      if (ids.length === 0) return 0;
      await holdSubmissions(tx, ids);
      const coder = await coderInForce(tx, themes);
      const words = await humanWords(tx, ids, coder);
      const spoken = new Set(words.map(({ submission }) => submission));
      // Where nobody's word stands any more the coder speaks again.
      const unspoken = ids.filter((id) => !spoken.has(id));
      if (unspoken.length > 0)
        await codeAnew(tx, unspoken, await coderHere(tx, themes, vectors), vectors, themes);
      await saveHumanWords(tx, coder.version, words);
      await markFolded(tx, ids, newest);
      return ids.length;
    });
    total += done;
    if (done === 0) return total;
  }
}

/**
 * Codes submissions that were coded before, by this coder, inside the caller's transaction.
 * @returns those that it coded: what was corrected meanwhile is coded as if it were new, by whoever comes to it
 */
export async function codeAnew(
  tx: Transaction,
  ids: readonly string[],
  coder: Coder,
  vectors: Vectors,
  themes: typeof Themes,
): Promise<string[]> {
  if (ids.length === 0) return [];
  const wholes = await wholeTextsOf(tx, ids, themes);
  const results = await codeWholes(wholes, coder, vectors, themes);
  const current = await holdUnchanged(tx, wholes.map(readOf));
  const rows = wholes.flatMap((whole, i) =>
    current.has(whole.submission) ? [rowsOf(whole, results[i] ?? null, themes)] : [],
  );
  await saveRecoding(
    tx,
    coder.version,
    rows.map((row) => row.coded),
    rows.flatMap((row) => row.assignments),
  );
  return rows.map(({ coded }) => coded.submission);
}

/**
 * Whose word stands on each submission, in the themes of the coder's codebook. "Unsure" is no word, and neither is a
 * theme that was split since: it waits for a person.
 */
export async function humanWords(
  tx: Transaction,
  ids: readonly string[],
  coder: Coder,
): Promise<HumanWord[]> {
  return wordsOf(await currentCodings(tx, 'training', ids), coder).map(
    ({ submission, id, coder: who, at, themes }) => ({
      submission,
      coding: id,
      coder: who,
      at,
      themes,
    }),
  );
}

/** The coding that counts for each submission: the settled one, otherwise the first coder's. What a change of the codebook left open is none. */
export const wordsOf = (
  codings: readonly HumanCoding[],
  coder: Pick<Coder, 'codebook' | 'carry'>,
): HumanCoding[] => decisionsOf(codings, coder).filter(({ open }) => open.length === 0);

/**
 * The same with what is open: of a coding in which a theme was split since it is known which themes it has, and of the parts it is not. Another's
 * coding by the codebook of now takes its place.
 */
export function decisionsOf(
  codings: readonly HumanCoding[],
  coder: Pick<Coder, 'codebook' | 'carry'>,
): (HumanCoding & { open: string[] })[] {
  const all = new Map<string, HumanCoding[]>();
  for (const coding of codings) all.set(coding.submission, [...(all.get(coding.submission) ?? []), coding]);
  const known = new Set(coder.codebook.themes.map(({ code }) => code));
  return [...all.values()].flatMap((own) => {
    if (own[0]?.outcome === 'unsure') return [];
    const carried = own
      .filter(({ outcome }) => outcome !== 'unsure')
      .map((coding) => ({ ...coding, ...coder.carry(coding.themes, coding.codebookVersion) }))
      // A theme of a later version of the codebook waits until that version is in force.
      .filter(({ themes }) => themes.every((theme) => known.has(theme)));
    const whole = carried.find(({ open }) => open.length === 0);
    return whole ?? carried[0] ?? [];
  });
}
