import { isScaleStep } from '#domain';
import { unnumberedList } from '../mapping/split-options.js';
import type { OptionList } from './option-list.js';
import { partsAlone } from './parts-alone.js';

/** Marks that part the options of one cell, most telling first. */
const MARKS = [';', '|', '\n', ' / ', ' > ', ', ', ','] as const;

/** The semicolon of a character reference (`&amp;`) parts nothing. */
const ENTITY = /&#?\w{2,8}$/;

/** Splits at a mark, but never within brackets. */
export function pieces(cell: string, mark: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < cell.length; at++) {
    const sign = cell[at];
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0 && cell.startsWith(mark, at) && !(sign === ';' && ENTITY.test(cell.slice(0, at)))) {
      found.push(cell.slice(from, at));
      at += mark.length - 1;
      from = at + 1;
    }
  }
  found.push(cell.slice(from));
  return found.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** Cells parted by a comma that is followed by no blank keep commas that are, and those of thousands: `Parks,Roads, pavements`. */
function piecesTight(cell: string): string[] {
  return cell
    .split(/(?<!\d),(?! )|,(?! |\d{3}(?!\d))/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/**
 * The list of options behind a column of cells with several of them, learnt from the column: options that hold the mark
 * themselves stay whole. Null where the cells are no such thing.
 * @param cells different cells with how often each stands
 * @param hinted a mark that the layout is known to use
 */
export function learnOptions(
  cells: ReadonlyMap<string, number>,
  hinted: string | null = null,
): OptionList | null {
  const marks: string[] = hinted === null ? [...MARKS] : [hinted];
  for (const mark of marks) {
    const list = learnWith(cells, mark, hinted !== null);
    if (list) return list;
  }
  return hinted === null ? (slugList(cells) ?? partsAlone(cells)) : null;
}

function learnWith(cells: ReadonlyMap<string, number>, mark: string, hinted: boolean): OptionList | null {
  const holding = [...cells.keys()].filter((cell) => cell.includes(mark.trim() || mark));
  if (holding.length === 0 || (!hinted && holding.length < 0.05 * cells.size)) return null;
  const tight = mark === ',' || (mark === ', ' && holding.some((cell) => /,\S/.test(cell)));
  if (mark === ', ' && tight) return null;
  const split = mark === ',' ? piecesTight : (cell: string): string[] => pieces(cell, mark);
  const lists = [...cells].map(([cell, count]) => ({ items: split(cell), count }));
  const within = mark.startsWith(',') ? withinOptions(lists) : null;
  if (within === 'sure') return null;
  const { cells: joined, torn } = joinTorn(lists, mark === ',' ? ', ' : mark);
  // A comma stands in every comment, whatever the tool joins options by.
  const list = checked(joined, mark, hinted && !mark.startsWith(','));
  return list && { ...list, torn: (torn || within === 'likely') && mark.startsWith(',') };
}

/** Lists that are numbered within their cell ("1. Parks\n2. Roads"): an order of options. Null where the cells are no such thing. */
export function numberedLists(
  cells: ReadonlyMap<string, number>,
): Pick<OptionList, 'delimiter' | 'options'> | null {
  for (const delimiter of ['\n', ';', ' | ', ', ', ',']) {
    const options = new Map<string, number>();
    const all = [...cells].every(([cell, count]) => {
      const list = unnumberedList(pieces(cell, delimiter));
      for (const option of list ?? []) options.set(option, (options.get(option) ?? 0) + count);
      return list !== null;
    });
    if (all && options.size >= 2 && options.size <= 40) return { delimiter, options: [...options.keys()] };
  }
  return null;
}

interface Cell {
  items: string[];
  count: number;
}

/** Cells from which on it is no chance that nobody chose alone what others chose last. */
const FEWEST_ALONE = 12;
/** Where what follows the comma goes on in small letters, fewer do. */
const FEWEST_GOING_ON = 6;

/**
 * Does the comma stand within single options ("Yes, strongly support", "No, on the whole")? Then what follows it never begins a
 * cell, at most two pieces stand in one, and the whole cells are no more than a few that come again and again. It is sure
 * where what follows goes on in small letters.
 */
function withinOptions(cells: readonly Cell[]): 'sure' | 'likely' | null {
  const filled = cells.reduce((sum, { count }) => sum + count, 0);
  const first = new Set(cells.map(({ items }) => items[0]));
  const later = new Set(cells.flatMap(({ items }) => items.slice(1)));
  if (!cells.every(({ items }) => items.length <= 2) || [...later].some((item) => first.has(item)))
    return null;
  const goesOn =
    [...later].every((item) => !BEGINS.test(item)) && [...first].every((item) => BEGINS.test(item!));
  if (goesOn && filled >= FEWEST_GOING_ON && filled >= 1.5 * cells.length) return 'sure';
  const many = filled >= FEWEST_ALONE && filled >= 3 * cells.length;
  return goesOn || (many && cells.every(({ count }) => count > 1)) ? 'likely' : null;
}

/** Times that two pieces stand together from which on it is no chance. */
const NO_CHANCE = 8;

/** Puts together what a mark within an option tore apart: pieces that always follow each other, or that begin in the middle. */
function joinTorn(lists: Cell[], mark: string): { cells: Cell[]; torn: boolean } {
  let cells = lists;
  let torn = false;
  for (let round = 0; round < 6; round++) {
    const pair = tornPair(cells, mark.startsWith(','));
    if (!pair) break;
    torn ||= !pair.sure;
    if (!pair.join) break;
    const { first, second } = pair;
    cells = cells.map(({ items, count }) => ({ items: join(items, [first, second], mark), count }));
  }
  return { cells, torn };
}

interface Pair {
  first: string;
  second: string;
  /** Is it plain that the two are one option? */
  sure: boolean;
  join: boolean;
}

/** As options of a list begin. */
const BEGINS = /^[\p{Lu}\d"'(]/u;

function tornPair(cells: Cell[], comma: boolean): Pair | null {
  const alone = new Map<string, number>();
  const follow = new Map<string, Map<string, number>>();
  for (const { items, count } of cells)
    items.forEach((item, at) => {
      alone.set(item, (alone.get(item) ?? 0) + count);
      const before = items[at - 1];
      const pairs = follow.get(item) ?? new Map<string, number>();
      pairs.set(before ?? '', (pairs.get(before ?? '') ?? 0) + count);
      follow.set(item, pairs);
    });
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const capital = cells.reduce((sum, { items, count }) => sum + (BEGINS.test(items[0] ?? '') ? count : 0), 0);
  const capitals = capital >= 0.5 * total;
  let twice: Pair | null = null;
  // "Yes, all of it" and "Yes, some of it": what stands before a small letter each time is never an option by itself.
  const torn = new Map<string, number>();
  for (const [second, pairs] of follow)
    if (/^\p{Ll}/u.test(second))
      for (const [first, times] of pairs) torn.set(first, (torn.get(first) ?? 0) + times);
  for (const [second, pairs] of follow) {
    if (pairs.size !== 1) continue;
    const [[first, times]] = [...pairs] as [[string, number]];
    if (first === '') continue;
    const begins = comma && capitals && /^(\p{Ll}|and\b|or\b|&)/u.test(second);
    // What somebody wrote behind the options begins in small letters too; the option before it stands alone elsewhere.
    const never = alone.get(first) === Math.max(times, torn.get(first) ?? 0);
    const small = begins && (never || times > 1);
    const always = alone.get(first) === times && alone.size > 2;
    if (small || (always && times >= 3))
      return { first, second, sure: (small && never) || times >= NO_CHANCE, join: true };
    if (always && times === 2) twice = { first, second, sure: false, join: false };
  }
  return twice;
}

function join(items: string[], [first, second]: [string, string], mark: string): string[] {
  const found: string[] = [];
  for (const item of items) {
    if (item === second && found.at(-1) === first) found[found.length - 1] = `${first}${mark}${second}`;
    else found.push(item);
  }
  return found;
}

/** Different cells from which on it shows whether options are ticked in many ways. */
const FEWEST_MIXED = 6;

/** Are the pieces mixed anew from cell to cell? A piece of a comment stands in that comment alone, however many people share it. */
function isMixed(cells: readonly Cell[], counts: ReadonlyMap<string, number>): boolean {
  if (cells.length < FEWEST_MIXED) return true;
  const within = new Map<string, number>();
  for (const { items } of cells)
    for (const item of new Set(items)) within.set(item, (within.get(item) ?? 0) + 1);
  let chosen = 0;
  let mixed = 0;
  for (const [item, count] of counts) {
    chosen += count;
    if (within.get(item)! > 1) mixed += count;
  }
  return mixed >= 0.4 * chosen;
}

function checked(cells: Cell[], delimiter: string, hinted: boolean): OptionList | null {
  const counts = new Map<string, number>();
  let filled = 0;
  let several = 0;
  for (const { items, count } of cells) {
    filled += count;
    if (items.length > 1) several += count;
    for (const item of items) counts.set(item, (counts.get(item) ?? 0) + count);
  }
  const listed = [...counts].sort((a, b) => b[1] - a[1]);
  const repeated = listed.filter(([, count]) => count > 1);
  const chosen = listed.reduce((sum, [, count]) => sum + count, 0);
  const covered = repeated.reduce((sum, [, count]) => sum + count, 0);
  const combined = cells.filter(({ items }) => items.length > 1).length;
  // One answer with a mark, however often it was given, shows no list.
  if (several === 0 || (!hinted && combined < 2 && cells.length > 3)) return null;
  const long = listed.reduce((sum, [item]) => sum + item.length, 0) / listed.length;
  const few = repeated.length <= Math.max(12, filled * 0.5) && repeated.length <= 80;
  const repeats = covered >= 0.7 * chosen && repeated.length >= 2;
  if (!hinted && (!few || !repeats || long > 90)) return null;
  // Prose: every piece another one, or pieces that are sentences.
  if (repeated.length < 2 && !(hinted && filled < 8)) return null;
  // Cells with several options make different sets, otherwise the mark only stands inside single options.
  const options = (repeated.length >= 2 ? repeated : listed).map(([item]) => item);
  if (options.length > 1 && options.every((option) => /[.!]$/.test(option) && option.length > 40))
    return null;
  if ((hinted || delimiter.startsWith(',')) && !isMixed(cells, counts)) return null;
  // An option that one person alone chose stays whole where it holds the mark.
  const holding = listed
    .map(([item]) => item)
    .filter((item) => !options.includes(item) && item.includes(delimiter.trim() || delimiter));
  const everyone =
    options.length >= 3 &&
    cells.every(({ items }) => items.length === options.length && new Set(items).size === items.length);
  return { delimiter, options: [...options, ...holding], everyone, several, counts, torn: false };
}

/** Names of options parted by blanks, as XForms tools write them: `parks roads_and_paths`. */
export function slugList(cells: ReadonlyMap<string, number>): OptionList | null {
  const all = [...cells];
  if (
    all.length === 0 ||
    !all.every(
      ([cell]) => /^[a-z0-9_-]+( [a-z0-9_-]+)*$/.test(cell) && !(cell.includes(' ') && isScaleStep(cell)),
    )
  )
    return null;
  const lists = all.map(([cell, count]) => ({ items: cell.split(' '), count }));
  const items = new Set(lists.flatMap((list) => list.items));
  if (lists.some((list) => new Set(list.items).size !== list.items.length)) return null;
  const list = checked(lists, ' ', false);
  return list && (list.everyone || items.size < all.length) ? list : null;
}
