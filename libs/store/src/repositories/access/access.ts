import { randomBytes } from 'node:crypto';

import { HubError } from '#domain';

import type { Database, Queryable, Transaction } from '../../database.js';
import { recordEvent } from '../audit/audit.js';
import { hashSecret } from '../intake/agencies-and-sources.js';

export type AccountRole = 'partner' | 'analyst' | 'reviewer';

/** An account as the hub knows it: what it is called and what it may see. */
export interface Viewer {
  name: string;
  roles: AccountRole[];
  /** Codes of the agencies whose rows it sees. */
  agencies: string[];
}

const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * Adds an account, or changes the roles and agencies of the one so named.
 * @param ownerDb as role `owner`: no other may touch accounts
 * @throws HubError `refuse` where there is no role, no agency, or an agency is unknown
 */
export async function addAccount(ownerDb: Database, { name, roles, agencies }: Viewer): Promise<void> {
  if (!name.trim() || roles.length === 0 || agencies.length === 0)
    throw new HubError('refuse', 'account-incomplete', 'An account needs a name, a role and an agency.');
  await ownerDb.transaction(async (tx) => {
    const known = await tx.query<{ code: string }>(
      'SELECT code FROM engagement.agency WHERE code = ANY ($1)',
      [agencies],
    );
    const unknown = agencies.filter((code) => !known.some((agency) => agency.code === code));
    if (unknown.length > 0)
      throw new HubError('refuse', 'agency-unknown', `There is no agency ${unknown.join(', ')}.`);
    await tx.query(
      `INSERT INTO access.account (name, roles, agencies) VALUES ($1, $2, $3)
       ON CONFLICT (name) DO UPDATE SET roles = excluded.roles, agencies = excluded.agencies`,
      [name.trim(), [...new Set(roles)], [...new Set(agencies)]],
    );
    const [account] = await tx.query<{ id: string }>('SELECT id FROM access.account WHERE name = $1', [
      name.trim(),
    ]);
    const subject = account?.id ?? '';
    await recordEvent(tx, {
      agency: null,
      action: 'account-set',
      subject,
      detail: { roles, agencies },
    });
  });
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
    `SELECT name FROM access.account WHERE ${column} = $1`,
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
      'UPDATE access.account SET os_account = $2 WHERE name = $1 RETURNING id',
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

/**
 * Makes a link's secret for an account: it opens one session, once, within the minutes.
 * @returns the secret, which is told this once and stored as a hash
 * @throws HubError `refuse` where there is no such account
 */
export async function createSignInLink(ownerDb: Database, name: string, minutes = 60): Promise<string> {
  const secret = newSecret();
  return ownerDb.transaction(async (tx) => {
    const made = await tx.query<{ id: string }>(
      `INSERT INTO access.sign_in_link (token_hash, account_id, expires_at)
       SELECT $1, id, now() + make_interval(mins => $3) FROM access.account WHERE name = $2 RETURNING account_id AS id`,
      [hashSecret(secret), name.trim(), minutes],
    );
    const [account] = made;
    if (!account) throw new HubError('refuse', 'account-unknown', 'There is no account of that name.');
    await recordEvent(tx, { agency: null, action: 'sign-in-link-made', subject: account.id });
    return secret;
  });
}

/**
 * Trades a link's secret for a session's.
 * @returns the session's secret for the cookie; null where the link was used, has run out or never was
 */
export async function redeemLink(workbench: Queryable, linkSecret: string): Promise<string | null> {
  const secret = newSecret();
  const [row] = await workbench.query<{ who: unknown }>('SELECT access.redeem($1, $2) AS who', [
    hashSecret(linkSecret),
    hashSecret(secret),
  ]);
  return row?.who ? secret : null;
}

/**
 * Ends every session of an account and takes back its links that nobody has used.
 * @param ownerDb as role `owner`
 * @param remove the account itself goes too
 * @throws HubError `refuse` where there is no such account
 */
export async function shutOut(ownerDb: Database, name: string, remove: boolean): Promise<void> {
  await ownerDb.transaction(async (tx) => {
    const [account] = await tx.query<{ id: string }>('SELECT id FROM access.account WHERE name = $1', [
      name.trim(),
    ]);
    if (!account) throw new HubError('refuse', 'account-unknown', 'There is no account of that name.');
    await tx.query('DELETE FROM access.session WHERE account_id = $1', [account.id]);
    await tx.query('DELETE FROM access.sign_in_link WHERE account_id = $1', [account.id]);
    if (remove) await tx.query('DELETE FROM access.account WHERE id = $1', [account.id]);
    await recordEvent(tx, {
      agency: null,
      action: remove ? 'account-removed' : 'shut-out',
      subject: account.id,
    });
  });
}

/** The account whose session this transaction runs under; null without one. */
export async function whoIs(tx: Transaction): Promise<Viewer | null> {
  const [row] = await tx.query<{ who: Viewer | null }>('SELECT access.who() AS who');
  return row?.who ?? null;
}

/** Ends the transaction's session. @returns whether there was one */
export async function signOut(tx: Transaction): Promise<boolean> {
  const [row] = await tx.query<{ ended: boolean }>('SELECT access.sign_out() AS ended');
  return row?.ended ?? false;
}

/** Says that the transaction's session is in use, so that it does not end for being idle. */
export async function markSessionUsed(tx: Transaction): Promise<void> {
  await tx.query('SELECT access.use_session()');
}
