import { POLICY_P_WITH_GROUPS, SIMPLE_POLICY } from '#disclosure';
import { CENSUS_2021, MEASURES, WARDS } from '#domain';
import { publishEdition, reports } from '#facts';
import { adoptPriorities } from '#pipeline';
import * as statements from '#statements';
import { Database, saveThemeGrades, setHubSetting } from '#store';
import type { TestDatabase } from './database.js';
import { plantHub, plantThemes } from './small-hub.js';
import { THIRTY_QUESTIONS, plantQuestions } from './thirty-questions.js';

/**
 * A small hub with something of everything that an edition holds, its first edition, and everything that the edition was made of changed
 * afterwards: for tests that the edition says for ever what it said.
 */
const SIZE = { submissions: 1_200, people: 480, seed: 5 };
export const [DAY] = MEASURES;
const WORDING = DAY!.wordings[0]!;

/** Plants the hub and publishes edition 1. @returns the worker's door; the caller closes it */
export async function publishTheFirst(made: TestDatabase): Promise<Database> {
  await plantHub(made.admin, SIZE);
  await plantThemes(made.admin, SIZE);
  await plantQuestions(made.admin, { agency: 'city', engagement: 'survey-0' }, THIRTY_QUESTIONS.slice(0, 8));
  for (const sql of PLANTED) await made.admin.query(sql);
  await plantMeasure(made);
  const worker = await Database.open(made.urlFor('worker'));
  await setHubSetting(worker, 'city', 'Plymouth');
  await setHubSetting(worker, 'synthetic', 'true');
  await adoptPriorities(worker);
  await publishEdition(worker, { now: new Date('2026-05-01T09:30:00Z'), note: 'The first' });
  return worker;
}

/** Changes agencies, sources, deliveries, answers, codings, series, measures, votes, quotes, decisions and grades. */
export async function changeEverything({ admin }: TestDatabase, worker: Database): Promise<void> {
  for (const change of CHANGES) await admin.query(change);
  const { rows } = await admin.query<{ theme: string }>('SELECT theme FROM coding.theme_grade');
  await worker.transaction((tx) =>
    saveThemeGrades(
      tx,
      rows.map(({ theme }) => stillLearning(theme)),
    ),
  );
}

/** Votes of two camps, support as a platform counted it, quotes, a series that was signed, and a decision of an engagement. */
const PLANTED = [
  `INSERT INTO engagement.answer (agency, submission, engagement, question, text)
   SELECT agency, id, engagement, 'comment', 'Statement ' || "row" FROM engagement.submission WHERE agency = 'city' AND engagement = 'survey-1' LIMIT 12`,
  `UPDATE engagement.submission SET external_id = "row"::text, channel = 'online' WHERE id IN (SELECT submission FROM engagement.answer WHERE question = 'comment')`,
  `INSERT INTO engagement.vote (id, agency, engagement, source, delivery, comment, voter, value, voted_at)
   SELECT gen_random_uuid(), 'city', 'survey-1', 'city', 1, s.external_id, v::text, CASE WHEN (v + s."row") % 3 = 0 THEN -1 ELSE 1 END, '2025-01-01'
   FROM engagement.submission s, generate_series(1, 120) v WHERE s.external_id IS NOT NULL`,
  `INSERT INTO coding.released_quote (submission, agency, text, actor)
   SELECT s.id, s.agency, 'Lamps, please', 'made-up' FROM engagement.submission s JOIN coding.assignment a ON a.submission = s.id AND a.theme = 'lighting'
   WHERE s.ward IS NOT NULL ORDER BY s.ward, s.id LIMIT 1`,
  `INSERT INTO coding.released_quote (submission, agency, text, actor)
   SELECT id, agency, 'Statement ' || "row", 'made-up' FROM engagement.submission WHERE external_id IS NOT NULL ORDER BY id LIMIT 3 ON CONFLICT DO NOTHING`,
  `INSERT INTO engagement.support (submission, agency, act, times, delivery)
   SELECT s.id, s.agency, a.act, 60 + 7 * s."row" % 90, 1 FROM engagement.submission s, unnest(ARRAY['likes', 'dislikes']) AS a(act) WHERE s.external_id IS NOT NULL`,
  `INSERT INTO engagement.series (agency, key, name, kind, engagements, state, because, decided_by, decided_at)
   SELECT 'city', 'again', 'Asked again', 'repeats', array_agg(key ORDER BY key), 'signed', 'Asked the same', 'made-up', now() FROM engagement.engagement WHERE agency = 'city'`,
  `INSERT INTO engagement.statement (id, agency, source, engagement, delivery, kind, issued_on, text, place)
   VALUES (gen_random_uuid(), 'force', 'force', 'survey-0', 2, 'priority', '2024-05-01', 'Off-road bikes', 'Budshead')`,
];

async function plantMeasure({ admin }: TestDatabase): Promise<void> {
  await admin.query(
    `INSERT INTO engagement.question (agency, engagement, key, text, kind, options, position)
     SELECT agency, key, 'day', $1, 'scale', $2, 90 FROM engagement.engagement WHERE agency = 'force'`,
    [WORDING.text, WORDING.options],
  );
  await admin.query(
    `INSERT INTO engagement.answer (agency, submission, engagement, question, options)
     SELECT s.agency, s.id, s.engagement, 'day', ARRAY[($1::text[])[1 + get_byte(sha256(convert_to(s.id::text, 'UTF8')), 0) % 5]]
     FROM engagement.submission s WHERE s.agency = 'force'`,
    [WORDING.options],
  );
  await admin.query(
    `INSERT INTO engagement.measured (agency, engagement, question, measure, wording, selection, reason, confirmed_by)
     SELECT 'force', key, 'day', $1, 'A', 'open', 'The same words, by the same people', 'made-up' FROM engagement.engagement WHERE agency = 'force'`,
    [DAY!.code],
  );
}

/** All that an edition is made of, anew. */
const CHANGES = [
  `INSERT INTO engagement.agency (code, name, kind) VALUES ('new', 'A new agency', 'vcs')`,
  `UPDATE engagement.agency SET name = 'Renamed', kind = 'vcs' WHERE code = 'city'`,
  `INSERT INTO intake.source (code, agency, name, connector) VALUES ('new', 'new', 'New', 'spreadsheet')`,
  `UPDATE intake.source SET name = 'Renamed', stopped_reason = 'x' WHERE code = 'force'`,
  `UPDATE intake.delivery SET received_at = now(), data_to = '2026-06-30', "rows" = "rows" + 60, accepted = accepted + 60 WHERE source = 'city'`,
  `INSERT INTO engagement.engagement (agency, key, title, kind, target_communities) VALUES ('new', 'first', 'The first of a new agency', 'survey', '{}')`,
  `UPDATE engagement.engagement SET title = 'Another title', participation = 'empowerment', opens = '2024-02-01', closes = '2026-06-01'`,
  `UPDATE engagement.question SET text = 'Another text', position = 100 - position`,
  `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
   SELECT gen_random_uuid(), 'city', 'city', 'survey-0', 1, 'more.csv', n, 'more ' || n, '2026-02-15', 'E05002078' FROM generate_series(1, 60) n`,
  `INSERT INTO engagement.submission (id, agency, source, engagement, delivery, file, "row", content_hash, submitted_on, ward)
   SELECT gen_random_uuid(), 'new', 'new', 'first', 1, 'new.csv', n, 'new ' || n, '2026-03-15', 'E05002081' FROM generate_series(1, 40) n`,
  `UPDATE engagement.submission SET withdrawn_at = now() WHERE agency = 'health' AND "row" % 9 = 0`,
  `UPDATE linkage.community SET name = 'Renamed ' || name`,
  `INSERT INTO coding.codebook (code, version, document, note)
   SELECT code, 2, jsonb_set(jsonb_set(document, '{title}', '"Renamed"'), '{themes,0,name}', '"Renamed"'), 'anew' FROM coding.codebook WHERE code = 'small'`,
  `INSERT INTO engagement.series_break (agency, series, since, reason, state, decided_by, decided_at)
   VALUES ('city', 'again', '2025-01-01', 'Another way of asking', 'declared', 'made-up', now())`,
  `UPDATE engagement.series SET state = 'refused'`,
  `UPDATE engagement.measured SET ended_by = 'made-up', ended_at = now(), ended_reason = 'No longer the same'`,
  `UPDATE engagement.vote SET value = -value WHERE voter::int % 2 = 0`,
  `UPDATE engagement.support SET times = 3 * times`,
  `UPDATE engagement.statement SET text = 'Another priority'`,
  `INSERT INTO coding.released_quote (submission, agency, text, actor)
   SELECT s.id, s.agency, 'More lamps', 'made-up' FROM engagement.submission s JOIN coding.assignment a ON a.submission = s.id AND a.theme = 'lighting'
   WHERE NOT EXISTS (SELECT FROM coding.released_quote q WHERE q.submission = s.id) ORDER BY s.id LIMIT 1`,
];

/** Changes what the program itself holds, as a later version of it would. @returns what puts it back */
export async function laterVersion(): Promise<() => void> {
  const rules = Object.entries(statements)
    .filter(([name]) => name.endsWith('_RULE'))
    .map(([, rule]) => [rule, { version: 99 }]);
  const census = CENSUS_2021.rows[WARDS[0]!.code];
  const later = [
    ...rules,
    [POLICY_P_WITH_GROUPS, { version: 99 }],
    [SIMPLE_POLICY, { sensitive: [...SIMPLE_POLICY.sensitive, 'theme', 'agency'] }],
    [(await reports())[0], { title: 'Another title', definition: 'Another definition of what is counted, and how.' }],
    [WARDS[0], { name: 'Another ward' }],
    [census, { residents: 1 }],
    [DAY, { name: 'Another measure' }],
  ] as [Record<string, unknown>, Record<string, unknown>][]; // prettier-ignore
  const before = later.map(([held, change]) =>
    Object.fromEntries(Object.keys(change).map((name) => [name, held[name]])),
  );
  for (const [held, change] of later) Object.assign(held, change);
  return () => later.forEach(([held], at) => Object.assign(held, before[at]));
}

const stillLearning = (theme: string) => ({
  ...{ theme, grade: 'learning' as const, model: 'another', codebook: 'small', codebookVersion: 1 },
  ...{ findings: null, agencies: {}, former: null, recoding: 0, wanted: null },
});

/** What was said before and is not after, and what is new: nothing where an edition stays what it was. */
export function differences(before: readonly string[], after: readonly string[]): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [
    ...before.filter((line) => !is.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !was.has(line)).map((line) => `+ ${line}`),
  ];
}
