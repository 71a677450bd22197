import type { Transaction } from '../../database.js';
import { isUuid } from '../engagement/workbench-submissions.js';
import type { RespondentRow } from '../linkage/people.js';

/** Identifying fields of one submission, as given. */
export interface RespondentDetails {
  submission: string;
  fullName: string | null;
  dateOfBirth: string | null;
  email: string | null;
  phone: string | null;
  postcode: string | null;
}

/** Of somebody who has opened as many identities within a day as one person may; see `vault.look`. */
export const DAY_IS_USED_UP = 'day-is-used-up';

/** The same beside another's: with everything that matching compares. */
export interface MatchDetails extends Omit<RespondentRow, 'id' | 'hash' | 'agency' | 'source' | 'systemId'> {
  submission: string;
}

type VaultRow = Record<
  | 'submission'
  | 'address'
  | 'nhs_number'
  | 'sex'
  | 'given_name'
  | 'family_name'
  | 'full_name'
  | 'date_of_birth'
  | 'email'
  | 'phone'
  | 'postcode',
  string | null
>;

/**
 * Reads one respondent for a reviewer. The reading, and the attempt, is audited with its reason in this transaction.
 * @returns null where there is none for this session
 */
export async function readRespondent(
  tx: Transaction,
  submission: string,
  reason: string,
): Promise<RespondentDetails | typeof DAY_IS_USED_UP | null> {
  if (!isUuid(submission)) return null;
  const found = await look(tx, 'vault.read', submission, reason);
  if (!found || found === DAY_IS_USED_UP) return found;
  const parts = [found.given_name, found.family_name].filter((part) => part);
  return {
    submission,
    fullName: found.full_name ?? (parts.length > 0 ? parts.join(' ') : null),
    dateOfBirth: found.date_of_birth,
    email: found.email,
    phone: found.phone,
    postcode: found.postcode,
  };
}

/**
 * Reads one record of a possible match for a reviewer, audited like every reading of the vault.
 * @returns null where it is no record of a stored pair for this session
 */
export async function readForMatch(
  tx: Transaction,
  submission: string,
  reason: string,
): Promise<MatchDetails | typeof DAY_IS_USED_UP | null> {
  const found = await look(tx, 'vault.read_for_match', submission, reason);
  if (!found || found === DAY_IS_USED_UP) return found;
  return {
    submission,
    givenName: found.given_name,
    familyName: found.family_name,
    fullName: found.full_name,
    dateOfBirth: found.date_of_birth,
    sex: found.sex,
    email: found.email,
    phone: found.phone,
    address: found.address,
    postcode: found.postcode,
    nationalId: found.nhs_number,
  };
}

async function look(
  tx: Transaction,
  door: 'vault.read' | 'vault.read_for_match',
  submission: string,
  reason: string,
): Promise<VaultRow | typeof DAY_IS_USED_UP | null> {
  const [row] = await tx.query<{ found: VaultRow | { over: true } | null }>(
    `SELECT ${door}($1, $2) AS found`,
    [submission, reason],
  );
  const found = row?.found ?? null;
  return found && 'over' in found ? DAY_IS_USED_UP : found;
}
