import { isHosts } from './votes.js';
import type { AgencyKind, ParticipationLevel } from '#domain';
import type { Queryable } from '../../database.js';

/** Everything here runs as the published role: it executes the doors of schema facts and selects from no table. */

/** True counts of one cell; they leave the hub only through disclosure. */
export interface CountRow {
  keys: string[];
  submissions: number;
  people: number;
  arguments: number;
  /** Sums over the distinct people, submissions and arguments of their 8-bit noise keys, modulo 256. */
  keySum: number;
  submissionKeySum: number;
  argumentKeySum: number;
  /** Does the cell hold rows of a health agency? */
  health: boolean;
}

export interface FreshnessRow {
  source: string;
  name: string;
  agency: string;
  agencyName: string;
  agencyKind: AgencyKind;
  lastReceived: Date | null;
  dataTo: string | null;
  expectedEveryDays: number;
  stopped: string | null;
  /** When the last of its engagements closed or closes; null where one stands open, or nothing is known. */
  closes: string | null;
}

export interface EditionRow {
  number: number;
  hash: string;
  publishedAt: Date;
  dataTo: string | null;
  note: string | null;
  /** What an earlier edition had wrong and why, where this one puts it right. */
  correction: string | null;
  /** Kinds of what it told and tells no more: `labels` of communities, exact `receipts`. */
  withdrawn: string[];
  synthetic: boolean;
  versions: Record<string, string>;
  funnel: Funnel;
  sources: SourceFunnel[];
}

/** From rows received to submissions, of one source. rows = rejected + repeated + accepted. */
export interface RowFunnel {
  received: number;
  rejected: number;
  repeated: number;
  /** Statements of an agency: accepted, but no submissions. */
  statements: number;
  /** Votes on comments: answers to a submission, not submissions. */
  votes: number;
  /** Accepted rows that a later row with the same id replaced. */
  replaced: number;
  /** Submissions taken back, and accepted rows whose submission was erased. */
  withdrawn: number;
  submissions: number;
}
export interface SourceFunnel extends RowFunnel {
  source: string;
  name: string;
  agency: string;
  dataTo: string | null;
  /** When the last of the engagements closes that it brought answers of; null where one has no end. */
  closes?: string | null;
}
/** The whole hub's; of an edition as it is told: rounded, each number staying until five have moved. */
export interface Funnel extends RowFunnel {
  /** Of an edition: did the true numbers add up? */
  balanced?: boolean;
  people: number;
  peopleLow: number;
  peopleHigh: number;
  withText: number;
  coded: number;
  arguments: number;
}

export interface EngagementRow {
  id: string;
  agency: string;
  key: string;
  title: string;
  kind: string;
  participation: ParticipationLevel | null;
  opens: string | null;
  closes: string | null;
  channel: string | null;
  decisionOwner: string | null;
  canStillChange: string | null;
  url: string | null;
  communities: string[];
}
export interface StatementRow {
  kind: string;
  issuedOn: string | null;
  text: string;
  action: string | null;
  actionOn: string | null;
  place: string | null;
}

/** Columns of the counting functions, as a `CountRow`. */
export const COUNTS = `keys, submissions::int, people::int, arguments::int, key_sum::int AS "keySum",
  submission_key_sum::int AS "submissionKeySum", argument_key_sum::int AS "argumentKeySum", health`;

/** Counts per cell of up to three dimensions, under filters (any of the values, all of the dimensions). */
export function countEdition(
  db: Queryable,
  edition: number,
  dimensions: readonly string[],
  filters: Readonly<Record<string, readonly string[]>>,
): Promise<CountRow[]> {
  return db.query<CountRow>(`SELECT ${COUNTS} FROM facts.count_edition($1, $2, $3)`, [
    edition,
    dimensions,
    JSON.stringify(filters),
  ]);
}

/** The secret that orders the noise of published figures: by the worker role alone, while it publishes. */
export async function readNoiseSecret(db: Queryable): Promise<string> {
  const [row] = await db.query<{ secret: string }>('SELECT facts.noise_secret() AS secret');
  return row!.secret;
}

const FRESHNESS = `source, name, agency, agency_name AS "agencyName", agency_kind AS "agencyKind", last_received AS "lastReceived",
  data_to::text AS "dataTo", expected_every_days AS "expectedEveryDays", stopped, closes::text AS closes`;

/** How fresh every source is, to the minute: one person may be told by it. By the worker role. */
export const readFreshness = (tx: Queryable): Promise<FreshnessRow[]> =>
  tx.query(`SELECT ${FRESHNESS} FROM facts.freshness_of_sources()`);

/** The same of the session's own agencies, by the workbench role. */
export const readFreshnessOfOwn = (tx: Queryable): Promise<FreshnessRow[]> =>
  tx.query(`SELECT ${FRESHNESS} FROM facts.freshness_of_own()`);

/** Every source, with neither when it was received nor how far its data reach. By the published role. */
export const readSources = (db: Queryable): Promise<FreshnessRow[]> =>
  db.query(`SELECT ${FRESHNESS} FROM facts.sources_by_name()`);

/** Fewer people than these in a week are not told of. */
const IN_A_WEEK = 5;

/**
 * The same as `readFreshness`, by the first days of the last weeks in which rows of at least five people arrived, new or again, and
 * in which five spoke. A source of records, of which nobody is held, is told by the week of its last delivery. By the worker role; reads every row that was ever delivered.
 */
export const readFreshnessByWeek = (tx: Queryable): Promise<FreshnessRow[]> =>
  tx.query(
    `WITH arrived AS MATERIALIZED (
       SELECT d.source, date_trunc('week', d.received_at AT TIME ZONE 'UTC') AS came, date_trunc('week', s.submitted_on::timestamp) AS said,
         coalesce(m.person, s.id) AS person
       FROM (SELECT delivery, record FROM intake.row_outcome WHERE outcome IN ('accepted', 'repeated')
             UNION ALL SELECT delivery, id FROM engagement.submission) o
       JOIN intake.delivery d ON d.id = o.delivery AND d.status IN ('accepted', 'repeated')
       JOIN engagement.submission s ON s.id = o.record AND s.withdrawn_at IS NULL AND NOT ${isHosts('s')}
       LEFT JOIN linkage.membership m ON m.submission = s.id),
     came AS (SELECT source, max(came) AS week FROM (SELECT source, came FROM arrived GROUP BY 1, 2 HAVING count(DISTINCT person) >= ${IN_A_WEEK}) w GROUP BY 1),
     said AS (SELECT source, max(said) AS week FROM (SELECT source, said FROM arrived GROUP BY 1, 2 HAVING count(DISTINCT person) >= ${IN_A_WEEK}) w GROUP BY 1)
     SELECT f.source, f.name, f.agency, f.agency_name AS "agencyName", f.agency_kind AS "agencyKind",
       CASE WHEN nobody THEN date_trunc('week', f.last_received AT TIME ZONE 'UTC') ELSE came.week END AT TIME ZONE 'UTC' AS "lastReceived",
       CASE WHEN nobody THEN date_trunc('week', f.data_to::timestamp) ELSE said.week END::date::text AS "dataTo", f.expected_every_days AS "expectedEveryDays", f.stopped, f.closes::text AS closes
     FROM facts.freshness_of_sources() f LEFT JOIN came ON came.source = f.source LEFT JOIN said ON said.source = f.source
     CROSS JOIN LATERAL (SELECT NOT EXISTS (SELECT FROM engagement.submission s WHERE s.source = f.source) AS nobody) n
     ORDER BY f.agency, f.source`,
  );

const EDITION = `number, hash, published_at AS "publishedAt", data_to::text AS "dataTo", note, correction,
  facts.withdrawn_from(number) AS withdrawn, synthetic, versions, funnel, sources`;

/** What tells the latest edition from any other; empty where there is none. */
export async function latestMark(db: Queryable): Promise<string> {
  const [latest] = await db.query<{ mark: string | null }>('SELECT facts.latest_mark() AS mark');
  return latest?.mark ?? '';
}

/** Editions as they are told, by the connection that read them, until there is another. */
const known = new WeakMap<Queryable, { mark: string; rows: Promise<EditionRow[]> }>();

/** Published editions, the latest first. An edition never changes: they are read anew only where there is another. */
export async function readEditions(db: Queryable): Promise<readonly EditionRow[]> {
  const mark = await latestMark(db);
  const before = known.get(db);
  if (before?.mark === mark) return before.rows;
  const rows = db.query<EditionRow>(`SELECT ${EDITION} FROM facts.editions()`);
  known.set(db, { mark, rows });
  rows.catch(() => known.delete(db));
  return rows;
}

/** What the hub is, also for the workbench role. */
export async function readAbout(db: Queryable): Promise<{ city?: string; synthetic?: string }> {
  const [row] = await db.query<{ about: { city?: string; synthetic?: string } }>(
    'SELECT facts.about() AS about',
  );
  return row?.about ?? {};
}

export function readAgencies(
  db: Queryable,
  edition: number,
): Promise<{ code: string; name: string; kind: AgencyKind }[]> {
  return db.query('SELECT code, name, kind FROM facts.agencies_of($1)', [edition]);
}

/** Communities as an edition tells them: of withdrawn ones neither the name nor the code that was made of it. */
export function readCommunities(
  db: Queryable,
  edition: number,
): Promise<{ code: string; name: string; kind: string }[]> {
  return db.query('SELECT code, name, kind FROM facts.communities_of($1)', [edition]);
}

/** A community as facts and tables of an edition have it; `told`: the code that stands for a withdrawn one, or null. */
export interface CountedCommunity {
  code: string;
  told: string | null;
  name: string;
}

/** By the published or the worker role; codes of withdrawn ones are for looking up, never to be told. */
export function readCountedCommunities(db: Queryable, edition: number): Promise<CountedCommunity[]> {
  return db.query<CountedCommunity>('SELECT code, told, name FROM facts.communities_counted($1)', [edition]);
}

export function readEngagements(db: Queryable, edition: number): Promise<EngagementRow[]> {
  return db.query<EngagementRow>(
    `SELECT id, agency, key, title, kind, participation, opens::text, closes::text, channel, decision_owner AS "decisionOwner",
       can_still_change AS "canStillChange", url, communities FROM facts.engagements_of($1)`,
    [edition],
  );
}

export function readStatements(db: Queryable, edition: number, engagement: string): Promise<StatementRow[]> {
  return db.query<StatementRow>(
    `SELECT kind, issued_on::text AS "issuedOn", text, action, action_on::text AS "actionOn", place FROM facts.statements_of($1, $2)`,
    [edition, engagement],
  );
}

/** The codebook as it stood; null where the edition has none of that code. */
export async function readCodebook(db: Queryable, edition: number, code: string): Promise<unknown> {
  const [row] = await db.query<{ document: unknown }>('SELECT document FROM facts.codebook_of($1, $2)', [
    edition,
    code,
  ]);
  return row?.document ?? null;
}

/** The city's codebooks of the edition: their themes are a dimension of all figures. Those of agencies speak of their own questions. */
export async function readCodebooks(db: Queryable, edition: number): Promise<unknown[]> {
  const rows = await db.query<{ document: unknown }>(
    `SELECT document FROM facts.codebooks_of($1) WHERE NOT document ? 'owner'`,
    [edition],
  );
  return rows.map((row) => row.document);
}
