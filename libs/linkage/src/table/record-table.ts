import { packDate, standardiseBirthDate } from '../standardise/birth-date.js';
import {
  standardiseEmail,
  standardiseNationalId,
  standardisePhone,
  standardiseSex,
} from '../standardise/contact.js';
import { standardiseAddress, standardisePlace } from '../standardise/address.js';
import { nameWords, standardiseName } from '../standardise/name.js';
import { isNobodysBirthDay, isNobodysId, mayBeNobody, nobodysName } from '../standardise/placeholders.js';
import { standardisePostcode } from '../standardise/postcode.js';
import { Dictionary } from './dictionary.js';
import { sharedInts } from './shared-ints.js';
import {
  FIRST_CATEGORY_LANE,
  MIDDLE_LANE,
  MOST_CATEGORIES,
  type PersonFields,
  SOURCE_LANE,
  SYSTEM_LANE,
} from './fields.js';

/** Values seen lately, so that a common name is standardised once. */
class Memo {
  private seen = new Map<string, number>();

  get(value: string | null | undefined, make: (value: string) => number): number {
    if (value === null || value === undefined || value === '') return 0;
    const known = this.seen.get(value);
    if (known !== undefined) return known;
    const id = make(value);
    if (this.seen.size > 60_000) this.seen.clear();
    this.seen.set(value, id);
    return id;
  }
}

/** Postcode as stored: the unit where known, otherwise its sector or outward part. */
function postcodeText(value: string): string {
  const parts = standardisePostcode(value);
  return parts.unit || parts.sector || parts.outward;
}

function emailText(value: string): string {
  const { local, domain } = standardiseEmail(value);
  return local === '' ? '' : `${local}@${domain}`;
}

/** A birth date as stored: eight digits, zeros for absent parts. */
function birthText(value: string): string {
  const packed = packDate(standardiseBirthDate(value));
  const text = packed === 0 ? '' : String(packed).padStart(8, '0');
  return isNobodysBirthDay(text) ? '' : text;
}

/**
 * All records as rows of small numbers: one lane a field, each the number of a standardised value in
 * that field's dictionary. 64 bytes a record, so that a pair costs two cache lines.
 */
export class RecordTable {
  count = 0;
  readonly stride: number;
  rows: Int32Array;
  /** One dictionary a lane. */
  readonly dictionaries: Dictionary[];
  ids = new Dictionary();
  private memos: Memo[];
  /** Given and family names by number: whether they can begin the name of nobody. */
  private readonly suspects: [Map<number, boolean>, Map<number, boolean>] = [new Map(), new Map()];

  constructor(readonly categories: readonly string[] = []) {
    if (categories.length > MOST_CATEGORIES) {
      throw new Error(
        `At most ${MOST_CATEGORIES} plain categories can be compared, ${categories.length} were given`,
      );
    }
    this.stride = categories.length <= 3 ? 16 : 20;
    this.rows = new Int32Array(this.stride * 1024);
    this.dictionaries = Array.from(
      { length: FIRST_CATEGORY_LANE + categories.length },
      () => new Dictionary(),
    );
    this.memos = this.dictionaries.map(() => new Memo());
  }

  /** Standardises and stores one record; gives its row number. */
  add(record: PersonFields): number {
    const row = this.count++;
    if (this.ids.intern(record.id) !== row + 1) throw new Error('Two records have the same id');
    this.write(row, record);
    return row;
  }

  /** Writes a record after the last one without keeping it: a place to compare a newcomer from. */
  scratch(record: PersonFields): number {
    this.write(this.count, record);
    return this.count;
  }

  private makeRoom(row: number): void {
    if ((row + 1) * this.stride <= this.rows.length) return;
    const larger = new Int32Array(Math.ceil((this.rows.length * 1.6) / this.stride) * this.stride);
    larger.set(this.rows);
    this.rows = larger;
  }

  private write(row: number, record: PersonFields): void {
    this.makeRoom(row);
    const at = row * this.stride;
    const intern = (number: number, text: string): number => this.dictionaries[number]!.intern(text);
    this.addName(at, record);
    this.put(at, 2, record.dateOfBirth, birthText);
    this.put(at, 3, record.sex, standardiseSex);
    this.put(at, 4, record.postcode, postcodeText);
    this.put(at, 5, record.place, standardisePlace);
    this.rows[at + 6] = record.address ? intern(6, standardiseAddress(record.address)) : 0;
    this.rows[at + 7] = record.email ? intern(7, emailText(record.email)) : 0;
    this.rows[at + 8] = record.phone ? intern(8, standardisePhone(record.phone)) : 0;
    this.rows[at + 9] = record.nationalId ? intern(9, standardiseNationalId(record.nationalId).id) : 0;
    this.put(at, SOURCE_LANE, record.source, (text) => text);
    this.rows[at + SYSTEM_LANE] =
      record.systemId && !isNobodysId(record.systemId)
        ? intern(SYSTEM_LANE, `${record.source ?? ''}|${record.systemId}`)
        : 0;
    for (let number = 0; number < this.categories.length; number++) {
      this.put(at, FIRST_CATEGORY_LANE + number, record.categories?.[number], standardisePlace);
    }
  }

  /** Text of a record's id. */
  idOf(row: number): string {
    return this.ids.text(row + 1);
  }

  /** Row of a record's id, or -1. */
  rowOf(id: string): number {
    return this.ids.find(id) - 1;
  }

  /** Standardised text of one lane of a record. */
  valueOf(row: number, laneNumber: number): string {
    return this.dictionaries[laneNumber]!.text(this.rows[row * this.stride + laneNumber]!);
  }

  /** A table of these rows alone, as if the others had never been: values are numbered afresh. */
  only(rows: readonly number[]): RecordTable {
    const part = new RecordTable(this.categories);
    for (const row of rows) {
      const to = part.count++;
      part.ids.intern(this.idOf(row));
      part.makeRoom(to);
      for (let number = 0; number < this.dictionaries.length; number++)
        part.rows[to * part.stride + number] = part.dictionaries[number]!.intern(this.valueOf(row, number));
    }
    return part;
  }

  private put(
    at: number,
    number: number,
    value: string | null | undefined,
    standardise: (value: string) => string,
  ): void {
    this.rows[at + number] = this.memos[number]!.get(value, (text) =>
      this.dictionaries[number]!.intern(standardise(text)),
    );
  }

  private addName(at: number, record: PersonFields): void {
    const [givenNames, familyNames, ,] = this.dictionaries as [Dictionary, Dictionary];
    if (record.fullName && !(record.givenName && record.familyName)) {
      const name = standardiseName(record.givenName, record.familyName, record.fullName);
      this.rows[at] = givenNames.intern(name.first);
      this.rows[at + 1] = familyNames.intern(name.family);
      this.rows[at + MIDDLE_LANE] = this.dictionaries[MIDDLE_LANE]!.intern(name.middle);
    } else {
      this.put(at, 0, record.givenName, (text) => standardiseName(text, null, null).first);
      this.put(at, MIDDLE_LANE, record.givenName, (text) => standardiseName(text, null, null).middle);
      this.put(at, 1, record.familyName, (text) => standardiseName(null, text, null).family);
    }
    this.withoutNobody(at, record);
  }

  /** Blanks the halves of a name that are nobody's: "Not Answered", "A N Other", "Test Test". */
  private withoutNobody(at: number, record: PersonFields): void {
    if (!this.mayBeNobody(0, this.rows[at]!) && !this.mayBeNobody(1, this.rows[at + 1]!)) return;
    const whole = record.fullName && !(record.givenName && record.familyName);
    const given = nameWords(whole ? record.fullName : record.givenName).join(' ');
    const family = whole ? '' : nameWords(record.familyName).join(' ');
    const nobody = nobodysName(given, family);
    if (nobody.given) this.rows[at] = this.rows[at + MIDDLE_LANE] = 0;
    if (nobody.family || (whole && nobody.given)) this.rows[at + 1] = 0;
  }

  private mayBeNobody(number: 0 | 1, id: number): boolean {
    if (id === 0) return false;
    const known = this.suspects[number].get(id);
    if (known !== undefined) return known;
    const suspect = mayBeNobody(this.dictionaries[number]!.text(id).split(' ')[0]);
    this.suspects[number].set(id, suspect);
    return suspect;
  }

  /**
   * Puts the rows in the order of their ids, so that nothing further on depends on the order of the input.
   * @returns the former row of each row
   */
  sortById(): Uint32Array {
    this.memos = this.dictionaries.map(() => new Memo());
    const ids = this.ids;
    const order = Uint32Array.from({ length: this.count }, (_, row) => row);
    const { arena, starts } = ids;
    const compare = (a: number, b: number): number => {
      let x = starts[a + 1]!;
      let y = starts[b + 1]!;
      const xEnd = starts[a + 2]!;
      const yEnd = starts[b + 2]!;
      while (x < xEnd && y < yEnd) {
        const difference = arena[x++]! - arena[y++]!;
        if (difference !== 0) return difference;
      }
      return xEnd - x - (yEnd - y);
    };
    let sorted = true;
    for (let row = 1; row < this.count && sorted; row++) sorted = compare(row - 1, row) < 0;
    if (sorted) return order;
    order.sort(compare);
    const rows = sharedInts(this.count * this.stride);
    const sortedIds = new Dictionary();
    order.forEach((from, to) => {
      rows.set(this.rows.subarray(from * this.stride, (from + 1) * this.stride), to * this.stride);
      sortedIds.intern(ids.text(from + 1));
    });
    this.rows = rows;
    this.ids = sortedIds;
    return order;
  }
}
