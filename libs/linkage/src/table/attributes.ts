import { isNhsNumber } from '../standardise/contact.js';
import { hasForms, nicknameGroup } from '../standardise/nicknames.js';
import { standardisePostcode } from '../standardise/postcode.js';
import { soundOf } from '../standardise/sound.js';
import { type Dictionary, hashOf } from './dictionary.js';
import { lane } from './fields.js';
import type { RecordTable } from './record-table.js';

/** What is worked out once per distinct value: a number for each value of a dictionary. */
export class Attribute {
  values = new Int32Array(0);
  private known = 0;

  constructor(
    private readonly dictionary: Dictionary,
    private readonly make: (text: string) => number,
  ) {}

  /** Works out the values that have come since the last time. */
  extend(): void {
    const { size } = this.dictionary;
    if (size <= this.known) return;
    if (size > this.values.length) {
      const larger = new Int32Array(this.known === 0 ? size : size + 1024);
      larger.set(this.values);
      this.values = larger;
    }
    for (let id = Math.max(1, this.known); id < size; id++)
      this.values[id] = this.make(this.dictionary.text(id));
    this.known = size;
  }
}

const hashOrBlank = (text: string): number => (text === '' ? 0 : hashOf(text));

/** Words of a street address without its numbers and flats. */
function streetOf(address: string): string {
  return address
    .split(' ')
    .filter((word) => !/\d/.test(word) && word !== 'flat' && word.length > 1)
    .join(' ');
}

/** First number of an address, or 0. */
function houseNumberOf(address: string): number {
  const found = /\d+/.exec(address);
  return found === null ? 0 : Number(found[0]) % 1_000_000;
}

/** Pairs of neighbouring letters, as bits of a 64-bit signature: half `low`, half `high`. */
function lettersSignature(address: string, high: boolean): number {
  let bits = 0;
  for (let at = 0; at + 1 < address.length; at++) {
    const slot =
      (Math.imul(address.charCodeAt(at) * 31 + address.charCodeAt(at + 1), 0x9e3779b1) >>> 26) & 63;
    if (slot >= 32 === high) bits |= 1 << (slot & 31);
  }
  return bits;
}

/** All derived numbers of a record table; hashes are 0 for blanks and the same for any order of the input. */
export class Attributes {
  readonly givenRoot: Attribute;
  readonly givenSound: Attribute;
  readonly givenInitial: Attribute;
  /** 1 where the nickname table knows the name. */
  readonly givenHasForms: Attribute;
  readonly familySound: Attribute;
  /** First two letters. */
  readonly familyStart: Attribute;
  readonly birth: Attribute;
  readonly outward: Attribute;
  readonly sector: Attribute;
  /** 1 where the postcode is a whole unit. */
  readonly isUnit: Attribute;
  readonly street: Attribute;
  readonly houseNumber: Attribute;
  readonly signatureLow: Attribute;
  readonly signatureHigh: Attribute;
  readonly emailLocal: Attribute;
  /** 1 where the national identifier is a sound NHS number. */
  readonly isNhs: Attribute;

  constructor(table: RecordTable) {
    const of = (number: number, make: (text: string) => number): Attribute =>
      new Attribute(table.dictionaries[number]!, make);
    const [given, family, postcode, address] = [
      lane('givenName'),
      lane('familyName'),
      lane('postcode'),
      lane('address'),
    ];
    this.givenRoot = of(given, (text) => hashOrBlank(text.length > 1 ? nicknameGroup(text) : ''));
    this.givenSound = of(given, (text) => hashOrBlank(text.length > 1 ? soundOf(text) : ''));
    this.givenInitial = of(given, (text) => text.charCodeAt(0));
    this.givenHasForms = of(given, (text) => (hasForms(text) ? 1 : 0));
    this.familySound = of(family, (text) => hashOrBlank(soundOf(text)));
    this.familyStart = of(family, (text) => hashOrBlank(text.slice(0, 2)));
    this.birth = of(lane('dateOfBirth'), Number);
    this.outward = of(postcode, (text) => hashOrBlank(standardisePostcode(text).outward));
    this.sector = of(postcode, (text) => hashOrBlank(standardisePostcode(text).sector));
    this.isUnit = of(postcode, (text) => (standardisePostcode(text).unit === '' ? 0 : 1));
    this.street = of(address, (text) => hashOrBlank(streetOf(text)));
    this.houseNumber = of(address, houseNumberOf);
    this.signatureLow = of(address, (text) => lettersSignature(text, false));
    this.signatureHigh = of(address, (text) => lettersSignature(text, true));
    this.emailLocal = of(lane('email'), (text) => hashOf(text.slice(0, text.indexOf('@'))));
    this.isNhs = of(lane('nationalId'), (text) => (isNhsNumber(text) ? 1 : 0));
    this.extend();
  }

  /** Catches up with values added since. */
  extend(): void {
    for (const attribute of Object.values(this) as unknown[])
      if (attribute instanceof Attribute) attribute.extend();
  }
}
