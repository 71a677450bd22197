import type { GraphQLSchema } from 'graphql';
import { publishEdition, reports } from '#facts';
import type { Database } from '#store';
import type { TestDatabase } from '../support/database.js';
import { everyQuestion, everythingSaid, schemaOf } from '../support/every-answer.js';
import {
  changeEverything,
  DAY,
  differences,
  laterVersion,
  publishTheFirst,
} from '../support/whole-edition.js';
import { serveApi, startApi, type TestApi } from './api-server.js';

/**
 * Everything that may be asked of an edition by its number is asked of the first, of an API that remembers nothing, before and after all that
 * it was made of has changed: agencies, sources, deliveries, codings, grades, series, measures, votes, quotes and decisions, and what a later
 * version of the program brings (policy, rules, reports, wards, census).
 */
let database: TestDatabase;
let api: TestApi;
let worker: Database;
let officer: string;
beforeAll(async () => {
  api = await startApi(
    async (made) => {
      database = made;
      worker = await publishTheFirst(made);
    },
    [],
    ['127.0.0.1'],
  );
  officer = await api.signIn('Officer', ['officer'], ['city']);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

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
        'reports', 'statements', 'themeGrades', 'waitingTold', 'waitingVoices', 'weightedThemes'].map(all),
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
    equalityDraft: [`kind: "theme", subject: "lighting", ${of}`],
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
        // Whoever writes a decision may see what is quoted before it is public, and drafts a report's section.
        ...(/^\{ (releasedQuotes|equalityDraft)/.test(question) ? { cookie: officer } : {}),
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

test('all that may be asked of an edition is answered the same to the byte after everything that it was made of has changed', async () => {
  const schema = await schemaOf((query) => api.ask(query));
  const before = await everything(api, schema);
  expect(before.filter((line) => / refused: /.test(line))).toEqual([]);
  expect(before.length).toBeGreaterThan(20_000);
  await changeEverything(database, worker);
  const undo = await laterVersion();
  try {
    expect(await publishEdition(worker)).toMatchObject({ status: 'published', edition: 2 });
    const anew = await serveApi(database, [], ['127.0.0.1']);
    const after = await everything(anew, schema);
    await anew.stop();
    expect(differences(before, after)).toEqual([]);
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
