import type { Queryable } from '../../database.js';

export type RunKind = 'refine' | 'train' | 'recode' | 'propose' | 'batch';

/** A piece of long work of the coder. */
export interface CoderRun {
  id: number;
  kind: RunKind;
  /** `proposed`: a second person has still to agree. */
  state: 'proposed' | 'waiting' | 'running' | 'done' | 'failed';
  actor: string;
  model: string | null;
  /** The last step that is done; empty at first. */
  step: RunStep | '';
}

/** Steps of the first, long learning, in order. */
export type RunStep = 'learned' | 'signed-off' | 'recoded';

export async function readRun(db: Queryable, id: number): Promise<CoderRun | null> {
  const [row] = await db.query<CoderRun>(
    'SELECT id::int AS id, kind, state, actor, model_version AS model, step FROM coding.run WHERE id = $1',
    [id],
  );
  return row ?? null;
}

/** Asks for work in the background; the job is put by the caller. */
export async function addRun(db: Queryable, kind: RunKind, actor: string): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    'INSERT INTO coding.run (kind, actor) VALUES ($1, $2) RETURNING id::int AS id',
    [kind, actor],
  );
  return row!.id;
}

/** A step is done: whoever goes on after a stop begins behind it. */
export async function stepDone(
  db: Queryable,
  id: number,
  step: RunStep,
  model: string | null = null,
): Promise<void> {
  await db.query(
    'UPDATE coding.run SET step = $2, model_version = coalesce($3, model_version) WHERE id = $1',
    [id, step, model],
  );
}

/** Says how far a run is; a page may show it. */
export async function tellProgress(
  db: Queryable,
  id: number,
  stage: string,
  done = 0,
  total = 0,
): Promise<void> {
  await db.query(
    `UPDATE coding.run SET state = 'running', stage = $2, done = $3, total = $4 WHERE id = $1 AND state IN ('waiting','running')`,
    [id, stage, done, total],
  );
}

export async function endRun(
  db: Queryable,
  id: number,
  outcome: {
    state: 'done' | 'failed';
    model?: string | null;
    edition?: number | null;
    comparison?: unknown;
    tookMs?: number;
  },
): Promise<void> {
  await db.query(
    `UPDATE coding.run SET state = $2, finished_at = now(), model_version = coalesce($3, model_version), edition = coalesce($4, edition),
       comparison = coalesce($5, comparison), took_ms = coalesce($6, took_ms) WHERE id = $1`,
    [
      id,
      outcome.state,
      outcome.model ?? null,
      outcome.edition ?? null,
      outcome.comparison === undefined ? null : JSON.stringify(outcome.comparison),
      outcome.tookMs ?? null,
    ],
  );
}
