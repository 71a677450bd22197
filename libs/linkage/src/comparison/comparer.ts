import type { Attributes } from '../table/attributes.js';
import { sameFormalName } from '../standardise/nicknames.js';
import { MIDDLE_LANE } from '../table/fields.js';
import type { RecordTable } from '../table/record-table.js';
import { compareBirth } from './compare-birth.js';
import { compareEmails } from './compare-email.js';
import { NameComparer, familyNameLevel, givenNameLevel, placeLevel } from './compare-names.js';
import { oneSlipApart } from './jaro-winkler.js';

const SPACE = 32;
/** How many of two names are found again in each other's place. */
const [ONE, BOTH] = [1, 2];

function sameBytes(a: Uint8Array, from: number, b: Uint8Array, start: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (a[from + at] !== b[start + at]) return false;
  return true;
}

/** Number of one-bits. */
function bitCount(bits: number): number {
  let x = bits - ((bits >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return (Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24) & 63;
}

/** Compares records by row number; a comparison vector is two whole numbers of three bits a level. */
export class Comparer {
  /** Levels of the ten fields, three bits each, of the pair last compared. */
  low = 0;
  /** Levels of the plain categories likewise. */
  high = 0;
  private readonly given: NameComparer;
  private readonly family: NameComparer;
  private readonly place: NameComparer;
  private readonly categories: NameComparer[];

  constructor(
    private readonly table: RecordTable,
    private readonly attributes: Attributes,
  ) {
    const { dictionaries } = table;
    this.given = new NameComparer(
      dictionaries[0]!,
      givenNameLevel(() => attributes.givenHasForms.values),
    );
    this.family = new NameComparer(dictionaries[1]!, familyNameLevel);
    this.place = new NameComparer(dictionaries[5]!, placeLevel);
    this.categories = table.categories.map((_, at) => new NameComparer(dictionaries[13 + at]!, placeLevel));
  }

  /** Sets `low` and `high` for two rows of the table. */
  compare(rowA: number, rowB: number): void {
    const { rows, stride } = this.table;
    const a = rowA * stride;
    const b = rowB * stride;
    const names = this.compareNames(rows, a, b);
    const birth = compareBirth(
      this.attributes.birth.values[rows[a + 2]!]!,
      this.attributes.birth.values[rows[b + 2]!]!,
    );
    const sex = this.compareSex(rows[a + 3]!, rows[b + 3]!, names & 7);
    this.low =
      names |
      (birth << 6) |
      (sex << 9) |
      (this.comparePostcodes(rows[a + 4]!, rows[b + 4]!) << 12) |
      (this.byName(this.place, rows[a + 5]!, rows[b + 5]!) << 15) |
      (this.compareAddresses(rows[a + 6]!, rows[b + 6]!) << 18) |
      (compareEmails(this.table, rows, a, b) << 21) |
      (this.compareDigits(8, rows[a + 8]!, rows[b + 8]!) << 24) |
      (this.compareDigits(9, rows[a + 9]!, rows[b + 9]!) << 27);
    let high = 0;
    for (let at = 0; at < this.categories.length; at++) {
      high |= this.byName(this.categories[at]!, rows[a + 13 + at]!, rows[b + 13 + at]!) << (3 * at);
    }
    this.high = high;
  }

  /** Two people of one given name are of one sex as a rule: only a difference then tells anything. */
  private compareSex(a: number, b: number, givenLevel: number): number {
    if (a === 0 || b === 0) return 0;
    if (a !== b) return 2;
    return givenLevel === 1 || givenLevel === 2 ? 0 : 1;
  }

  private compareNames(rows: Int32Array, a: number, b: number): number {
    const [givenA, givenB, familyA, familyB] = [rows[a]!, rows[b]!, rows[a + 1]!, rows[b + 1]!];
    let given =
      givenA === 0 || givenB === 0
        ? 0
        : givenA === givenB
          ? this.sameGiven(givenA)
          : this.given.compare(givenA, givenB);
    let family =
      familyA === 0 || familyB === 0 ? 0 : familyA === familyB ? 1 : this.family.compare(familyA, familyB);
    if (given === 6 && (rows[a + MIDDLE_LANE] !== 0 || rows[b + MIDDLE_LANE] !== 0))
      given = this.middleNames(rows, a, b);
    if ((given === 0 || given >= 5) && (family === 0 || family >= 3)) {
      const exchanged = this.exchanged(givenA, familyA, givenB, familyB);
      if (exchanged === BOTH) [given, family] = [7, 0];
      else if (exchanged === ONE) family = 6;
    }
    return given | (family << 3);
  }

  /** Two equal initials say no more than an initial that fits a name. */
  private sameGiven(given: number): number {
    return this.given.length(given) === 1 ? 3 : 1;
  }

  /** A person known by a middle name counts as known by a nickname. */
  private middleNames(rows: Int32Array, a: number, b: number): number {
    const middle = this.table.dictionaries[MIDDLE_LANE]!;
    const uses = (firstId: number, middleId: number): boolean => {
      if (firstId === 0 || middleId === 0) return false;
      const first = this.given.text(firstId);
      return first.length > 1 && middle.text(middleId).split(' ').includes(first);
    };
    return uses(rows[a]!, rows[b + MIDDLE_LANE]!) || uses(rows[b]!, rows[a + MIDDLE_LANE]!) ? 2 : 6;
  }

  /**
   * Given and family name in each other's place. Where both are, the exchange is weighed once, under the given name, and
   * the family name counts as blank; where only one is found again, it is weighed under the family name.
   */
  private exchanged(givenA: number, familyA: number, givenB: number, familyB: number): number {
    const across = this.across(givenA, familyB);
    const back = this.across(givenB, familyA);
    if (across >= 1 && back >= 1) return BOTH;
    if (across < 2 && back < 2) return 0;
    const left = across === 2 ? this.shortForm(givenB, familyA) : this.shortForm(givenA, familyB);
    return left ? BOTH : ONE;
  }

  private shortForm(given: number, family: number): boolean {
    if (given === 0 || family === 0) return false;
    return sameFormalName(this.given.text(given), this.family.text(family));
  }

  /** 2 where a given and a family name, or its first word, are equal, 1 where a slip apart, 0 where one is blank or they differ. */
  private across(given: number, family: number): number {
    if (given === 0 || family === 0) return 0;
    const left = this.table.dictionaries[0]!;
    const right = this.table.dictionaries[1]!;
    if (left.hashes[given] === right.hashes[family]) return 2;
    const [from, to] = [left.starts[given]!, left.starts[given + 1]!];
    const [start, end] = [right.starts[family]!, right.starts[family + 1]!];
    if (to - from < 3 || end - start < 3) return 0;
    if (right.arena[start + to - from] === SPACE && start + to - from < end)
      return sameBytes(left.arena, from, right.arena, start, to - from) ? 2 : 0;
    return oneSlipApart(left.arena, from, to, right.arena, start, end) ? 1 : 0;
  }

  private byName(comparer: NameComparer, a: number, b: number): number {
    if (a === 0 || b === 0) return 0;
    return a === b ? 1 : comparer.compare(a, b);
  }

  private comparePostcodes(a: number, b: number): number {
    if (a === 0 || b === 0) return 0;
    const { isUnit, sector, outward } = this.attributes;
    const units = isUnit.values[a] === 1 && isUnit.values[b] === 1;
    if (a === b) return units ? 1 : sector.values[a] !== 0 ? 3 : 4;
    if (units && this.slip(4, a, b)) return 2;
    if (sector.values[a] !== 0 && sector.values[a] === sector.values[b]) return 3;
    return outward.values[a] === outward.values[b] ? 4 : 5;
  }

  private compareAddresses(a: number, b: number): number {
    if (a === 0 || b === 0) return 0;
    if (a === b) return 1;
    const { signatureLow, signatureHigh, houseNumber, street } = this.attributes;
    const [lowA, highA] = [signatureLow.values[a]!, signatureHigh.values[a]!];
    const [lowB, highB] = [signatureLow.values[b]!, signatureHigh.values[b]!];
    const sameNumber = houseNumber.values[a] === houseNumber.values[b];
    if (street.values[a] !== 0 && street.values[a] === street.values[b]) return sameNumber ? 2 : 3;
    const shared = bitCount(lowA & lowB) + bitCount(highA & highB);
    const all = bitCount(lowA) + bitCount(highA) + bitCount(lowB) + bitCount(highB);
    const dice = (2 * shared) / all;
    if (dice >= 0.8) return sameNumber ? 2 : 3;
    return this.slip(6, a, b) ? 2 : 4;
  }

  private compareDigits(laneNumber: number, a: number, b: number): number {
    if (a === 0 || b === 0) return 0;
    if (a === b) return 1;
    return this.slip(laneNumber, a, b) ? 2 : 3;
  }

  private slip(laneNumber: number, a: number, b: number): boolean {
    const { arena, starts } = this.table.dictionaries[laneNumber]!;
    return oneSlipApart(arena, starts[a]!, starts[a + 1]!, arena, starts[b]!, starts[b + 1]!);
  }
}
