/**
 * What an account may do, agency by agency. Each role opens rows of the agencies for which it is held and of no other; row-level
 * security holds it. An administrator stands for the hub itself and sees no row of any agency.
 */
export const ACCOUNT_ROLES = [
  'partner',
  'lead',
  'analyst',
  'editor',
  'reviewer',
  'officer',
  'duty',
  'administrator',
] as const;

export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** Stands for the hub where a right belongs to no agency: an administrator's. */
export const WHOLE_HUB = '*';

/** One role for one agency. */
export interface Right {
  role: AccountRole;
  /** Code of the agency; `*` for the hub itself (administrators alone). */
  agency: string;
}

/** What each role may do, in words for whoever gives it. */
export const ROLE_WORDS: Readonly<Record<AccountRole, string>> = {
  partner: 'sends files, reads receipts and mends rejected rows',
  lead: 'answers for the agency’s sources, agreements, released quotes and decisions',
  analyst: 'reads comments, codes them and sees exact working figures',
  editor: 'changes codebooks',
  reviewer: 'compares identities, two at a time, with a reason',
  officer: 'writes and releases reports',
  duty: 'looks at comments in which somebody may be at risk',
  administrator: 'makes and ends accounts and sees alarms; reads no comment',
};

/** Each of the roles for each of the agencies; an administrator's is the hub's whatever the agencies. */
export function rightsOf(roles: readonly AccountRole[], agencies: readonly string[]): Right[] {
  return [...new Set(roles)].flatMap((role): Right[] =>
    role === 'administrator'
      ? [{ role, agency: WHOLE_HUB }]
      : [...new Set(agencies)].map((agency) => ({ role, agency })),
  );
}
