import type { AskedEngagement, SeriesProposal } from '#domain';
import type { Queryable } from '../../database.js';
import { type BreakRow, BREAKS } from './series-breaks.js';

export type SeriesState = 'proposed' | 'signed' | 'refused';

/** Engagements of one agency that asked the same again. */
export interface SeriesRow extends SeriesProposal {
  state: SeriesState;
  decidedBy: string | null;
  /** ISO instant. */
  decidedAt: string | null;
  /** In order of time, whatever became of them. */
  breaks: BreakRow[];
}

const COLUMNS = `agency, key, name, kind, engagements, state, because, decided_by AS "decidedBy",
  to_char(decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "decidedAt", ${BREAKS}`;

/** Series in order of agency and key: all for the worker role, the session's own agencies' for the workbench role. */
export function allSeries(db: Queryable): Promise<SeriesRow[]> {
  return db.query<SeriesRow>(
    `SELECT ${COLUMNS} FROM engagement.series s ORDER BY agency COLLATE "C", key COLLATE "C"`,
  );
}

/** What a proposal is made from: engagements with the texts of their questions. By the worker role. */
export function askedEngagements(worker: Queryable): Promise<AskedEngagement[]> {
  return worker.query(
    `SELECT e.agency, e.key, e.title, e.kind, e.participation, e.opens::text, e.closes::text, e.channel, e.target_communities AS communities,
       coalesce((SELECT array_agg(q.text ORDER BY q.text COLLATE "C") FROM engagement.question q
         WHERE q.agency = e.agency AND q.engagement = e.key AND q.kind = 'free-text'), '{}') AS questions
     FROM engagement.engagement e ORDER BY e.agency COLLATE "C", e.key COLLATE "C"`,
  );
}

/**
 * Keeps what the hub proposes. What a person decided stays as decided; only where the proposal holds other engagements than
 * those decided on is it open again. By the worker role.
 */
export async function proposeSeries(worker: Queryable, proposals: readonly SeriesProposal[]): Promise<void> {
  for (const { agency, key, name, kind, engagements, because } of proposals)
    await worker.query(
      `INSERT INTO engagement.series AS old (agency, key, name, kind, engagements, because) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (agency, key) DO UPDATE SET name = EXCLUDED.name, kind = EXCLUDED.kind, engagements = EXCLUDED.engagements,
         because = EXCLUDED.because, state = 'proposed', decided_by = NULL, decided_at = NULL
       WHERE old.engagements <> EXCLUDED.engagements AND NOT (old.engagements @> EXCLUDED.engagements)`,
      [agency, key, name, kind, engagements, because],
    );
}

/**
 * A decision from the command line, or while a demonstration is loaded; audited in the name of whoever gives the command.
 * @returns false where there is no such series
 */
export async function settleSeries(
  worker: Queryable,
  { agency, key }: Pick<SeriesRow, 'agency' | 'key'>,
  state: 'signed' | 'refused',
): Promise<boolean> {
  return answered(
    await worker.query<{ done: boolean }>('SELECT engagement.settle_series($1, $2, $3) AS done', [
      agency,
      key,
      state,
    ]),
  );
}

/** A series as its agency declares it, signed at once; an earlier one of that key gives way. By the worker role. */
export async function declareSeries(worker: Queryable, series: SeriesProposal): Promise<void> {
  const { agency, key, name, kind, engagements, because } = series;
  await worker.query(
    `INSERT INTO engagement.series (agency, key, name, kind, engagements, because) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (agency, key) DO UPDATE SET name = EXCLUDED.name, kind = EXCLUDED.kind, engagements = EXCLUDED.engagements,
       because = EXCLUDED.because`,
    [agency, key, name, kind, engagements, because],
  );
  await settleSeries(worker, { agency, key }, 'signed');
}

/** The session's own decision, by the workbench role. @returns false where the session may not, or there is no such series */
export async function decideSeries(
  tx: Queryable,
  { agency, key }: Pick<SeriesRow, 'agency' | 'key'>,
  state: 'signed' | 'refused',
): Promise<boolean> {
  return answered(
    await tx.query<{ done: boolean }>('SELECT engagement.decide_series($1, $2, $3) AS done', [
      agency,
      key,
      state,
    ]),
  );
}

const answered = ([row]: readonly { done: boolean }[]): boolean => row?.done ?? false;
