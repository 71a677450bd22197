import { WARDS } from '#domain';
import type { Transaction } from '#store';
import { drawn, oneOf } from './made-up-hub.js';

export const CONSULTATION = 'council/consultation';
export const QUESTIONS = 30;

/** Options of each question, from 2 to 7, and the place of its base; its options follow. */
const OPTIONS = Array.from({ length: QUESTIONS }, (_, question) => 2 + (question % 6));
const BASES = OPTIONS.map((_, question) =>
  OPTIONS.slice(0, question).reduce((sum, many) => sum + many + 1, 0),
);

/**
 * Plants a consultation of thirty closed questions into a made-up edition. Nobody in it exists.
 * @param tx by the worker role, of a hub that holds edition 1, holding `lockFacts`
 */
export async function plantConsultation(tx: Transaction, respondents: number): Promise<void> {
  const numbers = (list: readonly number[]): string => `ARRAY[${list.join()}]`;
  await tx.query(
    `INSERT INTO facts.engagement (edition, id, agency, key, title, kind, participation, communities)
       VALUES (1, $1, 'council', 'consultation', 'A consultation', 'survey', 'consultation', '{}')`,
    [CONSULTATION],
  );
  await tx.query(
    `INSERT INTO facts.question (edition, engagement, key, position, text, kind)
       SELECT 1, $1, 'question-' || q, q, 'Question ' || q, 'choice' FROM generate_series(0, ${QUESTIONS - 1}) q`,
    [CONSULTATION],
  );
  await tx.query(
    `INSERT INTO facts.option (edition, engagement, place, question, code, label, role)
       SELECT 1, $1, base + o, 'question-' || (q - 1), CASE o WHEN 0 THEN 'answered' ELSE 'option-' || o END, 'Option ' || o, CASE o WHEN 0 THEN 'base' ELSE 'option' END
       FROM unnest(${numbers(BASES)}, ${numbers(OPTIONS)}) WITH ORDINALITY AS u(base, many, q), generate_series(0, many) o`,
    [CONSULTATION],
  );
  await tx.query(`
      INSERT INTO facts.fact (edition, agency, source, engagement, participation, quarter, ward, age_band, sex, ethnic_group, disability, deprivation,
        communities, theme, theme_group, health, submission_key, person_key, argument_key, noise_key, options)
      SELECT 1, 'council', 'council', '${CONSULTATION}', 'consultation', '2024-Q2', ${oneOf(
        WARDS.map(({ code }) => code),
        3,
      )},
        ${oneOf(['15-24', '25-34', '35-49', '50-64', '65-74', '75+'], 4)}, ${oneOf(['female', 'male'], 5)}, ${oneOf(['white-british', 'asian', 'black', 'mixed', 'other'], 6)},
        ${oneOf(['yes', 'no', 'no'], 7)}, (1 + ${drawn(9, '5')})::text, '{}', '', '', false,
        -n * 7919 - 13, -n * 104729 - 7, NULL, ${drawn(8, '256')}::smallint,
        ARRAY(SELECT place::text FROM unnest(${numbers(BASES)}, ${numbers(OPTIONS)}) WITH ORDINALITY AS u(base, many, q),
          LATERAL (SELECT mod(abs(hashint8(n * 97 + q)::bigint), 1000) AS h) x, LATERAL unnest(ARRAY[base, base + 1 + x.h * x.h * many / 1000000]) AS p(place)
          WHERE x.h % 10 > 0 ORDER BY place)
      FROM generate_series(1::bigint, ${respondents}) AS s(n)`);
}
