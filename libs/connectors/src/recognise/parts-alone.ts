import type { OptionList } from './option-list.js';

/** Marks that stand within the words of many options: they part options only where the column itself shows it. */
const WEAK = ['/', '^', '~', ' + ', '+', ' & ', '&', ' - '] as const;
/** Joins options in people's own words; no mark of a mapping. */
const JOINING = [...WEAK, ' and ', ' or ', '|', ', ', ';'] as const;
const MOST_CELLS = 400;
/** Pieces of a cell above which it is no list of options. */
const MOST_PIECES = 40;
/** Different cells of several options from which on a mark parts them. */
const FEWEST_JOINED = 2;

/** A cell as other cells, whole, that the mark joins; null where it is no such. What is no cell may stand among them if `may` lets it. */
function joined(
  cell: string,
  mark: string,
  alone: ReadonlySet<string>,
  may: (piece: string) => boolean = () => false,
): string[] | null {
  const pieces = cell.split(mark).map((piece) => piece.trim());
  if (pieces.length < 2 || pieces.length > MOST_PIECES || pieces.includes('')) return null;
  const found: string[] = [];
  for (let at = 0; at < pieces.length;) {
    let end = pieces.length;
    // The longest first: an option may hold the mark itself.
    const text = (): string => pieces.slice(at, end).join(mark);
    while (end > at && (text() === cell || !alone.has(text()))) end--;
    if (end === at) {
      if (!may(pieces[at]!)) return null;
      end = at + 1;
    }
    found.push(text());
    at = end;
  }
  return found.some((option) => alone.has(option)) ? found : null;
}

/** Does some cell join two others, by whatever mark? Then several may have been chosen at a time. */
export const joinsOthers = (cells: ReadonlyMap<string, number>): boolean => {
  const alone = new Set(cells.keys());
  return (
    cells.size <= MOST_CELLS &&
    JOINING.some((mark) => [...alone].some((cell) => joined(cell, mark, alone) !== null))
  );
};

/**
 * Options that a weak mark parts, learnt from the column: each stands alone in some cell, or comes again beside such ones.
 * An option that holds the mark in its own words stays whole. Null where the cells do not show it.
 */
export function partsAlone(cells: ReadonlyMap<string, number>): OptionList | null {
  if (cells.size > MOST_CELLS) return null;
  for (const mark of WEAK) {
    const list = [...cells.keys()].some((cell) => cell.includes(mark)) ? learn(cells, mark) : null;
    if (list) return list;
  }
  return null;
}

function learn(cells: ReadonlyMap<string, number>, mark: string): OptionList | null {
  const whole = new Set(cells.keys());
  const joins = [...whole].filter((cell) => joined(cell, mark, whole) !== null);
  if (joins.length < FEWEST_JOINED) return null;
  const alone = new Set([...whole].filter((cell) => !joins.includes(cell)));
  const again = recurring(
    [...alone].filter((cell) => cell.includes(mark)),
    mark,
  );
  const counts = new Map<string, number>();
  let several = 0;
  for (const [cell, count] of cells) {
    const options = joined(cell, mark, alone, (piece) => again.has(piece)) ?? [cell];
    if (options.length > 1) several += count;
    for (const option of options) counts.set(option, (counts.get(option) ?? 0) + count);
  }
  const options = [...counts].sort((a, b) => b[1] - a[1]).map(([option]) => option);
  return { delimiter: mark, options, everyone: false, several, counts, torn: false };
}

/** Pieces that stand in two or more cells. */
function recurring(cells: readonly string[], mark: string): Set<string> {
  const met = new Set<string>();
  const again = new Set<string>();
  for (const piece of cells.flatMap((cell) => [...new Set(cell.split(mark).map((part) => part.trim()))]))
    (met.has(piece) ? again : met).add(piece);
  return again;
}
