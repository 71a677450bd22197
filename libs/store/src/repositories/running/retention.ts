import type { Queryable } from '../../database.js';

/** How many of each are gone. */
export interface Forgotten {
  /** Sessions that have ended. */
  sessions: number;
  /** Sign-in links that were used, or ran out, thirty days ago. */
  links: number;
  /** Idempotency keys of deliveries of thirty days ago: the same bytes are known by their hash all the same. */
  keys: number;
  /** Requests for work handed to the queue a fortnight ago. */
  requests: number;
}

/** Removes what was kept for its time (docs/security-and-privacy.md). @param db opened as the worker role */
export async function forgetOld(db: Queryable): Promise<Forgotten> {
  const [row] = await db.query<{ gone: Forgotten }>('SELECT intake.forget_old() AS gone');
  return row!.gone;
}
