import type { Queryable } from '../../database.js';

/** Codes and ids only: personal data has no place in the audit trail. */
export async function recordEvent(
  db: Queryable,
  event: {
    actor: string;
    agency: string | null;
    action: string;
    subject: string;
    detail?: Record<string, unknown>;
  },
): Promise<void> {
  await db.query('SELECT audit.record($1, $2, $3, $4, $5)', [
    event.actor,
    event.agency,
    event.action,
    event.subject,
    JSON.stringify(event.detail ?? {}),
  ]);
}

/** Entries of the audit trail in the order of their numbers, each with the canonical line that the chain is made of. */
export async function auditLines(
  worker: Queryable,
  after: number,
  most: number,
): Promise<{ id: number; at: Date; line: string }[]> {
  return worker.query('SELECT id::int AS id, at, line FROM audit.lines($1, $2)', [after, most]);
}

/** Records that somebody was refused; a flood is told by its first sixty a minute. Never in the way of the refusal itself. */
export async function recordRefusal(db: Queryable, action: 'sign-in-failed', subject: string): Promise<void> {
  await db.query('SELECT access.refusal($1, $2)', [action, subject.slice(0, 120)]).catch(() => undefined);
}
