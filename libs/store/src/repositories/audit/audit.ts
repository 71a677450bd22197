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
