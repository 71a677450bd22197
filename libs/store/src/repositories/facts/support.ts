import type { SupportAct } from '#domain';
import type { Queryable } from '../../database.js';
import { firstWords } from '../coding/first-words.js';

/** How often others did something for or against one submission, as its platform counted. */
export interface SupportRow {
  submission: string;
  act: SupportAct;
  times: number;
  /** Its first words: the title, where the tool asks for one; null while it waits to be coded. */
  text: string | null;
  /** Words of it that a person released; null where none were. */
  released: string | null;
}

/** An engagement on a platform that counts support. */
export interface SupportedEngagement {
  /** agency/key */
  engagement: string;
  /** A health agency holds it. */
  health: boolean;
  /** Day (ISO) on which the newest of the counts was delivered. */
  countedOn: string;
}

/** $1: submissions that wait for the next edition. */
const COUNTED = `engagement.support p JOIN engagement.submission s ON s.id = p.submission AND s.withdrawn_at IS NULL AND s.id <> ALL ($1::uuid[])`;

/**
 * Engagements of which others' support was counted. By the worker role, or of the session's own agencies for an analyst.
 * @param waiting submissions that are left out
 */
export function engagementsWithSupport(
  tx: Queryable,
  waiting: readonly string[] = [],
): Promise<SupportedEngagement[]> {
  return tx.query(
    `SELECT s.agency || '/' || s.engagement AS engagement, bool_or(a.kind = 'health') AS health, to_char(max(d.received_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "countedOn"
     FROM ${COUNTED} JOIN engagement.agency a ON a.code = s.agency JOIN intake.delivery d ON d.id = p.delivery
     GROUP BY 1 ORDER BY 1`,
    [waiting],
  );
}

/** Support of one engagement, a line a submission and act, in a fixed order; the same rights. */
export function readSupport(
  tx: Queryable,
  engagement: string,
  waiting: readonly string[] = [],
): Promise<SupportRow[]> {
  const at = engagement.indexOf('/');
  return tx.query<SupportRow>(
    `SELECT s.id AS submission, p.act, p.times, q.text AS released,
       ${firstWords('s')} AS text
     FROM ${COUNTED} LEFT JOIN coding.released_quote q ON q.submission = s.id
     WHERE s.agency = $2 AND s.engagement = $3 ORDER BY s.id, p.act`,
    [waiting, engagement.slice(0, at), engagement.slice(at + 1)],
  );
}

/** What an edition's hash covers of support; null where there is none. By the worker role. */
export async function digestSupport(tx: Queryable, waiting: readonly string[] = []): Promise<string | null> {
  const [row] = await tx.query<{ digest: string | null }>(
    `SELECT encode(sha256(convert_to(string_agg(line, '' ORDER BY line), 'UTF8')), 'hex') AS digest FROM (
       SELECT md5(jsonb_build_array(s.agency, s.engagement, s.id, p.act, p.times)::text) AS line FROM ${COUNTED}) lines`,
    [waiting],
  );
  return row?.digest ?? null;
}

/**
 * Of words that an agency released when an edition was published, those that still may be told: nobody who said them was erased since.
 * By the published role.
 */
export async function wordsThatStand(
  db: Queryable,
  agency: string,
  words: readonly string[],
): Promise<Set<string>> {
  if (words.length === 0) return new Set();
  const rows = await db.query<{ words: string }>(
    'SELECT words FROM facts.words_that_stand($1, $2) AS words',
    [agency, words],
  );
  return new Set(rows.map((row) => row.words));
}
