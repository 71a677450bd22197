import type { Counted } from './cells.js';
import type { CountQuestion } from './count.js';
import type { FactTable, TableDescription } from './fact-table.js';

/** A pair with more possible cells than this is counted when it is asked for. */
const MOST_KEPT = 20_000;

/**
 * The answers to every unfiltered question of no, one or two dimensions: those that touch every submission, counted once
 * when a table is made. They lie beside it as numbers, in the order of `keptQuestions`.
 */
export type KeptPairs = ReadonlyMap<string, Counted>;

/** The unfiltered questions that are kept; dimensions in the table's own order. */
export function keptQuestions({ singles, sets }: TableDescription): CountQuestion[] {
  // What means something under one value of another dimension alone is never asked without it.
  const all = [...singles, ...sets.filter(({ within }) => within === undefined)];
  const pairs = all.flatMap((first, at) =>
    all
      .slice(at + 1)
      .filter((second) => first.values.length * second.values.length <= MOST_KEPT)
      .map((second) => [first.name, second.name]),
  );
  return [[], ...all.map(({ name }) => [name]), ...pairs].map((dimensions) => ({ dimensions, filters: {} }));
}

/** Counts what is kept. @param count answers a question of the table */
export function keepPairs(table: FactTable, count: (question: CountQuestion) => Counted): Int32Array {
  const parts = keptQuestions(table.description).map((question) => pack(count(question)));
  const packed = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    packed.set(part, end);
    end += part.length;
  }
  return packed;
}

/** @throws RangeError where the numbers are not those of this table */
export function openPairs(description: TableDescription, packed: Int32Array): KeptPairs {
  const values = new Map(
    [...description.singles, ...description.sets].map((each) => [each.name, each.values]),
  );
  const kept = new Map<string, Counted>();
  let at = 0;
  const take = (many: number): Int32Array => packed.subarray(at, (at += many));
  for (const { dimensions } of keptQuestions(description)) {
    const many = take(1)[0] ?? -1;
    if (many < 0 || at + many * (dimensions.length + FIELDS.length) > packed.length)
      throw new RangeError('the kept pairs are not those of this table');
    const keys = dimensions.map(() => take(many));
    const [submissions, people, args, personKeys, submissionKeys, argumentKeys, health] = FIELDS.map(() =>
      take(many),
    );
    kept.set(dimensions.join(), {
      dimensions,
      values: dimensions.map((name) => values.get(name)!),
      keys,
      submissions: submissions!,
      people: people!,
      arguments: args!,
      personKeys: Uint8Array.from(personKeys!),
      submissionKeys: Uint8Array.from(submissionKeys!),
      argumentKeys: Uint8Array.from(argumentKeys!),
      health: Uint8Array.from(health!),
    });
  }
  return kept;
}

/** The answer where it is kept, in the order of dimensions that was asked for. */
export function keptAnswer(kept: KeptPairs, { dimensions, filters }: CountQuestion): Counted | null {
  if (Object.keys(filters).length > 0) return null;
  const found = kept.get(dimensions.join());
  if (found || dimensions.length !== 2) return found ?? null;
  const turned = kept.get([...dimensions].reverse().join());
  return turned ? turn(turned) : null;
}

/** The same cells with the two dimensions changed over, in the order that a count would give. */
function turn(counted: Counted): Counted {
  const [rows, columns] = [counted.keys[0]!, counted.keys[1]!];
  const order = Array.from(rows, (_, cell) => cell).sort(
    (a, b) => columns[a]! - columns[b]! || rows[a]! - rows[b]!,
  );
  const pick = <T extends Int32Array | Uint8Array>(column: T): T =>
    column.map((_, at) => column[order[at]!]!) as T;
  return {
    dimensions: [...counted.dimensions].reverse(),
    values: [...counted.values].reverse(),
    keys: [pick(columns), pick(rows)],
    submissions: pick(counted.submissions),
    people: pick(counted.people),
    arguments: pick(counted.arguments),
    personKeys: pick(counted.personKeys),
    submissionKeys: pick(counted.submissionKeys),
    argumentKeys: pick(counted.argumentKeys),
    health: pick(counted.health),
  };
}

const FIELDS = [
  'submissions',
  'people',
  'arguments',
  'personKeys',
  'submissionKeys',
  'argumentKeys',
  'health',
] as const;

function pack(counted: Counted): Int32Array {
  const columns = [...counted.keys, ...FIELDS.map((field) => counted[field])];
  return Int32Array.from([counted.people.length, ...columns.flatMap((column) => [...column])]);
}
