import type { SetColumn, SingleColumn, SubmissionColumns } from './columns.js';

/** Submissions a block: filters look at a block's smallest and largest value before they look inside. */
export const BLOCK = 4096;

/** Marks in `argument`: no text; an argument that nobody else made. Others are numbers of arguments made more than once. */
export const NO_ARGUMENT = -1;
export const OWN_ARGUMENT = -2;

/**
 * Facts in memory, ready to be counted: submissions in order of person (and persons of one ward together), so that
 * distinct people are told by "the last person seen in this cell" and no hashing.
 */
export interface FactTable {
  count: number;
  people: number;
  /** Number of the person, ascending. */
  person: Int32Array;
  /** Number of the argument, or one of the marks above. */
  argument: Int32Array;
  /** The rest of a submission in one word, so that it is read at once: see `META`. */
  meta: Int32Array;
  single: Record<string, SingleColumn & { blockLow: Uint16Array; blockHigh: Uint16Array }>;
  sets: Record<string, SortedSet>;
  /** Submissions whose argument somebody else made too, in order of argument. */
  shared: Int32Array;
}

/** Bits of `meta`: three 8-bit keys, then two flags. */
export const META = { personKey: 0, submissionKey: 8, argumentKey: 16, health: 24, ownArgument: 25 } as const;

/** A set with, beside each submission's own values, the same closed upwards: with the broader ones, each once. */
export interface SortedSet extends SetColumn {
  closedStart: Int32Array;
  closed: Uint8Array | Uint16Array;
}

const HOME = 'ward';

/**
 * Sorts columns into a fact table.
 * @throws RangeError where a column's length is not the number of submissions
 */
export function assemble(columns: SubmissionColumns): FactTable {
  checkLengths(columns);
  const { order, person, people } = orderByPerson(columns);
  const pick = <T extends Uint8Array | Uint16Array>(column: T): T => {
    const sorted = new (column.constructor as { new (length: number): T })(column.length);
    for (let at = 0; at < order.length; at++) sorted[at] = column[order[at]!]!;
    return sorted;
  };
  const single: FactTable['single'] = {};
  for (const [name, { values, column }] of Object.entries(columns.single)) {
    const sorted = pick(column);
    single[name] = { values, column: sorted, ...blockBounds(sorted) };
  }
  const sets = Object.fromEntries(
    Object.entries(columns.sets).map(([name, set]) => [name, sortSet(set, order)]),
  );
  const { argument, shared } = argumentsOf(columns.argument, order);
  return {
    count: columns.count,
    people,
    single,
    sets,
    person,
    argument,
    shared,
    meta: metaOf(columns, order, argument),
  };
}

function metaOf(columns: SubmissionColumns, order: Int32Array, argument: Int32Array): Int32Array {
  const { personKey, submissionKey, argumentKey, health } = columns;
  return order.map(
    (from, at) =>
      (personKey[from]! << META.personKey) |
      (submissionKey[from]! << META.submissionKey) |
      (argumentKey[from]! << META.argumentKey) |
      (health[from]! << META.health) |
      ((argument[at] === OWN_ARGUMENT ? 1 : 0) << META.ownArgument),
  );
}

function checkLengths(columns: SubmissionColumns): void {
  const { count, single, sets, person, argument, personKey, submissionKey, argumentKey, health } = columns;
  const all = [person, argument, personKey, submissionKey, argumentKey, health];
  for (const { column } of Object.values(single)) all.push(column as Uint8Array);
  if (all.some((column) => column.length !== count))
    throw new RangeError('a column is not as long as the table');
  for (const { start, items } of Object.values(sets))
    if (start.length !== count + 1 || start[count] !== items.length)
      throw new RangeError('a set column does not fit the table');
}

/** A counting sort by (ward of the person's first submission, person); persons are numbered anew in that order. */
function orderByPerson({ count, person, single }: SubmissionColumns): {
  order: Int32Array;
  person: Int32Array;
  people: number;
} {
  const wards = single[HOME]?.column;
  const home = new Map<number, number>();
  for (let at = 0; at < count; at++) if (!home.has(person[at]!)) home.set(person[at]!, wards?.[at] ?? 0);
  const ranked = [...home.keys()].sort((a, b) => home.get(a)! - home.get(b)! || a - b);
  const rank = new Map(ranked.map((id, at) => [id, at]));
  const ranks = new Int32Array(count);
  for (let at = 0; at < count; at++) ranks[at] = rank.get(person[at]!)!;
  const order = countingSort(ranks, ranked.length);
  return { order, person: order.map((at) => ranks[at]!), people: ranked.length };
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

function blockBounds(column: Uint8Array | Uint16Array): { blockLow: Uint16Array; blockHigh: Uint16Array } {
  const blocks = Math.ceil(column.length / BLOCK);
  const [blockLow, blockHigh] = [new Uint16Array(blocks).fill(0xffff), new Uint16Array(blocks)];
  for (let at = 0; at < column.length; at++) {
    const block = Math.floor(at / BLOCK);
    const value = column[at]!;
    if (value < blockLow[block]!) blockLow[block] = value;
    if (value > blockHigh[block]!) blockHigh[block] = value;
  }
  return { blockLow, blockHigh };
}

function sortSet(set: SetColumn, order: Int32Array): SortedSet {
  const make = (length: number) =>
    set.values.length <= 256 ? new Uint8Array(length) : new Uint16Array(length);
  const start = new Int32Array(order.length + 1);
  const items = make(set.items.length);
  let end = 0;
  for (let at = 0; at < order.length; at++) {
    const from = order[at]!;
    for (let item = set.start[from]!; item < set.start[from + 1]!; item++) items[end++] = set.items[item]!;
    start[at + 1] = end;
  }
  const sorted = { ...set, start, items };
  // Where nothing is broader than another, the set is closed as it is.
  if (set.above.every((above) => above < 0)) return { ...sorted, closedStart: start, closed: items };
  return { ...sorted, ...closeUpwards(sorted, make) };
}

function closeUpwards(
  { start, items, above }: SetColumn,
  make: (length: number) => Uint8Array | Uint16Array,
): Pick<SortedSet, 'closedStart' | 'closed'> {
  const closedStart = new Int32Array(start.length);
  const closed = make(2 * items.length);
  const seen = new Int32Array(above.length).fill(-1);
  let end = 0;
  for (let at = 0; at + 1 < start.length; at++) {
    for (let item = start[at]!; item < start[at + 1]!; item++)
      for (let value = items[item]!; value >= 0 && seen[value] !== at; value = above[value]!) {
        seen[value] = at;
        closed[end++] = value;
      }
    closedStart[at + 1] = end;
  }
  return { closedStart, closed: closed.slice(0, end) };
}

/** Arguments made once need no telling apart; of the others, the submissions are listed in order of argument. */
function argumentsOf(argument: Int32Array, order: Int32Array): { argument: Int32Array; shared: Int32Array } {
  const largest = argument.reduce((most, value) => Math.max(most, value), -1);
  const times = new Int32Array(largest + 1);
  for (const value of argument) if (value >= 0) times[value]! += 1;
  const sorted = new Int32Array(order.length);
  const several: number[] = [];
  for (let at = 0; at < order.length; at++) {
    const value = argument[order[at]!]!;
    sorted[at] = value < 0 ? NO_ARGUMENT : times[value] === 1 ? OWN_ARGUMENT : value;
    if (sorted[at]! >= 0) several.push(at);
  }
  const places = Int32Array.from(several);
  const byArgument = countingSort(
    places.map((at) => sorted[at]!),
    largest + 1,
  );
  return { argument: sorted, shared: byArgument.map((at) => places[at]!) };
}
