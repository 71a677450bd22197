import { HubError, rightsOf, type AccountRole, type Right } from '#domain';

import type { Database, Queryable, Transaction } from '../../database.js';
import { hashSecret } from '../intake/agencies-and-sources.js';
import { recordEvent } from '../audit/audit.js';
import { newSecret, type Viewer } from './access.js';

/** An account as whoever keeps accounts sees it: never what it looked at. */
export interface AccountLine {
  name: string;
  rights: Right[];
  madeAt: Date;
  signedInAt: Date | null;
  /** Whether a session of it is alive. */
  signedIn: boolean;
  /** Until when a link that nobody has used still opens; null without one. */
  linkUntil: Date | null;
  endedAt: Date | null;
  endedBy: string | null;
}

/** Why an account was not made, changed or ended, in words for whoever asked. */
const REFUSALS: Record<string, string> = {
  incomplete: 'An account needs a name of at most 120 letters, a role and an agency.',
  'agency-unknown': 'There is no agency of that code.',
  'last-administrator': 'This is the last administrator: make another before it is ended or loses that role.',
  'own-account': 'Another administrator changes your own account.',
  unknown: 'There is no account of that name.',
  minutes: 'A link lasts from 1 to 1440 minutes.',
};

/** @throws HubError `refuse` for any answer but `done` */
function held(answer: string | undefined): void {
  if (answer === 'done') return;
  throw new HubError('refuse', `account-${answer}`, REFUSALS[answer ?? ''] ?? 'The hub did not do it.');
}

const answerOf = async (db: Queryable, sql: string, values: unknown[]): Promise<string | undefined> =>
  (await db.query<{ answer: string }>(`SELECT ${sql} AS answer`, values))[0]?.answer;

/**
 * Makes an account or gives it exactly these rights, from the command line.
 * @param ownerDb as role `owner`: no other may touch accounts without an administrator's session
 * @throws HubError `refuse` where something is missing, an agency is unknown, or the last administrator would be lost
 */
export async function setAccount(ownerDb: Database, name: string, rights: readonly Right[]): Promise<void> {
  held(await answerOf(ownerDb, 'access.set_account($1, $2)', [name, JSON.stringify(rights)]));
}

/**
 * Adds an account, or changes what it may: each of the roles for each of the agencies.
 * @param ownerDb as role `owner`: no other may touch accounts
 * @throws HubError `refuse` where there is no role, no agency, or an agency is unknown
 */
export async function addAccount(
  ownerDb: Database,
  { name, roles, agencies }: Omit<Viewer, 'rights'>,
): Promise<void> {
  await setAccount(ownerDb, name, rightsOf(roles, agencies));
}

/**
 * Whose commands are those of an account of the operating system; or whether there is an account of that name.
 * @param ownerDb as role `owner`
 * @returns the account's name; null where there is none
 */
export async function accountBehind(
  ownerDb: Queryable,
  by: { osAccount: string } | { name: string },
): Promise<string | null> {
  const [column, value] = 'name' in by ? ['name', by.name] : ['os_account', by.osAccount];
  const [row] = await ownerDb.query<{ name: string }>(
    `SELECT name FROM access.account WHERE ${column} = $1 AND ended_at IS NULL`,
    [value],
  );
  return row?.name ?? null;
}

/**
 * Says whose the commands are that are given under an account of the operating system: this person's alone from now on.
 * @param ownerDb as role `owner`
 * @throws HubError `refuse` where there is no account of that name
 */
export async function setOsAccount(ownerDb: Database, name: string, osAccount: string): Promise<void> {
  await ownerDb.transaction(async (tx) => {
    await tx.query('UPDATE access.account SET os_account = NULL WHERE os_account = $1', [osAccount]);
    const [account] = await tx.query<{ id: string }>(
      'UPDATE access.account SET os_account = $2 WHERE name = $1 AND ended_at IS NULL RETURNING id',
      [name.trim(), osAccount],
    );
    if (!account) throw new HubError('refuse', 'account-unknown', 'There is no account of that name.');
    await recordEvent(tx, {
      agency: null,
      action: 'account-set',
      subject: account.id,
      detail: { commandsUnder: osAccount },
    });
  });
}

/** Rights that an account holds now; none where there is no such account. */
export async function rightsHeld(ownerDb: Queryable, name: string): Promise<Right[]> {
  return ownerDb.query<Right>(
    `SELECT h.role, h.agency FROM access.role_held h JOIN access.account a ON a.id = h.account_id
     WHERE a.name = $1 ORDER BY h.agency, h.role`,
    [name.trim()],
  );
}

const LINE = `name, rights, made_at AS "madeAt", signed_in_at AS "signedInAt", signed_in AS "signedIn",
  link_until AS "linkUntil", ended_at AS "endedAt", ended_by AS "endedBy"`;

/** Every account, those that were ended last. */
export const everyAccount = (ownerDb: Queryable): Promise<AccountLine[]> =>
  ownerDb.query<AccountLine>(`SELECT ${LINE} FROM access.every_account()`);

/**
 * Ends every session of an account and takes back its links that nobody has used.
 * @param ownerDb as role `owner`
 * @param forGood its rights go too, and nobody signs in by it again; what it did keeps its name
 * @throws HubError `refuse` where there is no such account, or the last administrator would be lost
 */
export async function shutOut(ownerDb: Database, name: string, forGood: boolean): Promise<void> {
  held(await answerOf(ownerDb, 'access.shut_out($1, $2)', [name, forGood]));
}

/**
 * Makes a link's secret for an account: it opens one session, once, within the minutes.
 * @returns the secret, which is told this once and stored as a hash
 * @throws HubError `refuse` where there is no such account
 */
export async function createSignInLink(ownerDb: Database, name: string, minutes = 60): Promise<string> {
  const secret = newSecret();
  held(await answerOf(ownerDb, 'access.make_link($1, $2, $3)', [name, hashSecret(secret), minutes]));
  return secret;
}

/** The same four for an administrator's session; the database looks whose it is. @throws HubError `refuse` */
export const administerAccounts = (tx: Transaction): Promise<AccountLine[]> =>
  tx.query<AccountLine>(`SELECT ${LINE} FROM access.administer_accounts()`);

export async function administerAccount(
  tx: Transaction,
  name: string,
  rights: readonly { role: AccountRole; agency: string }[],
): Promise<void> {
  held(await answerOf(tx, 'access.administer_account($1, $2)', [name, JSON.stringify(rights)]));
}

export async function administerShutOut(tx: Transaction, name: string, forGood: boolean): Promise<void> {
  held(await answerOf(tx, 'access.administer_shut_out($1, $2)', [name, forGood]));
}

export async function administerLink(tx: Transaction, name: string, minutes: number): Promise<string> {
  const secret = newSecret();
  held(await answerOf(tx, 'access.administer_link($1, $2, $3)', [name, hashSecret(secret), minutes]));
  return secret;
}
