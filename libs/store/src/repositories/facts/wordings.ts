import type { Queryable } from '../../database.js';

/** In which languages a question was put; only of those of which somebody said so. */
export interface WordingRow {
  /** agency/key */
  engagement: string;
  question: string;
  /** Of its text; a code of ISO 639, null where nobody says. */
  language: string | null;
  /** The same question in other languages, in order of their codes. */
  others: { language: string; text: string }[];
}

const SAID = `engagement.question q WHERE q.language IS NOT NULL OR q.wordings <> '{}'`;

/** By the worker role; of the session's own agencies by the workbench's. */
export function readWordings(tx: Queryable): Promise<WordingRow[]> {
  return tx.query<WordingRow>(
    `SELECT q.agency || '/' || q.engagement AS engagement, q.key AS question, q.language,
       ARRAY(SELECT jsonb_build_object('language', w.key, 'text', w.value) FROM jsonb_each_text(q.wordings) w ORDER BY w.key) AS others
     FROM ${SAID} ORDER BY q.agency COLLATE "C", q.engagement COLLATE "C", q.key COLLATE "C"`,
  );
}

/** What an edition's hash covers of them; null where nothing is said. By the worker role. */
export async function digestWordings(tx: Queryable): Promise<string | null> {
  const [row] = await tx.query<{ digest: string | null }>(
    `SELECT encode(sha256(convert_to(string_agg(line, '' ORDER BY line), 'UTF8')), 'hex') AS digest
     FROM (SELECT md5(jsonb_build_array(q.agency, q.engagement, q.key, q.language, q.wordings)::text) AS line FROM ${SAID}) lines`,
  );
  return row?.digest ?? null;
}

/** Words of each text as comments are indexed by them: without those that say nothing, each once, whatever its ending. */
export async function indexedWords(tx: Queryable, texts: readonly string[]): Promise<string[][]> {
  const rows = await tx.query<{ words: string[] }>(
    `SELECT tsvector_to_array(to_tsvector('pg_catalog.english', t.said)) AS words
     FROM unnest($1::text[]) WITH ORDINALITY AS t (said, n) ORDER BY t.n`,
    [texts],
  );
  return rows.map(({ words }) => words);
}
