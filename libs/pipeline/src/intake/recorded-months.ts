import type { RecordedCount, RecordedRecord } from '#domain';
import type { HeldMonth } from '#store';

/** Rows to counts by month, ward and kind, in that order. */
export function countRecorded(records: readonly RecordedRecord[]): RecordedCount[] {
  const counts = new Map<string, RecordedCount>();
  for (const { month, ward, crime } of records) {
    const key = nameOf({ month, ward, crime });
    const one = counts.get(key);
    if (one) one.count += 1;
    else counts.set(key, { month, ward, crime, count: 1 });
  }
  return [...counts.keys()].sort().map((key) => counts.get(key)!);
}

const nameOf = ({ month, ward, crime }: Omit<RecordedCount, 'count'>): string => `${month} ${ward} ${crime}`;

/** The months of a delivery against what other deliveries of its source hold. */
export interface SortedMonths {
  fresh: string[];
  /** Held with the same counts, or spoken of by a later delivery: what that said stands. */
  same: string[];
  /** Held with other counts. */
  changed: string[];
}

export function sortMonths(
  counts: readonly RecordedCount[],
  held: readonly HeldMonth[],
  delivery: number,
): SortedMonths {
  const before = new Map(held.map((each) => [each.month, each]));
  const sorted: SortedMonths = { fresh: [], same: [], changed: [] };
  for (const month of new Set(counts.map((each) => each.month))) {
    const known = before.get(month);
    const own = counts.filter((each) => each.month === month);
    if (!known) sorted.fresh.push(month);
    else if (known.delivery > delivery || saysTheSame(own, known.counts)) sorted.same.push(month);
    else sorted.changed.push(month);
  }
  return sorted;
}

function saysTheSame(one: readonly RecordedCount[], other: readonly RecordedCount[]): boolean {
  const counts = new Map(other.map((each) => [nameOf(each), each.count]));
  return one.length === other.length && one.every((each) => counts.get(nameOf(each)) === each.count);
}
