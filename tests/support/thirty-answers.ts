import type pg from 'pg';
import type { AnswerCut } from '#facts';
import { AREAS } from './declared-groups.js';
import type { CellSets } from './rules-of-policy-p.js';

/** The sets of one engagement's answers, as PostgreSQL finds them in the tables of the pipeline. */
export interface AnswerSets {
  /** @param question null: everybody heard */
  of(question: string | null, chose: string, value?: string): CellSets;
}

const NOBODY: CellSets = { submissions: [], people: [], arguments: [], health: false };
const VALUES: Record<AnswerCut, string> = {
  'age-band': `coalesce(d.said->>'age', 'not-asked')`,
  sex: `coalesce(d.said->>'sex', 'not-asked')`,
  'ethnic-group': `coalesce(d.said->>'ethnic-group', 'not-asked')`,
  disability: `coalesce(d.said->>'disability', 'not-asked')`,
  deprivation: `coalesce(s.deprivation::text, 'not-known')`,
  ward: `coalesce(s.ward, 'not-known')`,
  area: `CASE ${Object.entries(AREAS).map(([area, wards]) => `WHEN s.ward IN (${wards.map((ward) => `'${ward}'`).join()}) THEN '${area}'`).join(' ')} ELSE 'in none' END`, // prettier-ignore
};

/**
 * Who chose what, counted by SQL that shares nothing with the hub: whoever answered a question twice with the latest answer.
 * What was chosen is `answered`, `dont-know`, `declined`, `not-shown`, `other`, or the words of an option in small letters; of a
 * ranking `first/words` and `top3/words`; of a number `=N`.
 */
export async function answerSets(
  admin: pg.Pool,
  { agency, engagement }: { agency: string; engagement: string },
  by: AnswerCut | null,
): Promise<AnswerSets> {
  const { rows } = await admin.query({
    text: `
    WITH heard AS MATERIALIZED (
      SELECT s.id, CASE WHEN m.person IS NULL THEN 'submission/' || s.id ELSE 'person/' || m.person END AS person, c.argument, ${by ? VALUES[by] : `''`} AS value,
        row_number() OVER (ORDER BY s.submitted_on NULLS FIRST, s.received_at, s.id) AS turn
      FROM engagement.submission s LEFT JOIN linkage.membership m ON m.submission = s.id LEFT JOIN coding.coded c ON c.submission = s.id
      LEFT JOIN LATERAL (SELECT jsonb_object_agg(characteristic, code) AS said FROM engagement.demographic WHERE submission = s.id) d ON true
      WHERE s.agency = $1 AND s.engagement = $2),
    latest AS MATERIALIZED (
      SELECT DISTINCT ON (h.person, a.question) h.id, h.person, h.argument, h.value, q.key, q.kind, q.options AS asked, a.options, a.value AS number
      FROM heard h JOIN engagement.answer a ON a.submission = h.id JOIN engagement.question q ON (q.agency, q.engagement, q.key) = ($1, $2, a.question)
      ORDER BY h.person, a.question, h.turn DESC),
    words AS (
      SELECT l.*, lower(w.word) AS word, w.place FROM latest l CROSS JOIN LATERAL unnest(l.options) WITH ORDINALITY w(word, place) WHERE l.kind <> 'number'),
    chosen AS (
      SELECT key, id, person, argument, value, 'top3/' || word AS chose FROM words WHERE kind = 'ranking' AND place <= 3
      UNION ALL SELECT key, id, person, argument, value, 'first/' || word FROM words WHERE kind = 'ranking' AND place = 1
      UNION ALL SELECT key, id, person, argument, value, CASE word WHEN 'don’t know' THEN 'dont-know' WHEN 'prefer not to say' THEN 'declined' WHEN 'not shown' THEN 'not-shown'
        ELSE CASE WHEN word = ANY (SELECT lower(o) FROM unnest(asked) o) THEN word ELSE 'other' END END FROM words WHERE kind <> 'ranking'
      UNION ALL SELECT key, id, person, argument, value, '=' || number FROM latest WHERE number IS NOT NULL),
    every AS (
      SELECT * FROM chosen
      UNION ALL SELECT key, id, person, argument, value, 'answered' FROM chosen WHERE chose NOT IN ('dont-know', 'declined', 'not-shown')
      UNION ALL SELECT NULL, id, person, argument, value, 'heard' FROM heard)
    SELECT key, chose, value, array_agg(DISTINCT id) AS submissions, array_agg(DISTINCT person) AS people,
      coalesce(array_agg(DISTINCT argument) FILTER (WHERE argument IS NOT NULL), '{}') AS arguments
    FROM every GROUP BY 1, 2, 3`,
    values: [agency, engagement],
  });
  const found = new Map<string, CellSets>(
    rows.map(({ key, chose, value, submissions, people, arguments: args }) => [
      nameOf(key, chose, value),
      { submissions, people, arguments: args, health: false },
    ]),
  );
  return { of: (question, chose, value = '') => found.get(nameOf(question, chose, value)) ?? NOBODY };
}

const nameOf = (question: string | null, chose: string, value: string): string =>
  `${question ?? ''}|${chose}|${value}`;

/** Several disjoint sets as one: the numbers of a band. */
export function joined(sets: readonly CellSets[]): CellSets {
  const all = (of: (set: CellSets) => readonly string[]): string[] => [...new Set(sets.flatMap(of))];
  return {
    submissions: all(({ submissions }) => submissions),
    people: all(({ people }) => people),
    arguments: all((set) => set.arguments),
    health: false,
  };
}
