import type { LinkageDecision } from '../contract.js';
import { compareBirth } from '../comparison/compare-birth.js';
import type { Attributes } from '../table/attributes.js';
import { SOURCE_LANE, SYSTEM_LANE } from '../table/fields.js';
import type { RecordTable } from '../table/record-table.js';

const [BIRTH, NATIONAL] = [2, 9];
/** Levels of birth dates from "same decade" on. */
const FAR = 6;

/** A person's word on pairs of rows. */
export interface Decided {
  same: ReadonlySet<string>;
  different: ReadonlySet<string>;
}

export const NOTHING_DECIDED: Decided = { same: new Set(), different: new Set() };

/** Key of a pair of rows in a set of decisions. */
export const rowPair = (a: number, b: number): string => (a < b ? `${a}|${b}` : `${b}|${a}`);

/** Decisions on records, as pairs of rows; of records that are not in the table nothing is said. */
export function decidedRows(table: RecordTable, decisions: readonly LinkageDecision[]): Decided {
  const same = new Set<string>();
  const different = new Set<string>();
  for (const { a, b, verdict } of decisions) {
    const [x, y] = [table.rowOf(a), table.rowOf(b)];
    if (x < 0 || y < 0 || x === y) continue;
    if (verdict === 'same') same.add(rowPair(x, y));
    else if (verdict === 'different') different.add(rowPair(x, y));
  }
  return { same, different };
}

/**
 * Whether two rows may never be one person: differing sound NHS numbers, one source with differing system ids, or a
 * reviewer's "different". Names and birth dates veto nothing: they are mistyped too often. A reviewer's "same" overrules.
 */
export function vetoOf(
  table: RecordTable,
  attributes: Attributes,
  decided: Decided,
): (a: number, b: number) => boolean {
  const { stride } = table;
  const anySystem = table.dictionaries[SYSTEM_LANE]!.size > 1;
  const anyNumber = table.dictionaries[NATIONAL]!.size > 1;
  const anyDecision = decided.same.size + decided.different.size > 0;
  return (a, b) => {
    if (anyDecision) {
      if (decided.different.has(rowPair(a, b))) return true;
      if (decided.same.has(rowPair(a, b))) return false;
    }
    const { rows } = table;
    const [x, y] = [a * stride, b * stride];
    if (anyNumber) {
      const [one, other] = [rows[x + NATIONAL]!, rows[y + NATIONAL]!];
      const { values } = attributes.isNhs;
      if (one !== other && values[one] === 1 && values[other] === 1) return true;
    }
    if (!anySystem) return false;
    const [one, other] = [rows[x + SYSTEM_LANE]!, rows[y + SYSTEM_LANE]!];
    return one !== 0 && other !== 0 && one !== other && rows[x + SOURCE_LANE] === rows[y + SOURCE_LANE];
  };
}

/** Whether two rows' birth dates are whole and years apart. */
export function contradictionOf(
  table: RecordTable,
  attributes: Attributes,
): (a: number, b: number) => boolean {
  const { stride } = table;
  const birth = (row: number): number => attributes.birth.values[table.rows[row * stride + BIRTH]!]!;
  return (a, b) => compareBirth(birth(a), birth(b)) >= FAR;
}

/** Pairs that are one person by decree: a reviewer's "same", and one system id of one source. */
export function certainPairs(table: RecordTable, decided: Decided): [number, number][] {
  const pairs = [...decided.same].map((key) => key.split('|').map(Number) as [number, number]);
  const first = new Map<number, number>();
  if (table.dictionaries[SYSTEM_LANE]!.size === 1) return pairs;
  for (let row = 0; row < table.count; row++) {
    const system = table.rows[row * table.stride + SYSTEM_LANE]!;
    if (system === 0) continue;
    const known = first.get(system);
    if (known === undefined) first.set(system, row);
    else if (!decided.different.has(rowPair(known, row))) pairs.push([known, row]);
  }
  return pairs;
}
