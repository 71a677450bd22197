import type { ColumnProfile } from './profile.js';

/** Whole clauses, as people say them: an option of a list has a verb seldom. */
export const isSpoken = (cell: string): boolean =>
  /\b(I|I'm|we|my|our|me|us|they|it|is|are|was|were|has|have|don't|can't|isn't|there's)\b/.test(
    cell.replaceAll('\u2019', "'"),
  );

/** A sentence ends within the cell and another begins, a paragraph does, or the writer shows a mood: no option is written so. */
const GOES_ON = /\p{Ll}{3}[.!?…]+['"”’)]*\s+["'“‘(]?\p{L}|\n\s*\n|[:;]-?[()](?=\s|$)/u;
const CLOSED = /([.!?…]['"”’)]*|\p{Extended_Pictographic}\ufe0f?)$/u;

/** Share of the cells in which something goes on, or from which on to which on sentences are closed, that shows remarks. */
const SOME_GO_ON = 0.12;
const [SOME_CLOSED, MOST_CLOSED] = [0.2, 0.9];
/** Letters of a cell, on the average, below which the marks of sentences are a manner of writing options. */
const SENTENCE_LENGTH = 20;

/** Different cells that are looked at: as many show how people write. */
const LOOKED_AT = 300;
const REMARKS = new WeakMap<ColumnProfile, boolean>();

/** Are the cells sentences as people write them? Options that end in a full stop do so all of them, remarks only some. */
export function areRemarks(profile: ColumnProfile): boolean {
  if (profile.meanLength < SENTENCE_LENGTH) return false;
  const known = REMARKS.get(profile);
  if (known !== undefined) return known;
  const remarks = lookLikeRemarks([...profile.counts].slice(0, LOOKED_AT));
  REMARKS.set(profile, remarks);
  return remarks;
}

function lookLikeRemarks(cells: readonly (readonly [cell: string, count: number])[]): boolean {
  const all = cells.reduce((sum, [, count]) => sum + count, 0);
  const share = (test: (cell: string) => boolean): number =>
    cells.reduce((sum, [cell, count]) => sum + (test(cell) ? count : 0), 0) / all;
  if (share((cell) => GOES_ON.test(cell)) >= SOME_GO_ON) return true;
  const closed = share((cell) => CLOSED.test(cell));
  if (closed < SOME_CLOSED || closed > MOST_CLOSED) return false;
  return share((cell) => isSpoken(cell) && cell.split(/\s+/).length >= 4) >= SOME_CLOSED;
}

/** So many variations, of so many different cells, show that nobody chose from a list. */
const FEWEST_VARIED = 3;
const VARIED = 0.3;

/** Different cells that say what another one says, in other letters or with something more: "Bollards", "bollards", "Bollards - soon". */
export function variations({ counts, overflow }: ColumnProfile): number {
  if (overflow > 0) return 0;
  let base = '';
  let varied = 0;
  for (const value of [...counts.keys()].map((cell) => cell.toLowerCase()).sort()) {
    const rest = base !== '' && value.startsWith(base) ? value.slice(base.length) : null;
    // "Yes" and "Yes, some of it" are two of a list, "Bins" and "Bins; Parks" one list; "Route 1" and "Route 10" are no more the same.
    if (rest === '' || (rest !== null && /^ *[^\p{L}\p{N}\s,;:|/>&+]|^ +\p{L}/u.test(rest))) varied++;
    else base = value;
  }
  return varied;
}

const areVaried = (profile: ColumnProfile): boolean => {
  const varied = variations(profile);
  return varied >= FEWEST_VARIED && varied >= VARIED * profile.counts.size;
};

/** Under a label that asks for people's own words: do the cells show that they are? */
export const areOwnWords = (profile: ColumnProfile): boolean => areRemarks(profile) || areVaried(profile);
