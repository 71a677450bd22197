import { isScaleStep } from '#domain';
import { unnumberedList } from '../mapping/split-options.js';

/** Marks that part the options of one cell, most telling first. */
const MARKS = [';', '|', '\n', ' / ', ', ', ','] as const;

export interface OptionList {
  delimiter: string;
  /** Options in the order of how often they were chosen, then as met. */
  options: string[];
  /** Does every cell hold every option, each once? Then the order is the answer. */
  everyone: boolean;
  /** Cells that hold more than one option. */
  several: number;
}

/** Splits at a mark, but never within brackets. */
function pieces(cell: string, mark: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < cell.length; at++) {
    const sign = cell[at];
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0 && cell.startsWith(mark, at)) {
      found.push(cell.slice(from, at));
      at += mark.length - 1;
      from = at + 1;
    }
  }
  found.push(cell.slice(from));
  return found.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** Cells parted by a comma that is followed by no blank keep commas that are: `Parks,Roads, pavements`. */
function piecesTight(cell: string): string[] {
  return cell
    .split(/,(?! )/)
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
  return hinted === null ? slugList(cells) : null;
}

function learnWith(cells: ReadonlyMap<string, number>, mark: string, hinted: boolean): OptionList | null {
  const holding = [...cells.keys()].filter((cell) => cell.includes(mark.trim() || mark));
  if (holding.length === 0 || (!hinted && holding.length < 0.05 * cells.size)) return null;
  const tight = mark === ',' || (mark === ', ' && holding.some((cell) => /,\S/.test(cell)));
  if (mark === ', ' && tight) return null;
  const split = mark === ',' ? piecesTight : (cell: string): string[] => pieces(cell, mark);
  const lists = [...cells].map(([cell, count]) => ({ items: split(cell), count }));
  const joined = joinTorn(lists, mark === ',' ? ', ' : mark);
  return checked(joined, mark, hinted);
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

/** Puts together what a mark within an option tore apart: pieces that always follow each other, or that begin in the middle. */
function joinTorn(lists: Cell[], mark: string): Cell[] {
  let cells = lists;
  for (let round = 0; round < 6; round++) {
    const pair = tornPair(cells);
    if (!pair) return cells;
    cells = cells.map(({ items, count }) => ({ items: join(items, pair, mark), count }));
  }
  return cells;
}

function tornPair(cells: Cell[]): [string, string] | null {
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
  const capital = [...alone].filter(([item]) => /^[\p{Lu}\d"'(]/u.test(item)).reduce((n, [, c]) => n + c, 0);
  const total = [...alone.values()].reduce((n, c) => n + c, 0);
  const capitals = capital >= 0.5 * total;
  for (const [item, pairs] of follow) {
    if (pairs.size !== 1) continue;
    const [[before, times]] = [...pairs] as [[string, number]];
    if (before === '') continue;
    const small = capitals && /^(\p{Ll}|and\b|or\b|&)/u.test(item);
    const always = alone.get(before) === times && times >= 3 && alone.size > 2;
    if (small || always) return [before, item];
  }
  return null;
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
  if (several === 0) return null;
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
  if (delimiter.startsWith(',') && !isMixed(cells, counts)) return null;
  const everyone =
    options.length >= 3 &&
    cells.every(({ items }) => items.length === options.length && new Set(items).size === items.length);
  return { delimiter, options, everyone, several };
}

/** Names of options parted by blanks, as XForms tools write them: `parks roads_and_paths`. */
function slugList(cells: ReadonlyMap<string, number>): OptionList | null {
  const all = [...cells];
  if (
    all.length === 0 ||
    !all.every(([cell]) => /^[a-z0-9_-]+( [a-z0-9_-]+)*$/.test(cell) && !isScaleStep(cell))
  )
    return null;
  const lists = all.map(([cell, count]) => ({ items: cell.split(' '), count }));
  const items = new Set(lists.flatMap((list) => list.items));
  if (lists.some((list) => new Set(list.items).size !== list.items.length)) return null;
  const list = checked(lists, ' ', false);
  return list && (list.everyone || items.size < all.length) ? list : null;
}
