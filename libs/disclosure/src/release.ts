import type {
  CountCell,
  CountTable,
  DisclosurePolicy,
  Previous,
  ReleasedCell,
  ReleasedTable,
  ReleaseOutcome,
  ShownSet,
} from './contract.js';
import { atTheFewest, toldAs } from './ends.js';
import { givesWay, guarded } from './guard.js';
import { Figures } from './figures-of.js';

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
  const refused = refusalOf(table.dimensions.length, filters, policy);
  if (refused) return refused;
  const released = cellReleaser(policy, [...table.dimensions, ...Object.keys(table.filters)]);
  const cells = new Array<ReleasedCell>(table.cells.length);
  let hidden = 0;
  for (let at = 0; at < cells.length; at++) {
    const cell = table.cells[at] as CountCell;
    const settled = previous ? standing(cell, policy, previous) : undefined;
    const shown = settled ?? released(cell);
    cells[at] = shown;
    if (shown.hidden) hidden += 1;
  }
  if (table.dimensions.length > 0 && mostlyHidden(hidden, cells.length, policy)) return MOSTLY_HIDDEN;
  const whole: ReleasedTable = {
    dimensions: table.dimensions,
    filters: table.filters,
    cells,
    policy: { code: policy.code, version: policy.version },
    note: hidden > 0 ? hiddenReason(policy) : null,
  };
  return { ok: true, table: whole };
}

/**
 * What is shown of one cell of a table, for whoever goes through a table cell by cell.
 * @param described dimensions that the table is cut or filtered by
 * @returns throws as `release` does
 */
export function cellReleaser(
  policy: DisclosurePolicy,
  described: readonly string[],
): (cell: CountCell) => ReleasedCell {
  const figures = new Figures(policy);
  const zeroHidden = describesPeople(described, policy);
  return (cell) => releaseCell(cell, policy, figures, zeroHidden);
}

/**
 * Must a figure give way to cells within it that are told, for whoever weighs a figure that stands from an edition before?
 * @returns of people and the figure that is told of them, and the cells within
 */
export function yieldsTo(
  policy: DisclosurePolicy,
): (people: number, figure: number, smaller: readonly ShownSet[]) => boolean {
  const figures = new Figures(policy);
  const { guard } = policy;
  return (people, figure, smaller) =>
    guard !== undefined && givesWay(people, figure, smaller, guard, figures);
}

/** Does a figure stay as it was published, so few people having entered or left its cell? */
export const stays = (moved: number, { sticky }: DisclosurePolicy): boolean =>
  sticky !== undefined && moved < sticky;

/** May a table that fixes so many values be asked for at all? Null where it may. */
export function refusalOf(
  dimensions: number,
  filters: number,
  policy: DisclosurePolicy,
): Extract<ReleaseOutcome, { ok: false }> | null {
  if (filters > policy.maximumFilters) return tooMany(policy.maximumFilters, 'filters');
  if (policy.maximumFixed !== undefined && filters + dimensions > policy.maximumFixed)
    return tooMany(policy.maximumFixed, 'filters and dimensions');
  return null;
}

/** Is so much of a table hidden that it is refused whole? */
export const mostlyHidden = (hidden: number, cells: number, policy: DisclosurePolicy): boolean =>
  hidden > cells * (policy.refuseHiddenOver ?? 1);

export const MOSTLY_HIDDEN: Extract<ReleaseOutcome, { ok: false }> = {
  ok: false,
  code: 'mostly-hidden',
  reason: 'Too few people for so fine a table: most of it would be hidden. Ask for less detail.',
};

/** Fewer people than these are hidden, whoever's they are. */
export const fewest = (policy: DisclosurePolicy): number =>
  Math.max(policy.threshold, policy.healthThreshold ?? 0);

/** The one sentence for whatever is hidden; the same for every cause, so that it tells nothing. */
export function hiddenReason(policy: DisclosurePolicy): string {
  return `Fewer than ${fewest(policy)} people (perhaps none), or hidden so that another figure cannot be worked out; we do not say which.`;
}

/** What a cell is known by from edition to edition; its table's dimensions and filters are the caller's to add. */
export const cellId = (keys: readonly string[]): string => JSON.stringify(keys);

function releaseCell(
  cell: CountCell,
  policy: DisclosurePolicy,
  figures: Figures,
  zeroHidden: boolean,
): ReleasedCell {
  const { people, noiseKeys } = cell;
  const noisy = figures.noisy(people, noiseKeys?.people, figures.people);
  const figure = toldAs(cell, figures.round(noisy), policy, figures);
  if (figure === null || isHidden(cell, noisy, figure, policy, figures, zeroHidden))
    return { keys: cell.keys, hidden: true };
  const submissions = figures.round(
    figures.noisy(cell.submissions, noiseKeys?.submissions, figures.submissions),
  );
  return {
    keys: cell.keys,
    hidden: false,
    // Everybody made one at least, so noise may not carry them below the people shown.
    submissions: submissions > figure ? submissions : figure,
    people: figure,
    arguments: figures.round(figures.noisy(cell.arguments, noiseKeys?.arguments, figures.arguments)),
  };
}

/**
 * @param noisy people with their noise
 * @param figure the people that would be shown
 */
function isHidden(
  cell: CountCell,
  noisy: number,
  figure: number,
  policy: DisclosurePolicy,
  figures: Figures,
  zeroHidden: boolean,
): boolean {
  const { people } = cell;
  const threshold = cell.health ? (policy.healthThreshold ?? policy.threshold) : policy.threshold;
  if (people === 0) {
    if (zeroHidden) return true;
  } else if (people < threshold || noisy < threshold) return true;
  if (!policy.guard) return false;
  if (!cell.larger) throw new Error('the policy needs the larger sets of every cell');
  return (
    atTheFewest(cell, threshold, policy, figures) ||
    guarded(people, figure, cell.larger, policy.guard, figures) ||
    (cell.smaller !== undefined && givesWay(people, figure, cell.smaller, policy.guard, figures))
  );
}

/** A published figure, or its being hidden, stays until enough people have moved: one person can't be seen to come or go. */
function standing(cell: CountCell, policy: DisclosurePolicy, previous: Previous): ReleasedCell | undefined {
  if (policy.sticky === undefined) return undefined;
  const before = previous.get(cellId(cell.keys));
  if (!before) return undefined;
  if (cell.moved === undefined) throw new Error('the policy needs to know how many people moved');
  return stays(cell.moved, policy) ? before : undefined;
}

/** Does a table that is cut or filtered by these say something about a person? A zero of it is then told no more than a one. */
export const describesPeople = (described: readonly string[], policy: DisclosurePolicy): boolean =>
  described.some((dimension) => policy.sensitive.includes(dimension));

const tooMany = (most: number, what: string): Extract<ReleaseOutcome, { ok: false }> => ({
  ok: false,
  code: 'too-many-filters',
  reason: `Public figures combine at most ${most} ${what}, so that nobody can be picked out. Take one away.`,
});
