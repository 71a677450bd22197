import type { Queryable } from '../../database.js';

/** Codes and ids only: personal data has no place in the audit trail. */
export interface AuditedAct {
  agency: string | null;
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
}

/**
 * Writes an act down, in the name of whoever the connection works for: the account of its session, whoever gave the command it was opened
 * for, or the hub. The database says who: see `audit.actor()`.
 */
export async function recordEvent(db: Queryable, event: AuditedAct): Promise<void> {
  await db.query('SELECT audit.note($1, $2, $3, $4)', [
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
export async function recordRefusal(
  db: Queryable,
  action: 'sign-in-failed' | 'not-allowed',
  subject: string,
): Promise<void> {
  await db.query('SELECT access.refusal($1, $2)', [action, subject.slice(0, 120)]).catch(() => undefined);
}

/**
 * Records what the session's account is shown, in the transaction that shows it.
 * @param subject what was asked for, in codes
 * @param detail how much was shown: numbers and codes
 */
export async function recordLook(
  tx: Queryable,
  action: 'comments-read' | 'quarantine-read' | 'exact-figures-read',
  subject: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await tx.query('SELECT access.looked($1, $2, $3)', [action, subject, JSON.stringify(detail)]);
}

/** Something that an administrator should look at, as the audit trail says it. */
export interface Alarm {
  what: string;
  /** The account, or the source; empty where it was nobody's in particular. */
  who: string;
  from: Date;
  to: Date;
  times: number;
}

/** By the worker role; the latest first. */
export function readAlarms(worker: Queryable, since: Date): Promise<Alarm[]> {
  return worker.query<Alarm>('SELECT what, who, "from", "to", times FROM audit.alarms($1)', [since]);
}

/** The same for an administrator's session. */
export function administerAlarms(tx: Queryable, since: Date): Promise<Alarm[]> {
  return tx.query<Alarm>('SELECT what, who, "from", "to", times FROM access.administer_alarms($1)', [since]);
}

const ALARMS: Record<string, (alarm: Alarm) => string> = {
  'identities-over': ({ who }) => `${who} opened as many identities within a day as one person may`,
  'vault-missed': ({ who, times }) =>
    `${who} asked ${times} times for identities that are not there or not theirs`,
  'not-allowed': ({ who, times }) => `${who} was refused ${times} times what the account may not do`,
  'sign-in-failed': ({ times }) => `${times} links that do not work were tried`,
  'key-refused': ({ who, times }) => `${times} wrong keys were tried for the source ${who}`,
  'comments-read': ({ who, times }) => `${who} read ${times} comments within a day`,
};

/** An alarm as a person reads it. */
export const alarmWords = (alarm: Alarm): string =>
  ALARMS[alarm.what]?.(alarm) ?? `${alarm.what} ${alarm.who}`;

/** One entry as it was written. */
export interface AuditEntry extends Required<AuditedAct> {
  id: number;
  at: Date;
  actor: string;
  /** The account of the operating system, where a command was given. */
  person: string | null;
}

/** By the worker role; the latest first. @param of one actor's alone, one action alone */
export function readAudit(
  worker: Queryable,
  since: Date,
  of: { actor: string | null; action: string | null; most: number },
): Promise<AuditEntry[]> {
  return worker.query<AuditEntry>(
    'SELECT id::int AS id, at, actor, person, agency, action, subject, detail FROM audit.latest($1, $2, $3, $4)',
    [since, of.actor, of.action, of.most],
  );
}
