import { formalNames, sameFormalName } from '../standardise/nicknames.js';
import { type Identity, datePartsApart } from './identity.js';

/** A rule: records with an equal key are compared, and joined (or shown to a reviewer) where `holds`. */
export interface ExactRule {
  name: string;
  /** Empty where the record lacks a part of the key. */
  key: (identity: Identity) => string;
  holds: (a: Identity, b: Identity) => boolean;
  weight: number;
  /** Joined when at or above the model's threshold; the rest is for clerical review. */
  fields: readonly string[];
}

const all = (...parts: (string | number)[]): string =>
  parts.some((part) => part === '' || part === 0) ? '' : parts.join('|');
const fullDate = (birth: number): number =>
  birth % 100 !== 0 && Math.floor(birth / 100) % 100 !== 0 ? birth : 0;
const datesAgree = (a: Identity, b: Identity): boolean => datePartsApart(a.birth, b.birth) <= 1;
const initials = (a: Identity, b: Identity): boolean => a.first !== '' && a.first[0] === b.first[0];
const fitsInitial = (initial: string, of: Identity): boolean =>
  initial === of.first[0] || formalNames(of.first).some((name) => name[0] === initial);
const namesAgree = (a: Identity, b: Identity): boolean =>
  a.first !== '' &&
  b.first !== '' &&
  (sameFormalName(a.first, b.first) ||
    (a.first.length === 1 && fitsInitial(a.first, b)) ||
    (b.first.length === 1 && fitsInitial(b.first, a)));

/** Strongest first: pairs are joined in this order. */
export const EXACT_RULES: readonly ExactRule[] = [
  { name: 'system-id', key: (r) => r.system, holds: () => true, weight: 40, fields: ['systemId'] },
  { name: 'nhs-number', key: (r) => r.nhs, holds: () => true, weight: 30, fields: ['nationalId'] },
  {
    name: 'name-and-birth-date',
    key: (r) => all(r.root, r.family, fullDate(r.birth)),
    holds: namesAgree,
    weight: 20,
    fields: ['givenName', 'familyName', 'dateOfBirth'],
  },
  {
    name: 'email-and-given-name',
    key: (r) => r.email,
    holds: (a, b) => namesAgree(a, b) && datesAgree(a, b),
    weight: 18,
    fields: ['email', 'givenName'],
  },
  {
    name: 'name-and-postcode',
    key: (r) => all(r.root, r.family, r.postcode),
    holds: (a, b) => namesAgree(a, b) && datesAgree(a, b),
    weight: 16,
    fields: ['givenName', 'familyName', 'postcode'],
  },
  {
    name: 'phone-and-name',
    key: (r) => all(r.phone, r.family, r.first.slice(0, 1)),
    holds: (a, b) => namesAgree(a, b) && datesAgree(a, b),
    weight: 15,
    fields: ['phone', 'familyName', 'givenName'],
  },
  {
    name: 'given-name-postcode-and-birth-date',
    key: (r) => all(r.root, r.postcode, fullDate(r.birth)),
    holds: namesAgree,
    weight: 14,
    fields: ['givenName', 'postcode', 'dateOfBirth'],
  },
  {
    name: 'swapped-name-and-birth-date',
    key: (r) => all(...[r.first, r.family].sort(), fullDate(r.birth)),
    holds: () => true,
    weight: 14,
    fields: ['givenName', 'familyName', 'dateOfBirth'],
  },
  {
    name: 'family-name-postcode-and-birth-date',
    key: (r) => all(r.family, r.postcode, fullDate(r.birth)),
    holds: initials,
    weight: 6,
    fields: ['familyName', 'postcode', 'dateOfBirth'],
  },
  {
    name: 'phone-and-given-name',
    key: (r) => all(r.phone, r.root),
    holds: (a, b) => namesAgree(a, b) && datesAgree(a, b),
    weight: 5,
    fields: ['phone', 'givenName'],
  },
];
