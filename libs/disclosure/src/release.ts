import type {
  CountCell,
  CountTable,
  DisclosurePolicy,
  ReleasedCell,
  ReleasedTable,
  ReleaseOutcome,
} from './contract.js';

/**
 * What may be shown of a table of true counts. Cells stay in the order given, which must not come from the counts.
 *
 * Submissions and arguments are hidden with the people and rounded like them: a person's number of submissions next to
 * a hidden count of people would tell it.
 * @returns a refusal, as a value, where the question itself may not be answered in public
 */
export function release(table: CountTable, policy: DisclosurePolicy): ReleaseOutcome {
  const filters = Object.values(table.filters).filter((values) => values.length > 0).length;
  if (filters > policy.maximumFilters)
    return { ok: false, code: 'too-many-filters', reason: tooMany(policy) };
  const zeroHidden = describesPeople(table, policy);
  const cells = table.cells.map((cell) => releaseCell(cell, policy, zeroHidden));
  const released: ReleasedTable = {
    dimensions: table.dimensions,
    filters: table.filters,
    cells,
    policy: { code: policy.code, version: policy.version },
    note: cells.some((cell) => cell.hidden) ? hiddenReason(policy) : null,
  };
  return { ok: true, table: released };
}

/** The one sentence for whatever is hidden; the same for every cause, so that it tells nothing. */
export function hiddenReason(policy: DisclosurePolicy): string {
  return (
    `Fewer than ${policy.threshold} people (perhaps none), or hidden so that another figure cannot be worked out; ` +
    'we do not say which.'
  );
}

/** To the nearest multiple; a half goes up. */
export function roundTo(value: number, multiple: number): number {
  return Math.round(value / multiple) * multiple;
}

function releaseCell(cell: CountCell, policy: DisclosurePolicy, zeroHidden: boolean): ReleasedCell {
  const hidden = cell.people === 0 ? zeroHidden : cell.people < policy.threshold;
  if (hidden) return { keys: cell.keys, hidden: true };
  return {
    keys: cell.keys,
    hidden: false,
    submissions: roundTo(cell.submissions, policy.rounding),
    people: roundTo(cell.people, policy.rounding),
    arguments: roundTo(cell.arguments, policy.rounding),
  };
}

function describesPeople(table: CountTable, policy: DisclosurePolicy): boolean {
  return [...table.dimensions, ...Object.keys(table.filters)].some((dimension) =>
    policy.sensitive.includes(dimension),
  );
}

const tooMany = (policy: DisclosurePolicy): string =>
  `Public figures combine at most ${policy.maximumFilters} filters, so that nobody can be picked out. Take one away.`;
