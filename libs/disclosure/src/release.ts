import type {
  CountCell,
  CountTable,
  DisclosurePolicy,
  Previous,
  ReleasedCell,
  ReleasedTable,
  ReleaseOutcome,
} from './contract.js';
import { guarded } from './guard.js';
import { noiseOf } from './noise.js';

/**
 * What may be shown of a table of true counts. Cells stay in the order given, which must not come from the counts.
 *
 * Submissions and arguments are hidden with the people and rounded like them: a person's number of submissions next to
 * a hidden count of people would tell it.
 * @param previous what was published of these cells in the edition before; for a sticky policy
 * @returns a refusal, as a value, where the question itself may not be answered in public
 * @throws where a cell lacks what the policy needs (keys for noise, larger sets for a guard): never shown unprotected
 */
export function release(table: CountTable, policy: DisclosurePolicy, previous?: Previous): ReleaseOutcome {
  const filters = Object.values(table.filters).filter((values) => values.length > 0).length;
  if (filters > policy.maximumFilters) return tooMany(policy.maximumFilters, 'filters');
  if (policy.maximumFixed !== undefined && filters + table.dimensions.length > policy.maximumFixed)
    return tooMany(policy.maximumFixed, 'filters and dimensions');
  const zeroHidden = describesPeople(table, policy);
  const wholeFigure: FigureOf = (people, key) =>
    roundTo(noisy(people, key, policy, 'people'), policy.rounding);
  const cells = table.cells.map((cell) =>
    settle(cell, releaseCell(cell, policy, zeroHidden, wholeFigure), policy, previous),
  );
  const hidden = cells.filter((cell) => cell.hidden).length;
  if (table.dimensions.length > 0 && hidden > cells.length * (policy.refuseHiddenOver ?? 1))
    return {
      ok: false,
      code: 'mostly-hidden',
      reason: 'Too few people for so fine a table: most of it would be hidden. Ask for less detail.',
    };
  const released: ReleasedTable = {
    dimensions: table.dimensions,
    filters: table.filters,
    cells,
    policy: { code: policy.code, version: policy.version },
    note: hidden > 0 ? hiddenReason(policy) : null,
  };
  return { ok: true, table: released };
}

/** The one sentence for whatever is hidden; the same for every cause, so that it tells nothing. */
export function hiddenReason(policy: DisclosurePolicy): string {
  const fewer = Math.max(policy.threshold, policy.healthThreshold ?? 0);
  return `Fewer than ${fewer} people (perhaps none), or hidden so that another figure cannot be worked out; we do not say which.`;
}

/** What a cell is known by from edition to edition; its table's dimensions and filters are the caller's to add. */
export const cellId = (keys: readonly string[]): string => JSON.stringify(keys);

/** To the nearest multiple; a half goes up. */
export function roundTo(value: number, multiple: number): number {
  return Math.round(value / multiple) * multiple;
}

function releaseCell(
  cell: CountCell,
  policy: DisclosurePolicy,
  zeroHidden: boolean,
  wholeFigure: FigureOf,
): ReleasedCell {
  const people = figureOf(cell, policy, 'people');
  if (isHidden(cell, people, policy, zeroHidden, wholeFigure)) return { keys: cell.keys, hidden: true };
  return {
    keys: cell.keys,
    hidden: false,
    // Everybody made one at least, so noise may not carry them below the people shown.
    submissions: Math.max(people, figureOf(cell, policy, 'submissions')),
    people,
    arguments: figureOf(cell, policy, 'arguments'),
  };
}

/** What would be shown of a set, from its people and their keys' sum. */
type FigureOf = (people: number, noiseKey: number) => number;

/** @param figure the people that would be shown */
function isHidden(
  cell: CountCell,
  figure: number,
  policy: DisclosurePolicy,
  zeroHidden: boolean,
  wholeFigure: FigureOf,
): boolean {
  const { people } = cell;
  if (people === 0 && zeroHidden) return true;
  if (people > 0) {
    const threshold = cell.health ? (policy.healthThreshold ?? policy.threshold) : policy.threshold;
    if (people < threshold || noisy(people, cell.noiseKeys?.people, policy, 'people') < threshold)
      return true;
  }
  if (!policy.guard) return false;
  if (!cell.larger) throw new Error('the policy needs the larger sets of every cell');
  return guarded(people, figure, cell.larger, policy.guard, wholeFigure);
}

type Counted = 'people' | 'submissions' | 'arguments';

/** Nothing is added to none: a shown zero is a zero. */
function noisy(count: number, key: number | undefined, policy: DisclosurePolicy, counted: Counted): number {
  if (!policy.noise || count === 0) return count;
  if (key === undefined) throw new Error('the policy needs the keys of every cell');
  return count + noiseOf(policy.noise[counted], key);
}

function figureOf(cell: CountCell, policy: DisclosurePolicy, counted: Counted): number {
  return Math.max(
    0,
    roundTo(noisy(cell[counted], cell.noiseKeys?.[counted], policy, counted), policy.rounding),
  );
}

/** A published figure, or its being hidden, stays until enough people have moved: one person can't be seen to come or go. */
function settle(
  cell: CountCell,
  fresh: ReleasedCell,
  policy: DisclosurePolicy,
  previous: Previous | undefined,
): ReleasedCell {
  const before = policy.sticky === undefined ? undefined : previous?.get(cellId(cell.keys));
  if (!before) return fresh;
  if (cell.moved === undefined) throw new Error('the policy needs to know how many people moved');
  return cell.moved < (policy.sticky ?? 0) ? before : fresh;
}

function describesPeople(table: CountTable, policy: DisclosurePolicy): boolean {
  return [...table.dimensions, ...Object.keys(table.filters)].some((dimension) =>
    policy.sensitive.includes(dimension),
  );
}

const tooMany = (most: number, what: string): ReleaseOutcome => ({
  ok: false,
  code: 'too-many-filters',
  reason: `Public figures combine at most ${most} ${what}, so that nobody can be picked out. Take one away.`,
});
