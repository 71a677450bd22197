import type { Measure } from '#domain';
import type { Queryable, Transaction } from '../../database.js';

/** A question that asks a measure, as it was joined. */
export interface MeasuredRow {
  measure: string;
  /** agency/key */
  engagement: string;
  question: string;
  wording: string;
  selection: 'sample' | 'open';
  /** How answers came in: as the engagement says, or else as its submissions do; `not said` where neither does. */
  method: string;
  /** Whom it was for; empty: everybody. */
  communities: string[];
  /** ISO date on which the engagement opened. */
  asked: string | null;
  reason: string;
}

const MEASURED =
  'measure, engagement, question, wording, selection, method, communities, asked::text AS asked, reason';

/** A channel by which fewer than one in so many came is no way of asking, but somebody's exception. */
const A_WAY = 20;

/** Measures and joinings beside the working facts. By the worker role. */
export async function saveFactMeasures(
  tx: Transaction,
  measures: readonly Measure[],
  version: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO facts.measure (edition, code, version, position, document)
     SELECT 0, m.document->>'code', $2, m.position, m.document FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS m(document, position)`,
    [JSON.stringify(measures), version],
  );
  await tx.query(
    `INSERT INTO facts.measured (edition, measure, engagement, question, wording, selection, method, communities, asked, reason)
     SELECT 0, m.measure, m.agency || '/' || m.engagement, m.question, m.wording, m.selection,
       coalesce(e.channel, (SELECT string_agg(c.channel, ', ' ORDER BY c.channel COLLATE "C") FROM (
         SELECT s.channel FROM engagement.submission s WHERE s.agency = m.agency AND s.engagement = m.engagement AND s.channel IS NOT NULL AND s.withdrawn_at IS NULL
         GROUP BY s.channel HAVING count(*) * ${A_WAY} >= (SELECT count(*) FROM engagement.submission o WHERE o.agency = m.agency AND o.engagement = m.engagement AND o.withdrawn_at IS NULL)) c), 'not said'),
       e.target_communities, e.opens, m.reason
     FROM engagement.measured m JOIN engagement.engagement e ON e.agency = m.agency AND e.key = m.engagement WHERE m.ended_at IS NULL`,
  );
}

/** Joins questions in the name of whoever loads a demonstration; what is joined already stays. By the worker role. */
export async function joinMeasured(
  tx: Transaction,
  joined: readonly (Pick<MeasuredRow, 'measure' | 'question' | 'wording' | 'selection' | 'reason'> & {
    agency: string;
    engagement: string;
  })[],
  by: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO engagement.measured (agency, engagement, question, measure, wording, selection, reason, confirmed_by)
     SELECT j.agency, j.engagement, j.question, j.measure, j.wording, j.selection, j.reason, $2
     FROM jsonb_to_recordset($1::jsonb) AS j(agency text, engagement text, question text, measure text, wording text, selection text, reason text)
     JOIN engagement.question q ON q.agency = j.agency AND q.engagement = j.engagement AND q.key = j.question
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(joined), by],
  );
}

/** Measures of a published edition, in their own order. By the published role. */
export async function readMeasures(db: Queryable, edition: number): Promise<Measure[]> {
  const rows = await db.query<{ document: Measure }>('SELECT document FROM facts.measures_of($1)', [edition]);
  return rows.map(({ document }) => document);
}

/** Joinings of a published edition, the earliest first. By the published role. */
export const readMeasured = (db: Queryable, edition: number): Promise<MeasuredRow[]> =>
  db.query<MeasuredRow>(`SELECT ${MEASURED} FROM facts.measured_of($1)`, [edition]);

/** The same of the working facts, of the session's own agencies. */
export const readWorkingMeasured = (tx: Queryable): Promise<MeasuredRow[]> =>
  tx.query<MeasuredRow>(`SELECT ${MEASURED} FROM facts.working_measured()`);

export interface JoinMeasure {
  agency: string;
  engagement: string;
  question: string;
  measure: string;
  wording: string;
  selection: 'sample' | 'open';
  reason: string;
}

/** By the workbench role, in the session's own name. @returns false where the question is not the session's to join */
export async function confirmMeasure(tx: Transaction, join: JoinMeasure): Promise<boolean> {
  const { agency, engagement, question, measure, wording, selection, reason } = join;
  const [row] = await tx.query<{ done: boolean }>(
    'SELECT engagement.confirm_measure($1, $2, $3, $4, $5, $6, $7) AS done',
    [agency, engagement, question, measure, wording, selection, reason],
  );
  return row?.done ?? false;
}

/** The same, parted again. */
export async function endMeasure(
  tx: Transaction,
  of: Pick<JoinMeasure, 'agency' | 'engagement' | 'question' | 'reason'>,
): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT engagement.end_measure($1, $2, $3, $4) AS done', [
    of.agency,
    of.engagement,
    of.question,
    of.reason,
  ]);
  return row?.done ?? false;
}
