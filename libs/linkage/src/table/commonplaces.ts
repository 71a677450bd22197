import { FIELDS, type FieldName, MIDDLE_LANE, SOURCE_LANE, SYSTEM_LANE, lane } from './fields.js';
import type { RecordTable } from './record-table.js';

/** A value, or a pair of names, that many records of one source hold although they are of different people. */
interface Commonplace {
  source: number;
  /** Lanes that hold the value, and its number in each. */
  at: readonly (readonly [lane: number, value: number])[];
}

/**
 * What is looked at, names as a pair: the fewest records, the least share of the source's records that give the field, and
 * for records that hold nothing else that tells people apart, the fewest and the least share of those.
 */
interface Watched {
  lanes: readonly number[];
  fewest: number;
  share: number;
  bare: readonly [fewest: number, share: number];
}

const WATCHED: readonly Watched[] = [
  { lanes: [lane('givenName'), lane('familyName')], fewest: 5, share: 1 / 200, bare: [5, 1 / 20] },
  { lanes: [lane('dateOfBirth')], fewest: 5, share: 1 / 400, bare: [5, 1 / 20] },
  { lanes: [lane('email')], fewest: 6, share: 0, bare: [10, 1 / 20] },
  { lanes: [lane('phone')], fewest: 6, share: 0, bare: [10, 1 / 20] },
  { lanes: [lane('nationalId')], fewest: 4, share: 0, bare: [10, 1 / 20] },
  // A source's own id is what many records of one person are expected to share.
  { lanes: [SYSTEM_LANE], fewest: 4, share: 0, bare: [Infinity, 1] },
];
/** Share of a source's names that one name alone, without its other half, must have: `Smith` is common, `Webuser` more so. */
const HALF_A_NAME = 1 / 20;
/** Other values that records of one person can't hold so many of: at least so many, and nearly one a record. */
const [DIFFERENT, MOST] = [8, 0.8];
const BIRTH = lane('dateOfBirth');
const AREA: readonly FieldName[] = ['postcode', 'address'];
const TELLING = FIELDS.filter((field) => !['sex', 'place', ...AREA].includes(field)).map((field) =>
  lane(field),
);

/**
 * Values that carry no weight within their source, learnt from how often they occur there: a desk's telephone under
 * everybody's name, the name a form fills in, the birthday that stands for none. A value is one where its records differ
 * in something else as no person's records do, or where many hold nothing else at all.
 * What it is called is never written anywhere.
 */
export class Commonplaces {
  private readonly bySource = new Map<number, Commonplace['at'][]>();

  constructor(
    private readonly table: RecordTable,
    found: readonly Commonplace[],
  ) {
    for (const { source, at } of found) {
      const list = this.bySource.get(source);
      if (list === undefined) this.bySource.set(source, [at]);
      else list.push(at);
    }
  }

  get size(): number {
    return [...this.bySource.values()].reduce((sum, list) => sum + list.length, 0);
  }

  /** Blanks them in one row. */
  weed(row: number): void {
    const { rows, stride } = this.table;
    const from = row * stride;
    for (const at of this.bySource.get(rows[from + SOURCE_LANE]!) ?? []) {
      if (!at.every(([number, value]) => rows[from + number] === value)) continue;
      for (const [number] of at) rows[from + number] = 0;
      if (at.length > 1) rows[from + MIDDLE_LANE] = 0;
    }
  }
}

/** Learns a table's commonplaces and blanks them in all its rows. */
export function weedCommonplaces(table: RecordTable): Commonplaces {
  const found: Commonplace[] = [];
  for (const [source, rows] of rowsBySource(table))
    for (const watched of WATCHED) found.push(...commonIn(table, source, rows, watched));
  const commonplaces = new Commonplaces(table, found);
  if (found.length > 0) for (let row = 0; row < table.count; row++) commonplaces.weed(row);
  return commonplaces;
}

function rowsBySource(table: RecordTable): Map<number, number[]> {
  const sources = new Map<number, number[]>();
  for (let row = 0; row < table.count; row++) {
    const source = table.rows[row * table.stride + SOURCE_LANE]!;
    const rows = sources.get(source);
    if (rows === undefined) sources.set(source, [row]);
    else rows.push(row);
  }
  return sources;
}

function commonIn(
  table: RecordTable,
  source: number,
  rows: readonly number[],
  { lanes, fewest, share, bare }: Watched,
): Commonplace[] {
  const { frequent, given } = frequentValues(table, rows, lanes, fewest, share);
  const found: Commonplace[] = [];
  for (const held of frequent) {
    if (lanes[0] === BIRTH && isPartial(table, held[0]!)) continue;
    const values = lanes.map((number) => [number, table.rows[held[0]! * table.stride + number]!] as const);
    const alone = held.filter((row) => !tellsMore(table, row, lanes)).length;
    const faceless = alone >= bare[0] && alone >= bare[1] * given;
    if (faceless || ofDifferentPeople(table, held, lanes)) found.push({ source, at: values });
  }
  return found;
}

/** A year, or a year and a month: many people's by nature. */
const isPartial = (table: RecordTable, row: number): boolean => table.valueOf(row, BIRTH).endsWith('00');

/** The rows of each value that at least `fewest` rows hold, and at least a share of the rows that hold any. */
function frequentValues(
  { rows: cells, stride, dictionaries }: RecordTable,
  rows: readonly number[],
  lanes: readonly number[],
  fewest: number,
  share: number,
): { frequent: number[][]; given: number } {
  const least = (count: Int32Array, id: number, given: number): boolean =>
    count[id]! >= Math.max(fewest, share * given);
  const counts = lanes.map((number) => {
    const count = new Int32Array(dictionaries[number]!.size);
    for (const row of rows) count[cells[row * stride + number]!]!++;
    return count;
  });
  const given = rows.filter((row) => lanes.some((number) => cells[row * stride + number] !== 0)).length;
  const held = new Map<number, number[]>();
  for (const row of rows) {
    let key = 0;
    for (let at = 0; at < lanes.length; at++) {
      const id = cells[row * stride + lanes[at]!]!;
      key = key >= 0 && (id === 0 || least(counts[at]!, id, given)) ? key * counts[at]!.length + id : -1;
    }
    if (key <= 0) continue;
    const list = held.get(key);
    if (list === undefined) held.set(key, [row]);
    else list.push(row);
  }
  const enough = (list: readonly number[]): number => {
    const half = lanes.some((number) => cells[list[0]! * stride + number] === 0);
    return Math.max(fewest, (half ? HALF_A_NAME : share) * given);
  };
  return { frequent: [...held.values()].filter((list) => list.length >= enough(list)), given };
}

/** Whether a row holds something else that tells people apart; an area does not. */
const tellsMore = ({ rows, stride }: RecordTable, row: number, lanes: readonly number[]): boolean =>
  [...TELLING, SYSTEM_LANE].some((number) => !lanes.includes(number) && rows[row * stride + number] !== 0);

/** Whether rows that share a value differ in something else as no one person's rows do: at least five ways, nearly one a row. */
function ofDifferentPeople(table: RecordTable, held: readonly number[], lanes: readonly number[]): boolean {
  const { rows, stride } = table;
  const values = (keyOf: (at: number) => string | null): boolean => {
    const keys = held.flatMap((row) => keyOf(row * stride) ?? []);
    const different = new Set(keys).size;
    return different >= DIFFERENT && different >= MOST * keys.length && keys.length >= held.length / 2;
  };
  const [given, family] = [lane('givenName'), lane('familyName')];
  const byName = (at: number): string | null =>
    rows[at + given] !== 0 && rows[at + family] !== 0 ? `${rows[at + given]} ${rows[at + family]}` : null;
  const byLane =
    (number: number) =>
    (at: number): string | null =>
      rows[at + number] === 0 ? null : String(rows[at + number]);
  const ways = [
    ...(lanes.includes(given) ? [] : [byName]),
    ...[...TELLING, ...AREA.map((field) => lane(field)), SYSTEM_LANE]
      .filter((number) => number !== given && number !== family && !lanes.includes(number))
      .map(byLane),
  ];
  return ways.some(values);
}
