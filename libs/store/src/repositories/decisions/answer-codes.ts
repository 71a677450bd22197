import type { Queryable, Transaction } from '../../database.js';

/** A code as it is handed to the source that has the contact: this once, for only its hash is kept. */
export interface AnswerCode {
  file: string;
  row: number;
  externalId: string | null;
  code: string;
}

const CODES = `file, "row", external_id AS "externalId", code`;

/** Submissions of a delivery of the session's own that have no code yet. */
export async function withoutAnswerCode(tx: Transaction, delivery: string): Promise<number> {
  const [row] = await tx.query<{ many: number }>('SELECT decisions.without_code($1) AS many', [delivery]);
  return row?.many ?? 0;
}

/**
 * Gives the submissions of a delivery that have no code yet one each.
 * @param offered fresh codes, as many as there may be submissions; what is left over is not kept
 */
export function makeAnswerCodes(
  tx: Transaction,
  delivery: string,
  offered: readonly string[],
): Promise<AnswerCode[]> {
  return tx.query<AnswerCode>(`SELECT ${CODES} FROM decisions.make_codes($1, $2)`, [delivery, offered]);
}

/** Codes of a delivery, told this once, and how many of its submissions are still without one. */
export interface CodesByKey {
  codes: AnswerCode[];
  left: number;
}

/** The same for the holder of the source's key; null for everybody else's deliveries and for none alike. */
export async function answerCodesByKey(
  db: Queryable,
  asked: { source: string; keyHash: string; delivery: string; offered: readonly string[] },
): Promise<CodesByKey | null> {
  if (!/^\d{1,15}$/.test(asked.delivery)) return null;
  const [row] = await db.query<{ told: CodesByKey | null }>(
    'SELECT intake.answer_codes($1, $2, $3, $4) AS told',
    [asked.source, asked.keyHash, asked.delivery, asked.offered],
  );
  return row?.told ?? null;
}

/** The same by the worker role, for some agencies. */
export function putAnswerCodes(
  db: Queryable,
  delivery: number,
  offered: readonly string[],
  agencies: readonly string[],
): Promise<AnswerCode[]> {
  return db.query<AnswerCode>(`SELECT ${CODES} FROM decisions.put_codes($1, $2, $3)`, [
    delivery,
    offered,
    agencies,
  ]);
}

/** What became of one answer, as whoever holds its code may know it. */
export interface AnswerFate {
  /** `agency/key`. */
  engagement: string;
  channel: string | null;
  saidOn: string | null;
  /** Day on which it was first received, whatever was corrected since. */
  heardOn: string;
  /** An edition counts it. */
  counted: boolean;
  hasText: boolean;
  readByPerson: boolean;
  codedOn: string | null;
  /** Codes of the themes that it was read as. */
  themes: string[];
  /** Names of the themes that codebooks of agencies read it as. */
  ownThemes: string[];
  /** The first edition that counts it; null where none does yet, or where that was not kept. */
  edition: number | null;
  /** Whoever holds the code said that it was read wrong, and nobody has looked since. */
  misread: boolean;
  /** ISO date on which a person last looked again; null where nobody has. */
  lookedAgainOn: string | null;
}

/** By the published role; null for a wrong code, and for an answer that was taken back or erased, alike. */
export async function readAnswerFate(db: Queryable, code: string): Promise<AnswerFate | null> {
  const [row] = await db.query<{ fate: AnswerFate | null }>('SELECT facts.answer_of($1) AS fate', [code]);
  return row?.fate ?? null;
}

/** Whoever holds the code says something of their own answer. False where there is no such answer (any more). */
export async function sayOfAnswer(
  db: Queryable,
  code: string,
  said: 'misread' | 'taken-back',
): Promise<boolean> {
  const [row] = await db.query<{ done: boolean }>('SELECT facts.answer_says($1, $2) AS done', [code, said]);
  return row?.done ?? false;
}
