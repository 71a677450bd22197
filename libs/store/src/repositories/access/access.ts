import { randomBytes } from 'node:crypto';

import type { AccountRole, Right } from '#domain';

import type { Queryable, Transaction } from '../../database.js';
import { hashSecret } from '../intake/agencies-and-sources.js';

/** An account as the hub knows it: what it is called and what it may see. */
export interface Viewer {
  name: string;
  /** Roles that it holds for some agency; for which, say `rights`. */
  roles: AccountRole[];
  /** Codes of the agencies for which it holds some role. */
  agencies: string[];
  rights: Right[];
}

export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Agencies for which the account holds a role. */
export const agenciesAs = ({ rights }: Viewer, role: AccountRole): string[] =>
  rights.filter((right) => right.role === role).map(({ agency }) => agency);

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
