import type { Queryable, Transaction } from '../../database.js';

/** What there is to do for the linker, and what was done last. */
export interface LinkageState {
  /** Submissions that no run has looked at. */
  waiting: number;
  /** Submissions that have a person and are not withdrawn. */
  linked: number;
  /** Decisions, or decisions taken back, since the last run. */
  decisions: number;
  /** What leads said of names of communities since the last run. */
  names: number;
  last: LastRun | null;
}

export interface LastRun {
  id: number;
  sources: string[];
  /** Submissions in the run. */
  records: number;
  /** The bulk run that this one goes on from; itself where it was one. */
  bulk: number;
  bulkRecords: number;
  bulkPeople: { value: number; low: number; high: number };
}

export async function linkageState(db: Queryable): Promise<LinkageState> {
  const [row] = await db.query<Omit<LinkageState, 'last'>>(
    `SELECT (SELECT count(*)::int FROM engagement.submission WHERE linked_at IS NULL AND withdrawn_at IS NULL) AS waiting,
       (SELECT count(*)::int FROM linkage.membership m JOIN engagement.submission s ON s.id = m.submission WHERE s.withdrawn_at IS NULL) AS linked,
       (SELECT count(*)::int FROM linkage.decision WHERE applied_at IS NULL) AS decisions,
       (SELECT count(*)::int FROM linkage.community_word WHERE applied_at IS NULL) AS names`,
  );
  const [last] = await db.query<LastRun>(
    `SELECT r.id::int AS id, r.sources, r.records, b.id::int AS bulk, b.records AS "bulkRecords",
       jsonb_build_object('value', b.people, 'low', b.people_low, 'high', b.people_high) AS "bulkPeople"
     FROM linkage.run r JOIN linkage.run b ON b.id = coalesce(r.goes_on_from, r.id)
     WHERE r.finished_at IS NOT NULL ORDER BY r.id DESC LIMIT 1`,
  );
  return { ...row!, last: last ?? null };
}

export interface LinkageRun {
  model: { code: string; version: number; parameters: unknown };
  /** Whether the document is to be saved with the run: a bulk run learns, others go on from one. */
  goesOnFrom: number | null;
  sources: readonly string[];
  records: number;
  people: { value: number; low: number; high: number };
  report: object;
}

export async function startRun(tx: Transaction, run: LinkageRun): Promise<number> {
  const { model, people } = run;
  await tx.query(
    'INSERT INTO linkage.model (code, version, document) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [model.code, model.version, JSON.stringify(model)],
  );
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO linkage.run (model, model_version, kind, goes_on_from, sources, document, report, records, people, people_low, people_high, finished_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp()) RETURNING id::int AS id`,
    [
      model.code,
      model.version,
      run.goesOnFrom === null ? 'bulk' : 'incremental',
      run.goesOnFrom,
      run.sources,
      run.goesOnFrom === null ? JSON.stringify(model) : null,
      JSON.stringify(run.report),
      run.records,
      people.value,
      people.low,
      people.high,
    ],
  );
  return row!.id;
}

/** The model of a bulk run, with what it learnt. */
export async function modelOfRun<Model>(db: Queryable, run: number): Promise<Model | null> {
  const [row] = await db.query<{ document: Model | null }>('SELECT document FROM linkage.run WHERE id = $1', [
    run,
  ]);
  return row?.document ?? null;
}

/** The word in force on each pair: the latest that was not taken back. */
export async function decisions(
  db: Queryable,
): Promise<{ a: string; b: string; verdict: 'same' | 'different' | 'unsure' }[]> {
  return db.query(
    `SELECT DISTINCT ON (a, b) a, b, verdict FROM linkage.decision WHERE undone_at IS NULL ORDER BY a, b, id DESC`,
  );
}

/** A decision that no run has heard of, or that was taken back since. */
export interface WaitingDecision {
  id: number;
  a: string;
  b: string;
  undone: boolean;
}

export async function waitingDecisions(db: Queryable): Promise<WaitingDecision[]> {
  return db.query(
    'SELECT id::int AS id, a, b, undone_at IS NOT NULL AS undone FROM linkage.decision WHERE applied_at IS NULL ORDER BY id',
  );
}

/** These have had their effect; one taken back in the meantime has not. */
export async function markApplied(tx: Transaction, applied: readonly WaitingDecision[]): Promise<void> {
  await tx.query(
    `UPDATE linkage.decision d SET applied_at = now() FROM unnest($1::bigint[], $2::boolean[]) AS n(id, undone)
     WHERE d.id = n.id AND (d.undone_at IS NOT NULL) = n.undone`,
    [applied.map(({ id }) => id), applied.map(({ undone }) => undone)],
  );
}

/** Number of people now; a person without a submission left counts no more. */
export async function peopleNow(db: Queryable): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `SELECT count(DISTINCT m.person)::int AS n FROM linkage.membership m JOIN engagement.submission s ON s.id = m.submission
     WHERE s.withdrawn_at IS NULL`,
  );
  return row!.n;
}

/** What the linker may know of a submission beside who made it: to see whom matching serves worse. */
export interface GroupsRow {
  id: string;
  ward: string | null;
  age: string | null;
  sex: string | null;
  ethnicGroup: string | null;
}

export async function groupsOfSubmissions(db: Queryable): Promise<GroupsRow[]> {
  return db.query<GroupsRow>(
    `SELECT s.id, s.ward, max(d.code) FILTER (WHERE d.characteristic = 'age') AS age, max(d.code) FILTER (WHERE d.characteristic = 'sex') AS sex,
       max(d.code) FILTER (WHERE d.characteristic = 'ethnic-group') AS "ethnicGroup"
     FROM engagement.submission s LEFT JOIN engagement.demographic d ON d.submission = s.id AND d.characteristic IN ('age', 'sex', 'ethnic-group')
     WHERE s.withdrawn_at IS NULL GROUP BY s.id, s.ward`,
  );
}
