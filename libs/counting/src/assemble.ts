import type { SetColumn, SubmissionColumns } from './columns.js';
import { BLOCK, bytesOf, type FactTable, lay, META, type Part, type TableDescription } from './fact-table.js';

const HOME = 'ward';

/**
 * Sorts columns into a fact table.
 * @param allocate makes the memory that the table shall lie in
 * @throws RangeError where a column's length is not the number of submissions, or a dimension has too many values
 */
export function assemble(
  columns: SubmissionColumns,
  allocate: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): FactTable {
  check(columns);
  const { order, ranks, people } = orderByPerson(columns);
  const { copies, times } = copiesOf(columns.argument);
  const description: TableDescription = {
    rows: columns.sets.theme?.items.length ?? columns.count,
    submissions: columns.count,
    people,
    copies: copies.length,
    singles: Object.entries(columns.single).map(([name, { values }]) => ({ name, values })),
    sets: Object.entries(columns.sets).map(([name, { values, above, filterNarrows, within }]) => ({
      name,
      values,
      above: [...above],
      filterNarrows,
      ...(within === undefined ? {} : { within }),
    })),
  };
  const table = lay(description, allocate(bytesOf(description)));
  fill(table.main, columns, order);
  fill(table.copies, columns, copies);
  const { personKey, submissionKey, argumentKey, health, argument } = columns;
  for (let at = 0; at < order.length; at++) {
    const from = order[at]!;
    const own = argument[from]! >= 0 && times[argument[from]!] === 1 ? 1 : 0;
    table.main.who[at] = ranks[from]!;
    table.main.meta[at] =
      (personKey[from]! << META.personKey) |
      (submissionKey[from]! << META.submissionKey) |
      ((own * argumentKey[from]!) << META.argumentKey) |
      (own << META.ownArgument) |
      (health[from]! << META.health);
  }
  for (let at = 0; at < copies.length; at++) {
    table.copies.who[at] = argument[copies[at]!]!;
    table.copies.meta[at] = argumentKey[copies[at]!]! << META.personKey;
  }
  return table;
}

function check({ count, single, sets, ...rest }: SubmissionColumns): void {
  const all: ArrayLike<number>[] = [...Object.values(single).map(({ column }) => column)];
  for (const column of Object.values(rest)) all.push(column as Uint8Array);
  if (all.some((column) => column.length !== count))
    throw new RangeError('a column is not as long as the table');
  for (const { start, items } of Object.values(sets))
    if (start.length !== count + 1 || start[count] !== items.length)
      throw new RangeError('a set column does not fit the table');
  if (Object.values(single).some(({ values }) => values.length > 65_536))
    throw new RangeError('a dimension has too many values');
}

/** A sort by (ward of the person's first submission, person); persons are numbered anew in that order. */
function orderByPerson({ count, person, single }: SubmissionColumns): {
  order: Int32Array;
  ranks: Int32Array;
  people: number;
} {
  const wards = single[HOME]?.column;
  const size = largest(person) + 1;
  const home = new Int32Array(size).fill(-1);
  for (let at = 0; at < count; at++) if (home[person[at]!]! < 0) home[person[at]!] = wards?.[at] ?? 0;
  const byHome = countingSort(
    home.map((ward) => ward + 1),
    largest(home) + 2,
  );
  const rank = new Int32Array(size);
  let people = 0;
  for (const id of byHome) if (home[id]! >= 0) rank[id] = people++;
  const ranks = person.map((id) => rank[id]!);
  return { order: countingSort(ranks, people), ranks, people };
}

/** Submissions whose argument was made more than once, in order of argument; and how often each was made. */
function copiesOf(argument: Int32Array): { copies: Int32Array; times: Int32Array } {
  const times = new Int32Array(largest(argument) + 1);
  for (const value of argument) if (value >= 0) times[value]! += 1;
  const several = argument
    .map((value, at) => (value >= 0 && times[value]! > 1 ? at : -1))
    .filter((at) => at >= 0);
  const byArgument = countingSort(
    several.map((at) => argument[at]!),
    times.length,
  );
  return { copies: byArgument.map((at) => several[at]!), times };
}

function largest(numbers: Int32Array): number {
  let most = -1;
  for (const value of numbers) if (value > most) most = value;
  return most;
}

/** Places of the numbers in ascending order, equal ones in the order they came. */
function countingSort(numbers: Int32Array, size: number): Int32Array {
  const next = new Int32Array(size + 1);
  for (let at = 0; at < numbers.length; at++) next[numbers[at]! + 1]! += 1;
  for (let value = 0; value < size; value++) next[value + 1]! += next[value]!;
  const order = new Int32Array(numbers.length);
  for (let at = 0; at < numbers.length; at++) order[next[numbers[at]!]!++] = at;
  return order;
}

/** Writes the dimensions of the submissions named by `order`. */
function fill(part: Part, columns: SubmissionColumns, order: Int32Array): void {
  for (const [name, { column, low, high }] of Object.entries(part.singles)) {
    const from = columns.single[name]!.column;
    low.fill(0xffff);
    for (let at = 0; at < order.length; at++) {
      const value = from[order[at]!]!;
      const block = Math.floor(at / BLOCK);
      column[at] = value;
      if (value < low[block]!) low[block] = value;
      if (value > high[block]!) high[block] = value;
    }
  }
  for (const [name, { masks, plane, above }] of Object.entries(part.sets))
    fillSet(masks, plane, above, columns.sets[name]!, order);
}

function fillSet(
  masks: Int32Array,
  plane: number,
  above: readonly number[],
  { start, items }: SetColumn,
  order: Int32Array,
): void {
  const mark = (at: number, value: number): void => {
    masks[(value >> 5) * plane + at]! |= 1 << (value & 31);
  };
  for (let at = 0; at < order.length; at++) {
    const from = order[at]!;
    for (let item = start[from]!; item < start[from + 1]!; item++) {
      const value = items[item]!;
      mark(at, value);
      if (above[value]! >= 0) mark(at, above[value]!);
    }
  }
}
