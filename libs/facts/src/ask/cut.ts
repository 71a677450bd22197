import { mostlyHidden, refusalOf as refused, release, type ReleasedCell } from '#disclosure';
import type { Counter } from './counter.js';
import type { FactDimension } from '../dimensions.js';
import { Lists } from './lists.js';
import { cutKey, possibleCells, possibleKeys, type ReleasedCut, type ShownCell } from './possible-keys.js';
import type { Filters } from './question.js';
import { releasedTable } from './released-table.js';
import { fixedDimensions } from '../standing/layout.js';
import { listedIn, TableCells } from './table-cells.js';
import { Stint } from './turns.js';

export { cutKey, type ReleasedCut, type ShownCell } from './possible-keys.js';

/**
 * A table as it may be shown, with every possible cell.
 *
 * A cell that were missing because nobody is in it would tell a zero that the policy hides; so the table's shape comes
 * from what there is to cut by, never from the counts.
 * @param counted filters of the count itself, where they differ from the asker's (the base of those who answered)
 */
export function releaseCut(
  counter: Counter,
  dimensions: readonly FactDimension[],
  userFilters: Filters,
  counted: Filters = userFilters,
): Promise<ReleasedCut> {
  return counter.policy.guard
    ? cutOfParts(counter, dimensions, counted)
    : cutAsCounted(counter, dimensions, userFilters, counted);
}

/** Under a policy with a guard: every figure is a cell of a whole table, and a ticked list is made of its released parts. */
async function cutOfParts(
  counter: Counter,
  dimensions: readonly FactDimension[],
  filters: Filters,
): Promise<ReleasedCut> {
  const cells = await TableCells.of(counter, dimensions, filters);
  const several = listedIn(dimensions, filters).filter((dimension) => (filters[dimension] ?? []).length > 1);
  const asOne = several.length > 0 ? await Lists.of(counter, cells.fixed, several, cells.table) : null;
  const cut: ReleasedCut = new Map();
  const stint = new Stint();
  for (const row of cells.rows) {
    const keys = [...row];
    if (!asOne) cut.set(cutKey(keys), cells.part(keys, cells.lists[0] ?? [], keys) ?? nothing(keys));
    else {
      const parts = new Map<string, ReleasedCell>();
      for (const values of cells.lists) {
        const part = cells.part(keys, values);
        if (part) parts.set(cutKey(part.keys), part);
        const rest = stint.rest();
        if (rest) await rest;
      }
      cut.set(cutKey(keys), { ...joined([...parts.values()], asOne, keys), keys });
    }
    const rest = stint.rest();
    if (rest) await rest;
  }
  return cut;
}

/** What can't exist: an engagement under a filter by another agency. */
const nothing = (keys: string[]): ShownCell => ({
  keys,
  hidden: false,
  submissions: 0,
  people: 0,
  arguments: 0,
});

function joined(parts: readonly ReleasedCell[], lists: Lists, keys: string[]): ShownCell {
  const [first] = parts;
  if (!first) return nothing(keys);
  return parts.length === 1 ? first : lists.joined(parts);
}

/** Without a guard: counted under the filters, and released as it is. */
async function cutAsCounted(
  counter: Counter,
  dimensions: readonly FactDimension[],
  userFilters: Filters,
  counted: Filters,
): Promise<ReleasedCut> {
  const found = await counter.count(dimensions, counted);
  const byKey = new Map(found.map((cell) => [cutKey(cell.keys), cell]));
  const cells = Array.from(
    await possibleKeys(counter, dimensions, counted),
    (keys) => byKey.get(cutKey(keys)) ?? { keys: [...keys], submissions: 0, people: 0, arguments: 0 },
  );
  const table = { dimensions: [...dimensions], filters: asRecord(userFilters), cells };
  const outcome = release(table, counter.policy);
  if (!outcome.ok) throw new Error(`the question was not checked before it was counted: ${outcome.code}`);
  return new Map(outcome.table.cells.map((cell) => [cutKey(cell.keys), cell]));
}

/** Would the policy answer a table cut and filtered so? Asked before anything is counted. */
export function refusalOf(
  counter: Counter,
  dimensions: readonly FactDimension[],
  filters: Filters,
): string | null {
  const filtered = Object.keys(filters) as FactDimension[];
  if (counter.policy.maximumFixed === undefined)
    return refused(0, filtered.length, counter.policy)?.reason ?? null;
  // A dimension that is both cut and filtered by is fixed once; what another tells anyhow not at all.
  const fixed = fixedDimensions(dimensions, filtered).length;
  return refused(fixed, 0, counter.policy)?.reason ?? null;
}

/** Cells that one question may make the hub look at, the parts of ticked lists among them. */
export const MOST_CELLS = 20_000;

/**
 * Would a table be too large to be answered? Told from the lists of values alone, before anything is counted or read.
 * @param filters of the count itself
 * @returns how to ask less; null where it is not
 */
export async function tooLarge(
  counter: Counter,
  dimensions: readonly FactDimension[],
  filters: Filters,
): Promise<string | null> {
  const cells = await cellsOf(counter, dimensions, filters);
  if (cells <= MOST_CELLS && (await isKept(counter, dimensions, filters))) return null;
  const names = [
    ...dimensions,
    ...listedOf(counter, dimensions, filters).map(([dimension]) => dimension),
  ].join(', ');
  return `A table of ${names} is too large (at most ${MOST_CELLS} cells at once). Cut by one thing less, or filter by fewer values.`;
}

/** Cells that are looked at for a table, the parts of ticked lists among them. */
export async function cellsOf(
  counter: Counter,
  dimensions: readonly FactDimension[],
  filters: Filters,
): Promise<number> {
  const rows = await possibleCells(counter, dimensions, filters);
  return listedOf(counter, dimensions, filters).reduce(
    (product, [, values]) => product * values.length,
    rows,
  );
}

const listedOf = (
  counter: Counter,
  dimensions: readonly FactDimension[],
  filters: Filters,
): [FactDimension, string[]][] =>
  (Object.entries(filters) as [FactDimension, string[]][]).filter(
    ([dimension]) => counter.policy.guard && !dimensions.includes(dimension),
  );

async function isKept(
  counter: Counter,
  dimensions: readonly FactDimension[],
  filters: Filters,
): Promise<boolean> {
  if (!counter.policy.guard) return true;
  const fixed = fixedDimensions(dimensions, Object.keys(filters) as FactDimension[]);
  return (await releasedTable(counter, fixed)) !== null;
}

/**
 * Is so much of a table hidden that it is refused whole? Told without making a cell of it; null where that is not known before its cells
 * are made.
 */
export async function isPlainlyHidden(
  counter: Counter,
  dimensions: readonly FactDimension[],
  filters: Filters,
): Promise<boolean | null> {
  if (!counter.policy.guard) return null;
  const told = await (await TableCells.of(counter, dimensions, filters)).tally();
  return told && isMostlyHidden(counter, told.hidden, told.cells);
}

/** Is so much of the table hidden that it is refused whole? */
export const isMostlyHidden = (counter: Counter, hidden: number, cells: number): boolean =>
  mostlyHidden(hidden, cells, counter.policy);

const asRecord = (filters: Filters): Record<string, string[]> => ({ ...filters }) as Record<string, string[]>;
