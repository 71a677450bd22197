import type { Transaction } from '../../database.js';

/** A session of the account that asks. */
export interface OwnSession {
  /** By which it is ended; nobody can be signed in by it. */
  name: string;
  began: Date;
  used: Date;
  /** When it ends if it is not used again. */
  ends: Date;
  /** Is it the one that asks? */
  here: boolean;
}

/** Where the transaction's account is signed in, what was used last first. */
export function readOwnSessions(tx: Transaction): Promise<OwnSession[]> {
  return tx.query<OwnSession>('SELECT name, began, used, ends, here FROM access.own_sessions()');
}

/** @returns whether there was such a session of the account's own */
export async function endOwnSession(tx: Transaction, name: string): Promise<boolean> {
  const [row] = await tx.query<{ ended: boolean }>('SELECT access.end_own_session($1) AS ended', [name]);
  return row?.ended ?? false;
}
