import type { GraphQLSchema } from 'graphql';
import { POLICY_P_WITH_GROUPS, SIMPLE_POLICY } from '#disclosure';
import { CENSUS_2021, MEASURES, WARDS } from '#domain';
import { publishEdition, reports } from '#facts';
import { adoptPriorities } from '#pipeline';
import * as statements from '#statements';
import { Database, saveThemeGrades, setHubSetting } from '#store';
import type { TestDatabase } from '../support/database.js';
import { everyQuestion, everythingSaid, schemaOf } from '../support/every-answer.js';
import { THIRTY_QUESTIONS, plantQuestions } from '../support/thirty-questions.js';
import { plantHub, plantThemes } from '../support/small-hub.js';
import { serveApi, startApi, type TestApi } from './api-server.js';

/**
 * Everything that may be asked of an edition by its number is asked of the first, of an API that remembers nothing, before and after all that
 * it was made of has changed: agencies, sources, deliveries, codings, grades, series, measures, votes, quotes and decisions, and what a later
 * version of the program brings (policy, rules, reports, wards, census).
 */
const SIZE = { submissions: 1_200, people: 480, seed: 5 };
const [DAY] = MEASURES;
const WORDING = DAY!.wordings[0]!;

let database: TestDatabase;
let api: TestApi;
let worker: Database;
let officer: string;
beforeAll(async () => {
  api = await startApi(
    async (made) => {
      database = made;
      await plantHub(made.admin, SIZE);
      await plantThemes(made.admin, SIZE);
      await plantQuestions(
        made.admin,
        { agency: 'city', engagement: 'survey-0' },
        THIRTY_QUESTIONS.slice(0, 8),
      );
      for (const sql of PLANTED) await made.admin.query(sql);
      await plantMeasure(made);
      worker = await Database.open(made.urlFor('worker'));
      await setHubSetting(worker, 'city', 'Plymouth');
      await setHubSetting(worker, 'synthetic', 'true');
      await adoptPriorities(worker);
      await publishEdition(worker, { now: new Date('2026-05-01T09:30:00Z'), note: 'The first' });
    },
    [],
    ['127.0.0.1'],
  );
  officer = await api.signIn('Officer', ['officer'], ['city']);
}, 120_000);
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

/** Votes of two camps, a quote, a series that was signed, and a decision of an engagement. */
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

/** What is asked of edition 1: every field of the schema that takes an edition must be here. */
async function ways(): Promise<Record<string, string[]>> {
  const of = 'edition: 1';
  const cuts = (await reports()).flatMap(({ code, dimensions }) =>
    dimensions.map((by) => `report: "${code}", by: [${by.replace('-', '_').toUpperCase()}], ${of}`),
  );
  const all = (name: string): [string, string[]] => [name, [of]];
  return {
    ...Object.fromEntries(
      ['agencies', 'areas', 'communities', 'countedBy', 'decisions', 'engagements', 'freshness', 'measures', 'planPriorities', 'questions',
        'reports', 'statements', 'themeGrades', 'waitingVoices', 'weightedThemes'].map(all),
    ),
    answers: ['city/survey-0', 'force/survey-1'].map((engagement) => `engagement: "${engagement}", ${of}`),
    codebook: [`code: "small", ${of}`],
    edition: ['number: 1'],
    editionDifference: ['from: 1, to: 1, report: "themes-by-community", by: [WARD]'],
    engagement: ['city', 'health'].map((agency) => `agency: "${agency}", key: "survey-0", ${of}`),
    figure: [`id: "themes-by-community/theme=lighting", ${of}`],
    figureColumns: cuts,
    figures: [
      ...cuts.filter((_, at) => at % 5 === 0).map((cut) => `${cut}, first: 30`),
      `report: "themes-by-community", filter: { agency: ["agencies:city+force"], quarter: ["2024-Q1", "2025-Q1"] }, ${of}, first: 30`,
    ],
    measure: [`code: "${DAY!.code}", ${of}`],
    quotes: [`theme: "lighting", ${of}`],
    releasedQuotes: [`theme: "lighting", ${of}`],
    themeShares: [of, `agency: "city", ${of}`, `community: "carers", ${of}`],
    votes: [`engagement: "city/survey-1", ${of}`],
    decision: (await decisions()).map((id) => `id: "${id}", ${of}`),
  }; // prettier-ignore
}

async function decisions(): Promise<string[]> {
  const { data } = await api.ask('{ decisions(edition: 1) { nodes { id } } }');
  return data.decisions.nodes.map(({ id }: { id: string }) => id);
}

const takesEdition = ({ name, args }: { name: string; args: readonly { name: string }[] }): boolean =>
  name === 'edition' || name === 'editionDifference' || args.some((arg) => arg.name === 'edition');

/** That an edition is the latest is of now, and of no edition. */
const OF_NOW = /\.latest$/;

let asked = 0;
/** Every answer of edition 1, value by value, and the bodies as they go over the wire. */
async function everything(from: TestApi, schema: GraphQLSchema): Promise<string[]> {
  const lines: string[] = [];
  const fields = Object.values(schema.getQueryType()!.getFields()).filter(takesEdition);
  const asIs = Object.fromEntries(fields.map(({ name }) => [name, ['edition: 1']]));
  const said = { ...asIs, ...(await ways()) };
  for (const question of everyQuestion(schema, said, { decision: 2, decisions: 2 }, takesEdition)) {
    // Each from an address of its own: many questions in a minute from one are turned away.
    const response = await fetch(`${from.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `198.51.100.${asked++ % 256}`,
        // Whoever writes a decision may see what is quoted before it is public.
        ...(question.startsWith('{ releasedQuotes') ? { cookie: officer } : {}),
      },
      body: JSON.stringify({ query: question }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: { message: string }[] };
    const name = question.slice(2, question.indexOf('{', 2)).trim();
    for (const error of errors ?? []) lines.push(`${name} refused: ${error.message}`);
    for (const { path, value } of everythingSaid(data))
      if (!OF_NOW.test(path)) lines.push(`${name} ${path} = ${JSON.stringify(value)}`);
  }
  return lines;
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
  `UPDATE engagement.series SET state = 'refused'`,
  `UPDATE engagement.measured SET ended_by = 'made-up', ended_at = now(), ended_reason = 'No longer the same'`,
  `UPDATE engagement.vote SET value = -value WHERE voter::int % 2 = 0`,
  `UPDATE engagement.statement SET text = 'Another priority'`,
  `INSERT INTO coding.released_quote (submission, agency, text, actor)
   SELECT s.id, s.agency, 'More lamps', 'made-up' FROM engagement.submission s JOIN coding.assignment a ON a.submission = s.id AND a.theme = 'lighting'
   WHERE NOT EXISTS (SELECT FROM coding.released_quote q WHERE q.submission = s.id) ORDER BY s.id LIMIT 1`,
];

/** Changes what the program itself holds, as a later version of it would. @returns what puts it back */
async function laterVersion(): Promise<() => void> {
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

test('all that may be asked of an edition is answered the same to the byte after everything that it was made of has changed', async () => {
  const schema = await schemaOf((query) => api.ask(query));
  const before = await everything(api, schema);
  expect(before.filter((line) => / refused: /.test(line))).toEqual([]);
  expect(before.length).toBeGreaterThan(20_000);
  for (const change of CHANGES) await database.admin.query(change);
  const { rows: themes } = await database.admin.query<{ theme: string }>(
    'SELECT theme FROM coding.theme_grade',
  );
  await worker.transaction((tx) =>
    saveThemeGrades(
      tx,
      themes.map(({ theme }) => stillLearning(theme)),
    ),
  );
  const undo = await laterVersion();
  try {
    expect(await publishEdition(worker)).toMatchObject({ status: 'published', edition: 2 });
    const anew = await serveApi(database, [], ['127.0.0.1']);
    const after = await everything(anew, schema);
    await anew.stop();
    const [was, is] = [new Set(before), new Set(after)];
    expect([
      ...before.filter((line) => !is.has(line)).map((line) => `- ${line}`),
      ...after.filter((line) => !was.has(line)).map((line) => `+ ${line}`),
    ]).toEqual([]);
    expect(after).toEqual(before);
  } finally {
    undo();
  }
}, 240_000);

test('the next edition has it all: nothing was only not looked at', async () => {
  const anew = await serveApi(database);
  const { data, errors } = await anew.ask(`{
    agencies(edition: 2) { nodes { name } } engagements(edition: 2) { nodes { title } } areas(edition: 2) { nodes { name } }
    countedBy(edition: 2) { rules { version } series { name } } reports(edition: 2) { nodes { title } }
    themeGrades(edition: 2) { grade } codebook(code: "small", edition: 2) { title } communities(edition: 2) { nodes { name } }
    freshness(edition: 2) { nodes { source } } edition(number: 2) { versions } }`);
  await anew.stop();
  expect(errors).toEqual([]);
  expect(data.agencies.nodes).toEqual(
    expect.arrayContaining([{ name: 'A new agency' }, { name: 'Renamed' }]),
  );
  expect(data.engagements.nodes).toContainEqual({ title: 'Another title' });
  expect(data.areas.nodes[0]).toEqual({ name: 'Another ward' });
  expect(data.countedBy.rules).toContainEqual({ version: 99 });
  expect(data.countedBy.series).toEqual([]);
  expect(data.reports.nodes).toContainEqual({ title: 'Another title' });
  expect(data.themeGrades).toContainEqual({ grade: 'LEARNING' });
  expect(data.communities.nodes[0].name).toMatch(/^Renamed /);
  expect(data.freshness.nodes).toContainEqual({ source: 'new' });
  expect(data.edition.versions.disclosurePolicy).toBe('P 99');
});

const stillLearning = (theme: string) => ({
  ...{ theme, grade: 'learning' as const, model: 'another', codebook: 'small', codebookVersion: 1 },
  ...{ findings: null, agencies: {}, former: null, recoding: 0, wanted: null },
});
