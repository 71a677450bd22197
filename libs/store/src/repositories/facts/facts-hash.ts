import type { Transaction } from '../../database.js';
import { FACT_COLUMNS } from './facts-writer-sql.js';

/**
 * A digest of the working facts that two hubs with the same input share, whatever the order of arrival and whatever
 * their secrets. Row ids and keys are left out; what keys say (which rows are one submission, whose people and whose
 * arguments are the same) is put in canonically:
 *
 * 1. a submission's line is its dimensions and its sorted themes; its mark is the line's SHA-256;
 * 2. a person's mark is the SHA-256 of the sorted marks of their submissions, an argument's likewise;
 * 3. the digest is the SHA-256 of the sorted triples (submission's, person's, argument's mark).
 *
 * Two fact tables with equal digests give equal figures: every distinct count of submissions and people under any
 * filter follows from the groups of lines.
 */
const FACT_DIGEST = `
WITH lines AS MATERIALIZED (
  SELECT submission_key, person_key, argument_key, encode(sha256(convert_to(
    jsonb_build_array(agency, source, engagement, participation, quarter, ward, age_band, sex, ethnic_group, disability, deprivation, communities, health, options,
      array_agg(theme || '/' || theme_group ORDER BY theme COLLATE "C"))::text, 'UTF8')), 'hex') AS mark
  FROM facts.fact WHERE edition = 0
  GROUP BY submission_key, person_key, argument_key, agency, source, engagement, participation, quarter, ward, age_band, sex, ethnic_group, disability,
    deprivation, communities, health, options),
people AS (SELECT person_key, encode(sha256(convert_to(string_agg(mark, ',' ORDER BY mark COLLATE "C"), 'UTF8')), 'hex') AS mark FROM lines GROUP BY 1),
arguments AS (SELECT argument_key, encode(sha256(convert_to(string_agg(mark, ',' ORDER BY mark COLLATE "C"), 'UTF8')), 'hex') AS mark
  FROM lines WHERE argument_key IS NOT NULL GROUP BY 1)
SELECT coalesce(encode(sha256(convert_to(string_agg(t.triple, E'\\n' ORDER BY t.triple COLLATE "C"), 'UTF8')), 'hex'), '') AS digest
FROM (SELECT l.mark || p.mark || coalesce(a.mark, '') AS triple FROM lines l JOIN people p USING (person_key) LEFT JOIN arguments a USING (argument_key)) t`;

/** Digest of each standard table of the working facts, by name. */
export async function digestWorkingFacts(tx: Transaction): Promise<Record<string, string>> {
  const digests: Record<string, string> = { fact: await one(tx, FACT_DIGEST) };
  for (const [table, columns] of Object.entries(FACT_COLUMNS)) {
    if (table === 'fact') continue;
    const kept = columns.split(', ').filter((column) => !(table === 'statement' && column === 'id'));
    digests[table] = await one(
      tx,
      `SELECT coalesce(encode(sha256(convert_to(string_agg(r.line, E'\\n' ORDER BY r.line COLLATE "C"), 'UTF8')), 'hex'), '') AS digest
       FROM (SELECT jsonb_build_array(${kept.join(', ')})::text AS line FROM facts.${table} WHERE edition = 0) r`,
    );
  }
  return digests;
}

async function one(tx: Transaction, sql: string): Promise<string> {
  const [row] = await tx.query<{ digest: string }>(sql);
  return row!.digest;
}
