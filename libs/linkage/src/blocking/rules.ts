import type { Attributes } from '../table/attributes.js';
import type { FieldName } from '../table/fields.js';
import { mixed } from '../table/dictionary.js';
import type { RecordTable } from '../table/record-table.js';

/** A part of a blocking key: a field as it stands, or something derived from it. */
export type KeyPart =
  | 'given' | 'givenRoot' | 'givenSound' | 'initial' | 'family' | 'familySound' | 'familyStart' | 'birth' | 'birthYear' | 'birthMonthDay'
  | 'birthMonth' | 'postcode' | 'outward' | 'area' | 'place' | 'address' | 'street' | 'email' | 'emailLocal' | 'phone' | 'nationalId' | 'names'
  | 'sex' | 'category'; // prettier-ignore

/** Records that agree in every part are compared. */
export interface BlockingRule {
  name: string;
  parts: readonly KeyPart[];
  /** Further parts, taken one after the other, that split blocks which are too large. */
  refine: readonly KeyPart[];
}

/** Fields that a key part conditions on: their m probabilities are not learnt from the pairs that it finds. */
export const FIELDS_OF: Record<KeyPart, readonly FieldName[]> = {
  given: ['givenName'],
  givenRoot: ['givenName'],
  givenSound: ['givenName'],
  initial: ['givenName'],
  family: ['familyName'],
  familySound: ['familyName'],
  familyStart: ['familyName'],
  birth: ['dateOfBirth'],
  birthYear: ['dateOfBirth'],
  birthMonthDay: ['dateOfBirth'],
  birthMonth: ['dateOfBirth'],
  postcode: ['postcode'],
  outward: ['postcode'],
  area: ['postcode', 'place'],
  place: ['place'],
  address: ['address'],
  street: ['address'],
  email: ['email'],
  emailLocal: ['email'],
  phone: ['phone'],
  nationalId: ['nationalId'],
  names: ['givenName', 'familyName'],
  sex: ['sex'],
  category: [],
};

const rule = (name: string, parts: string, refine = ''): BlockingRule => ({
  name,
  parts: parts.split(' ') as KeyPart[],
  refine: (refine === '' ? [] : refine.split(' ')) as KeyPart[],
});

/**
 * The person model's rules, the most useful first. The first sixteen for which the data has the fields are used: a record's
 * blocks fill one cache line. Keys are coarse on purpose: small data are compared widely, and in large data every block
 * beyond the budget of pairs is split by the further parts.
 */
export const PERSON_RULES: readonly BlockingRule[] = [
  rule('national identifier', 'nationalId'),
  rule('e-mail', 'email', 'givenRoot'),
  rule('phone', 'phone', 'givenRoot'),
  rule('birth date', 'birth', 'familySound initial area'),
  rule('birth date and given name', 'birth givenRoot', 'area'),
  rule('names', 'givenRoot familySound', 'birthYear birthMonth area'),
  rule('sound of names', 'givenSound familySound', 'area birthMonth'),
  rule('postcode and given name', 'postcode', 'givenRoot birthYear'),
  rule('postcode and family name', 'postcode familySound', 'initial birthYear'),
  rule('given name and birth year', 'givenRoot birthYear', 'area birthMonth'),
  rule('names swapped', 'names', 'birthYear area'),
  rule('address', 'address', 'initial givenSound'),
  rule('birthday and family name', 'birthMonthDay familySound', 'initial area'),
  rule('area and birth year', 'area birthYear', 'birthMonth initial sex'),
  rule('family name and area', 'familySound area', 'birthYear birthMonth initial'),
  rule('name part of e-mail', 'emailLocal', 'givenRoot'),
  rule('family name and birth year', 'familySound birthYear', 'initial birthMonth'),
  rule('given name and area', 'givenRoot area', 'familySound birthYear'),
  rule('place and given name', 'place givenRoot', 'birthYear familySound'),
  rule('place and family name', 'place familySound', 'birthYear initial'),
  rule('place and birth year', 'place birthYear', 'initial birthMonth'),
  rule('postcode and starts of names', 'postcode initial familyStart', 'birthYear'),
  rule('given name and start of family name', 'givenRoot familyStart', 'birthYear area birthMonth'),
  rule('family name', 'familySound', 'initial birthYear'),
];

type Reader = (row: number) => number;

/** Gives each record's hash of a key part; 0 where it is blank, so that the record stays out. */
export function keyReader(part: KeyPart, table: RecordTable, attributes: Attributes): Reader {
  const { stride, dictionaries } = table;
  const own = (number: number): Reader => {
    const dictionary = dictionaries[number]!;
    return (row) => dictionary.hashes[table.rows[row * stride + number]!]!;
  };
  const derived = (number: number, values: () => Int32Array): Reader => {
    return (row) => values()[table.rows[row * stride + number]!]!;
  };
  const birth = (of: (packed: number) => number): Reader =>
    derived(2, () => attributes.birth.values) &&
    ((row) => of(attributes.birth.values[table.rows[row * stride + 2]!]!));
  switch (part) {
    case 'given': return own(0);
    case 'givenRoot': return derived(0, () => attributes.givenRoot.values);
    case 'givenSound': return derived(0, () => attributes.givenSound.values);
    case 'initial': return derived(0, () => attributes.givenInitial.values);
    case 'family': return own(1);
    case 'familySound': return derived(1, () => attributes.familySound.values);
    case 'familyStart': return derived(1, () => attributes.familyStart.values);
    case 'birth': return birth((packed) => (packed % 100 === 0 ? 0 : packed));
    case 'birthYear': return birth((packed) => Math.floor(packed / 10000));
    case 'birthMonthDay': return birth((packed) => (packed % 100 === 0 ? 0 : packed % 10000));
    case 'birthMonth': return birth((packed) => Math.floor(packed / 100) % 100);
    case 'postcode': return (row) => attributes.isUnit.values[table.rows[row * stride + 4]!]! && own(4)(row);
    case 'outward': return derived(4, () => attributes.outward.values);
    case 'area': return areaOf(derived(4, () => attributes.outward.values), own(5));
    case 'place': return own(5);
    case 'address': return own(6);
    case 'street': return derived(6, () => attributes.street.values);
    case 'email': return own(7);
    case 'emailLocal': return derived(7, () => attributes.emailLocal.values);
    case 'phone': return own(8);
    case 'nationalId': return own(9);
    case 'sex': return own(3);
    case 'category': return own(13);
    case 'names': return swappedNames(own(0), own(1));
  } // prettier-ignore
}

/** Wider area: the outward part of the postcode, or the place where no postcode was given. */
const areaOf =
  (outward: Reader, place: Reader): Reader =>
  (row) =>
    outward(row) || place(row);

/** One hash for a given and a family name in either order; blank where they are the same. */
function swappedNames(given: Reader, family: Reader): Reader {
  return (row) => {
    const [a, b] = [given(row), family(row)];
    if (a === 0 || b === 0 || a === b) return 0;
    return mixed(Math.min(a, b) ^ Math.imul(Math.max(a, b), 0x9e3779b1)) || 1;
  };
}

/** One hash of several parts; 0 as soon as one is blank. */
export function combinedReader(readers: readonly Reader[]): Reader {
  const [first, second, third] = readers;
  if (second === undefined)
    return (row) => mixed(first!(row) === 0 ? 0 : first!(row) ^ 0x51ed270b) * Number(first!(row) !== 0);
  return (row) => {
    const a = first!(row);
    if (a === 0) return 0;
    const b = second(row);
    if (b === 0) return 0;
    let hash = mixed(mixed(a ^ 0x51ed270b) + b);
    if (third !== undefined) {
      const c = third(row);
      if (c === 0) return 0;
      hash = mixed(hash + c);
    }
    return hash || 1;
  };
}
