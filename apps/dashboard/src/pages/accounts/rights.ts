import type { AccountsQuery, Role } from '../../gql/graphql';
import { capital, listed } from '../../figures/format';

export type Accounts = AccountsQuery['accounts'];
export type Account = Accounts['accounts'][number];
export type Right = Account['rights'][number];

/** "Partner", "Lead": a role as a word of a sentence. */
export const roleName = (role: Role): string => capital(role.toLowerCase());

/** One line for each role: "Analyst of Plymouth City Council and NHS Devon"; "of every agency" where it is of all. */
export function rightsInWords(rights: readonly Right[], agencies: Accounts['agencies']): string[] {
  return [...new Set(rights.map(({ role }) => role))].map((role) => {
    const where = rights.filter((right) => right.role === role && right.agency !== null);
    if (where.length === 0) return `${roleName(role)} of the hub`;
    const names = where.map(
      ({ agency }) => agencies.find(({ code }) => code === agency)?.name ?? agency ?? '',
    );
    const every = agencies.length > 1 && where.length === agencies.length;
    return `${roleName(role)} of ${every ? 'every agency' : listed(names)}`;
  });
}

/** The rights with one more; a role for every agency is one for each. */
export function withRight(
  rights: readonly Right[],
  role: Role,
  agency: string,
  agencies: Accounts['agencies'],
): Right[] {
  const where =
    role === 'ADMINISTRATOR' ? [null] : agency === 'all' ? agencies.map(({ code }) => code) : [agency];
  const asked = where.map((one) => ({ role, agency: one }));
  return [...rights.filter((right) => !asked.some((one) => same(one, right))), ...asked];
}

const same = (one: Right, other: Right): boolean => one.role === other.role && one.agency === other.agency;

/** The rights without a role, whatever the agency. */
export const withoutRole = (rights: readonly Right[], role: Role): Right[] =>
  rights.filter((right) => right.role !== role);
