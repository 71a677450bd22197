import { answers, finding, type Finding } from './meaning.js';
import type { ColumnProfile } from './profile.js';

const MARKS = [',', ';', '|', ' '] as const;
/** Codes of options go no higher, and lists hold no more of them. */
const HIGHEST = 99;
const MOST_OPTIONS = 40;
/** Under a label that asks for several, two in a cell are enough; else a comma may be that of a decimal. */
const SEVERAL =
  /\b(tick|select|choose|mark|check|all that apply|which of (these|the following)|any of (these|the following))\b/;
/** Share of cells with several codes from which on a column is a list of them. */
const FEWEST_LISTS = 0.1;

/** Several codes in one cell ("1,3"): ticks of which a tool wrote the numbers. Null where the cells are no such lists. */
export function codeLists(words: string, { counts, filled, overflow }: ColumnProfile): Finding | null {
  if (overflow > 0 || filled === 0) return null;
  const cells = [...counts];
  for (const mark of MARKS) {
    const lists = cells.map(([cell, times]) => ({
      codes: cell.split(mark).map((part) => part.trim()),
      times,
    }));
    if (!lists.every(({ codes }) => isRising(codes))) continue;
    const long = lists.some(({ codes }) => codes.length > 2);
    const several = lists.reduce((sum, { codes, times }) => sum + (codes.length > 1 ? times : 0), 0);
    if (several < FEWEST_LISTS * filled || !(long || SEVERAL.test(words))) continue;
    const options = [...new Set(lists.flatMap(({ codes }) => codes))].sort((a, b) => Number(a) - Number(b));
    if (options.length < 2 || options.length > MOST_OPTIONS) continue;
    return finding(
      answers('multi-choice', { options, delimiter: mark }),
      0.85,
      'The cells hold several codes of a list.',
    );
  }
  return null;
}

/** Numbers of options, each higher than the one before, as tools write them. */
const isRising = (codes: readonly string[]): boolean =>
  codes.every(
    (code, at) =>
      /^\d{1,2}$/.test(code) && Number(code) <= HIGHEST && (at === 0 || Number(code) > Number(codes[at - 1])),
  );
