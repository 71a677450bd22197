import type { LinkageRecord } from '../contract.js';
import { packDate, standardiseBirthDate } from '../standardise/birth-date.js';
import {
  isNhsNumber,
  standardiseEmail,
  standardiseNationalId,
  standardisePhone,
} from '../standardise/contact.js';
import { standardiseName } from '../standardise/name.js';
import { nicknameGroup } from '../standardise/nicknames.js';
import { standardisePostcode } from '../standardise/postcode.js';

/** One record's identifying fields, standardised. */
export interface Identity {
  id: string;
  first: string;
  root: string;
  family: string;
  birth: number;
  email: string;
  phone: string;
  postcode: string;
  nhs: string;
  /** `source|system id`, empty where the source gave none. */
  system: string;
  source: string;
}

export function identityOf(record: LinkageRecord): Identity {
  const name = standardiseName(record.givenName, record.familyName, record.fullName);
  const email = standardiseEmail(record.email);
  const national = standardiseNationalId(record.nationalId).id;
  return {
    id: record.id,
    first: name.first,
    root: nicknameGroup(name.first),
    family: name.family,
    birth: packDate(standardiseBirthDate(record.dateOfBirth)),
    email: email.local === '' ? '' : `${email.local}@${email.domain}`,
    phone: standardisePhone(record.phone),
    postcode: standardisePostcode(record.postcode).unit,
    nhs: isNhsNumber(national) ? national : '',
    system: record.systemId === null || record.systemId === '' ? '' : `${record.source}|${record.systemId}`,
    source: record.source,
  };
}

/** How many of year, month and day are given on both sides and differ. */
export function datePartsApart(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  const apart = (x: number, y: number): number => (x !== 0 && y !== 0 && x !== y ? 1 : 0);
  return (
    apart(Math.floor(a / 10000), Math.floor(b / 10000)) +
    apart(Math.floor(a / 100) % 100, Math.floor(b / 100) % 100) +
    apart(a % 100, b % 100)
  );
}

/** Facts that forbid two records to be one person, whatever else agrees. */
export function vetoed(a: Identity, b: Identity): boolean {
  if (a.nhs !== '' && b.nhs !== '' && a.nhs !== b.nhs) return true;
  return a.source === b.source && a.system !== '' && b.system !== '' && a.system !== b.system;
}
