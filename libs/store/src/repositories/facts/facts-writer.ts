import { MEASURES, MEASURES_VERSION } from '#domain';
import type { Transaction } from '../../database.js';
import { type AnswerPlace, type OptionRow, type QuestionRow, saveFactQuestions } from './answers.js';
import {
  FACT_COLUMNS,
  FUNNEL,
  INSERT_FACTS,
  MARK_COUNTED,
  MOVED_PEOPLE,
  NEW_PEOPLE,
  PUBLIC_FIELDS,
  SOURCE_FUNNELS,
  VERSIONS,
} from './facts-writer-sql.js';
import { saveFactMeasures } from './measures.js';
import { lockFor } from '../locks.js';
import type { Funnel, RowFunnel, SourceFunnel } from './published-facts.js';

/** By the worker role, inside a transaction that holds `lockFacts`. Nothing here reads the vault. */

/**
 * The two halves of HMAC-SHA-256: `key xor opad` and `key xor ipad`, 64 bytes each. The database has SHA-256 but no
 * HMAC without an extension, so it is given the halves and computes H(outer || H(inner || message)).
 */
export interface KeyPads {
  outer: Uint8Array;
  inner: Uint8Array;
}

/**
 * Refreshing and publishing wait for each other, over all processes; the lock goes with the transaction. They wait for
 * the coder's slice too, so that an edition knows up to which assignment it counted.
 */
export async function lockFacts(tx: Transaction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('hub.facts', 0))`);
  await lockFor(tx, 'code');
}

/** The hub's secret behind keys, made at first use from the candidate given; one process's candidate wins. */
export async function hubSecret(tx: Transaction, candidate: string): Promise<string> {
  await tx.query(`INSERT INTO facts.setting (name, value) VALUES ('secret', $1) ON CONFLICT DO NOTHING`, [
    candidate,
  ]);
  const [row] = await tx.query<{ value: string }>(`SELECT value FROM facts.setting WHERE name = 'secret'`);
  return row!.value;
}

/** Closed questions of the working facts: what was asked, what could be answered, and how given answers are read. */
export interface ClosedQuestions {
  questions: readonly QuestionRow[];
  options: readonly OptionRow[];
  places: readonly AnswerPlace[];
}

/** A submission that is left out of the facts until there are more new people. */
export interface WaitingSubmission {
  id: string;
  source: string;
}

/**
 * Replaces the working facts (edition 0) by what the hub holds now.
 * @param waiting submissions that are left out
 */
export async function rewriteWorkingFacts(
  tx: Transaction,
  pads: KeyPads,
  { questions, options, places }: ClosedQuestions,
  waiting: readonly WaitingSubmission[] = [],
): Promise<void> {
  const left = waiting.map(({ id }) => id);
  const [about] = await tx.query<{ synthetic: boolean }>(
    `SELECT coalesce((SELECT value = 'true' FROM facts.setting WHERE name = 'synthetic'), false) AS synthetic`,
  );
  await tx.query('DELETE FROM facts.edition WHERE number = 0');
  await tx.query(
    `INSERT INTO facts.edition (number, hash, data_to, synthetic, versions, funnel, sources)
     SELECT 0, '', max(submitted_on), $1, '{}', '{}', '[]' FROM engagement.submission
     WHERE withdrawn_at IS NULL AND id <> ALL ($2::uuid[])`,
    [about?.synthetic ?? false, left],
  );
  await saveFactQuestions(tx, questions, options);
  const [outer, inner] = [Buffer.from(pads.outer), Buffer.from(pads.inner)];
  // All of it meets all of it. What has just been loaded looks small to the planner, and row by row a city of 20,000 took 39 seconds in place of 3.
  await tx.query('SET LOCAL enable_nestloop = off');
  await tx.query(INSERT_FACTS, [outer, inner, JSON.stringify(places), left]);
  await tx.query('SET LOCAL enable_nestloop TO DEFAULT');
  for (const sql of PUBLIC_FIELDS) await tx.query(sql, sql.includes('$1') ? [left] : []);
  await saveFactMeasures(tx, MEASURES, MEASURES_VERSION);
}

/** Code and version of what made the facts: codebooks, coders, linkage model; empty where nothing did. */
export async function readVersions(
  tx: Transaction,
): Promise<{ codebook: string; coder: string; linkageModel: string }> {
  const [row] = await tx.query<{ codebook: string; coder: string; linkageModel: string }>(VERSIONS);
  return row!;
}

/** @param waiting submissions that are left out: as if they were still to be received */
export async function readSourceFunnels(
  tx: Transaction,
  waiting: readonly WaitingSubmission[] = [],
): Promise<SourceFunnel[]> {
  const funnels = await tx.query<SourceFunnel>(SOURCE_FUNNELS);
  return funnels.map((funnel) => {
    const left = waiting.filter(({ source }) => source === funnel.source).length;
    return { ...funnel, received: funnel.received - left, submissions: funnel.submissions - left };
  });
}

/** What the facts themselves say (submissions, people with the range of the latest matching, arguments). */
export async function readFunnel(tx: Transaction, rows: RowFunnel): Promise<Funnel> {
  const [row] = await tx.query<Omit<Funnel, keyof RowFunnel>>(FUNNEL);
  return { ...rows, ...row! };
}

export interface EditionFacts {
  versions: Record<string, string>;
  funnel: Funnel;
  sources: SourceFunnel[];
}

/** Beside the working facts: what they hang on. */
export async function describeWorkingFacts(tx: Transaction, facts: EditionFacts): Promise<void> {
  await tx.query(`UPDATE facts.edition SET versions = $1, funnel = $2, sources = $3 WHERE number = 0`, [
    JSON.stringify(facts.versions),
    JSON.stringify(facts.funnel),
    JSON.stringify(facts.sources),
  ]);
}

export async function workingRows(
  tx: Transaction,
): Promise<{ rows: number; submissions: number; people: number }> {
  const [row] = await tx.query<{ rows: number; submissions: number; people: number }>(
    `SELECT count(*)::int AS rows, count(DISTINCT submission_key)::int AS submissions, count(DISTINCT person_key)::int AS people
     FROM facts.fact WHERE edition = 0`,
  );
  return row!;
}

export async function latestEdition(tx: Transaction): Promise<{ number: number; hash: string } | null> {
  const [row] = await tx.query<{ number: number; hash: string }>(
    'SELECT number, hash FROM facts.edition WHERE number > 0 ORDER BY number DESC LIMIT 1',
  );
  return row ?? null;
}

/**
 * Submissions of new people where these are at least one and fewer than so many: they would stand out in an edition.
 * @param fewest from so many on they are hidden by each other
 */
export async function fewNewPeople(
  tx: Transaction,
  fewest: number,
): Promise<{ people: number; submissions: WaitingSubmission[] }> {
  const rows = await tx.query<WaitingSubmission & { person: string }>(NEW_PEOPLE, [fewest]);
  const people = new Set(rows.map(({ person }) => person)).size;
  return people < fewest ? { people, submissions: rows } : { people: 0, submissions: [] };
}

/** How many people read otherwise in the working facts than in an edition: came, left, or said or were said to be something else. */
export async function movedPeople(tx: Transaction, edition: number): Promise<number> {
  const [row] = await tx.query<{ people: number }>(MOVED_PEOPLE, [edition]);
  return row!.people;
}

/**
 * Freezes the working facts as an edition: all of it or, if the transaction fails, none.
 * @param pads of the key by which the working facts were made: what they hold is counted from now on
 */
export async function freezeWorkingFacts(
  tx: Transaction,
  edition: { number: number; hash: string; note: string | null; correction: string | null; now: Date },
  pads: KeyPads,
): Promise<void> {
  const { number, hash, note, correction, now } = edition;
  await tx.query(
    `INSERT INTO facts.edition (number, hash, published_at, data_to, note, correction, synthetic, versions, funnel, sources, released)
     SELECT $1, $2, $3, e.data_to, $4, $5, e.synthetic, e.versions, e.funnel, e.sources,
       facts.release_funnels(e.funnel, e.sources, (SELECT b.released FROM facts.edition b WHERE b.number = facts.edition_before($1) AND b.number > 0))
     FROM facts.edition e WHERE e.number = 0`,
    [number, hash, now, note, correction],
  );
  for (const [table, columns] of Object.entries(FACT_COLUMNS))
    if (table !== 'theme_share')
      await tx.query(
        `INSERT INTO facts.${table} (edition, ${columns}) SELECT $1::integer, ${columns} FROM facts.${table} WHERE edition = 0`,
        [number],
      );
  await tx.query('SELECT facts.keep_shares($1)', [number]);
  // As where they are made: what has just been written looks small to the planner.
  await tx.query('SET LOCAL enable_nestloop = off');
  await tx.query(MARK_COUNTED, [Buffer.from(pads.outer), Buffer.from(pads.inner), number]);
  await tx.query('SET LOCAL enable_nestloop TO DEFAULT');
}
