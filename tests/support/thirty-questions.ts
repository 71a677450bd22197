import type pg from 'pg';

/** A closed question to plant; `skew` over 1 leans to the first options, `none` of 256 people leave it out. */
export interface PlantedQuestion {
  key: string;
  kind: 'choice' | 'scale' | 'multi-choice' | 'ranking' | 'number';
  options: readonly string[];
  skew: number;
  none: number;
  /** Items of a matrix share it. */
  matrix?: string;
}

const AGREE = ['Strongly agree', 'Agree', 'Neither agree nor disagree', 'Disagree', 'Strongly disagree'];
const SAFE = ['Very safe', 'Fairly safe', 'A bit unsafe', 'Very unsafe'];
const LETTERS = ['Trams', 'Buses', 'Parking', 'Cycle lanes', 'Ferries', 'Footpaths', 'Trains'];
const yesNo = ['Yes', 'No'];

const some = (
  many: number,
  of: (at: number) => Omit<PlantedQuestion, 'skew' | 'none'>,
): Omit<PlantedQuestion, 'skew' | 'none'>[] => Array.from({ length: many }, (_, at) => of(at));

/** Thirty questions of every kind, from evenly answered to leaning, some left out by half. */
export const THIRTY_QUESTIONS: readonly PlantedQuestion[] = [
  ...some(6, (at) => ({ key: `yes-${at}`, kind: 'choice', options: yesNo })),
  ...some(6, (at) => ({ key: `one-${at}`, kind: 'choice', options: LETTERS.slice(0, 2 + at) })),
  ...some(3, (at) => ({ key: `safe-${at}`, kind: 'scale', options: SAFE })),
  ...some(3, (at) => ({ key: `agree-${at}`, kind: 'scale', options: AGREE })),
  ...some(4, (at) => ({ key: `item-${at}`, kind: 'scale', options: AGREE, matrix: 'listens' })),
  ...some(4, (at) => ({ key: `many-${at}`, kind: 'multi-choice', options: LETTERS.slice(0, 3 + at) })),
  ...some(2, (at) => ({ key: `rank-${at}`, kind: 'ranking', options: LETTERS.slice(0, 4 + at) })),
  ...some(2, (at) => ({ key: `number-${at}`, kind: 'number', options: [] })),
].map((question, at) => ({ ...question, skew: 1 + (at % 4) * 0.7, none: [10, 26, 60, 128][at % 4]! }));

/** Plants the questions and their answers into one engagement, by hash of the submission's id, so that they hang on nothing else. */
export async function plantQuestions(
  admin: pg.Pool,
  { agency, engagement }: { agency: string; engagement: string },
  questions: readonly PlantedQuestion[] = THIRTY_QUESTIONS,
): Promise<void> {
  for (const [position, question] of questions.entries()) {
    const { key, kind, options, matrix = null } = question;
    await admin.query(
      `INSERT INTO engagement.question (agency, engagement, key, text, kind, options, position, matrix, stem, item)
       VALUES ($1, $2, $3, 'Question ' || $3, $4, $5, $6, $7::text, CASE WHEN $7::text IS NOT NULL THEN 'How far do you agree?' END, CASE WHEN $7 IS NOT NULL THEN 'Item ' || $3 END)`,
      [agency, engagement, key, kind, options, position, matrix],
    );
    await admin.query(PLANT, [agency, engagement, key, kind, options, question.skew, question.none]);
  }
}

/** Beside the options: not answered, don't know, declined, not shown, and (of choices) words that no list holds. */
const PLANT = `
INSERT INTO engagement.answer (agency, submission, engagement, question, options, value)
SELECT s.agency, s.id, s.engagement, $3, coalesce(o.options, '{}'), o.value FROM engagement.submission s
CROSS JOIN LATERAL (SELECT sha256(convert_to(s.id::text || $3, 'UTF8')) AS bytes) x
CROSS JOIN LATERAL (SELECT get_byte(x.bytes, 0) AS kept, get_byte(x.bytes, 1) AS apart,
  power((get_byte(x.bytes, 2) * 256 + get_byte(x.bytes, 3)) / 65536.0, $6::float8) AS place, get_byte(x.bytes, 4) AS bits) h
CROSS JOIN LATERAL (SELECT
  CASE WHEN $4 = 'number' THEN NULL
    WHEN $4 <> 'ranking' AND h.apart < 10 THEN ARRAY['Don’t know']
    WHEN $4 <> 'ranking' AND h.apart < 16 THEN ARRAY['prefer not to say']
    WHEN $4 <> 'ranking' AND h.apart < 20 THEN ARRAY['Not shown']
    WHEN $4 = 'choice' AND h.apart < 28 THEN ARRAY['something else ' || h.bits % 5]
    WHEN $4 = 'multi-choice' THEN ARRAY(SELECT option FROM unnest($5::text[]) WITH ORDINALITY u(option, n)
      WHERE (h.bits >> n::int) & 1 = 1 OR n = 1 + floor(h.place * cardinality($5::text[]))::int)
    WHEN $4 = 'ranking' THEN (SELECT (array_agg(option ORDER BY md5(s.id::text || option)))[1:1 + h.bits % 4] FROM unnest($5::text[]) u(option))
    ELSE ARRAY[lower(($5::text[])[1 + floor(h.place * cardinality($5::text[]))::int])] END AS options,
  CASE WHEN $4 = 'number' THEN floor(h.place * CASE WHEN $3 = 'number-0' THEN 40 ELSE 6 END) END::numeric AS value) o
WHERE s.agency = $1 AND s.engagement = $2 AND h.kept >= $7`;
