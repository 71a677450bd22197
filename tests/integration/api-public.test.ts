import { setTimeout as sleep } from 'node:timers/promises';

import { publishEdition } from '#facts';
import { Database, setHubSetting } from '#store';
import { plantHub, plantThemes } from '../support/small-hub.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

const SIZE = { submissions: 600, people: 260 };

let api: TestApi;
beforeAll(async () => {
  api = await startApi(async (database) => {
    await plantHub(database.admin, SIZE);
    await plantThemes(database.admin, SIZE);
    await database.admin.query(
      `INSERT INTO engagement.statement (id, agency, source, engagement, delivery, kind, issued_on, text)
       SELECT gen_random_uuid(), 'force', 'force', 'survey-0', 2, 'priority', '2026-01-01'::date + n, 'Statement ' || n FROM generate_series(1, 5) n`,
    );
    const worker = await Database.open(database.urlFor('worker'));
    await setHubSetting(worker, 'city', 'Plymouth');
    await setHubSetting(worker, 'synthetic', 'true');
    await publishEdition(worker, { note: 'The first' });
    await worker.close();
  });
});
afterAll(() => api?.stop());

test('anybody reads what the hub is and the edition that figures come from, with a receipt that adds up', async () => {
  const { data } = await api.ask(`{
    hub { city synthetic version latestEdition { number fingerprint latest receipt { addsUp steps { name count kind } sources { source state words } } } }
    viewer { name }
  }`);
  expect(data.viewer).toBeNull();
  expect(data.hub).toMatchObject({ city: 'Plymouth', synthetic: true, version: '0.0.0' });
  expect(data.hub.latestEdition).toMatchObject({ number: 1, latest: true, receipt: { addsUp: true } });
  expect(data.hub.latestEdition.fingerprint).toMatch(/^[0-9a-f]{4} [0-9a-f]{4}$/);
  expect(data.hub.latestEdition.receipt.sources).toHaveLength(4);
});

test('an edition stops being the latest for figures that were asked for before the next one came', async () => {
  const question =
    '{ figures(report: "themes-by-community", edition: 1) { edition { number latest } total { edition { latest } } } }';
  expect((await api.ask(question)).data.figures.edition).toEqual({ number: 1, latest: true });
  const worker = await Database.open(api.database.urlFor('worker'));
  await api.database.admin.query(`UPDATE engagement.submission SET withdrawn_at = now() WHERE "row" < 5`);
  await publishEdition(worker);
  await worker.close();
  // Answers to the public are kept; that there is a new edition is noticed within a second.
  await sleep(1_100);
  const { figures } = (await api.ask(question)).data;
  expect(figures.edition).toEqual({ number: 1, latest: false });
  expect(figures.total.edition.latest).toBe(false);
  expect(
    (await api.ask('{ editions(first: 1) { nodes { number latest } pageInfo { hasNextPage } } }')).data
      .editions,
  ).toEqual({
    nodes: [{ number: 2, latest: true }],
    pageInfo: { hasNextPage: true },
  });
});

test('pages put one after the other give the whole list once', async () => {
  const question = `query ($first: Int, $after: String) {
    engagements(first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
  }`;
  const whole = (await api.ask(question, { variables: { first: 1000 } })).data.engagements;
  const seen: string[] = [];
  let after: string | null = null;
  for (let turn = 0; turn < 10; turn++) {
    const page: typeof whole = (await api.ask(question, { variables: { first: 5, after } })).data.engagements;
    seen.push(...page.nodes.map((node: { id: string }) => node.id));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
  }
  expect(seen).toEqual(whole.nodes.map((node: { id: string }) => node.id));
  expect(seen).toHaveLength(whole.totalCount);
  expect(whole.totalCount).toBe(12);
});

test('a page that is too long and a cursor of another list are refused in words', async () => {
  const long = await api.ask('{ agencies(first: 1001) { nodes { code } } }');
  expect(codeOf(long)).toBe('BAD_REQUEST');
  expect(long.errors[0]?.message).toContain('1 to 1000');
  const { endCursor } = (await api.ask('{ agencies(first: 1) { pageInfo { endCursor } } }')).data.agencies
    .pageInfo;
  const crossed = await api.ask('query ($after: String) { areas(after: $after) { nodes { code } } }', {
    variables: { after: endCursor },
  });
  expect(codeOf(crossed)).toBe('BAD_REQUEST');
  expect(codeOf(await api.ask('{ agencies(after: "nonsense") { nodes { code } } }'))).toBe('BAD_REQUEST');
});

test('an engagement has its agency, its figure through disclosure and the statements of its agency', async () => {
  const { data, errors } = await api.ask(`{
    engagement(agency: "force", key: "survey-0") {
      id agency { code kind } statements(first: 2) { nodes { text } pageInfo { endCursor hasNextPage } }
      figure { __typename keys { dimension code } ... on PublishedFigure { people { value low high } } }
    }
    missing: engagement(agency: "force", key: "never") { id }
  }`);
  expect(errors).toEqual([]);
  expect(data.missing).toBeNull();
  expect(data.engagement).toMatchObject({ id: 'force/survey-0', agency: { code: 'force', kind: 'POLICE' } });
  expect(data.engagement.statements.nodes.map((one: { text: string }) => one.text)).toEqual([
    'Statement 5',
    'Statement 4',
  ]);
  const { figure } = data.engagement;
  expect(figure.keys).toEqual([{ dimension: 'ENGAGEMENT', code: 'force/survey-0' }]);
  expect(figure.people.value % 5).toBe(0);
});

const FIGURES = `query ($by: [Dimension!], $filter: FigureFilter, $first: Int) {
  figures(report: "themes-by-community", by: $by, filter: $filter, first: $first) {
    totalCount note report { code dimensions } edition { number }
    total { id }
    nodes { __typename id keys { dimension code name } receipt { addsUp steps { count kind } filters { code } }
      ... on PublishedFigure { submissions { value } people { value } arguments { value } share { value method } base rate { per } }
      ... on SuppressedFigure { reason } }
  }
}`;

test('figures are published or suppressed, each with a receipt, and never a bare small count', async () => {
  const { data, errors } = await api.ask(FIGURES, {
    variables: { by: ['QUARTER', 'AGENCY'], filter: {}, first: 1000 },
  });
  expect(errors).toEqual([]);
  const { nodes, totalCount, note } = data.figures;
  expect(nodes).toHaveLength(totalCount);
  const kinds = new Set(nodes.map((node: { __typename: string }) => node.__typename));
  expect([...kinds].sort()).toEqual(['PublishedFigure', 'SuppressedFigure']);
  expect(note).toEqual(nodes.find((node: { reason?: string }) => node.reason).reason);
  for (const node of nodes) {
    expect(node.receipt.addsUp).toBe(true);
    if (node.__typename === 'PublishedFigure') expect(node.people.value % 5).toBe(0);
    else expect(JSON.stringify(node.receipt.steps.at(-1))).toContain('"count":null');
  }
});

test('the same question written in another order is the same question', async () => {
  const one = await api.ask(FIGURES, {
    variables: { by: ['AGENCY'], filter: { quarter: ['2024-Q1', '2024-Q3'], agency: ['city', 'force'] } },
  });
  const other = await api.ask(FIGURES, {
    variables: { by: ['AGENCY'], filter: { agency: ['force', 'city'], quarter: ['2024-Q3', '2024-Q1'] } },
  });
  expect(one.errors).toEqual([]);
  expect(other.data.figures.nodes.map((node: { people: unknown }) => node.people)).toEqual(
    one.data.figures.nodes.map((node: { people: unknown }) => node.people),
  );
});

test('what can’t be answered is refused with a reason and a code of its own', async () => {
  const ask = (args: string) => api.ask(`{ figures(report: ${args}) { totalCount } }`);
  expect((await ask('"no-such-report"')).errors[0]?.extensions).toEqual({
    code: 'BAD_REQUEST',
    detail: 'unknown-report',
  });
  expect((await ask('"themes-by-community", edition: 99')).errors[0]?.extensions).toEqual({
    code: 'NOT_FOUND',
    detail: 'unknown-edition',
  });
  expect(
    (await ask('"themes-by-community", filter: { agency: ["city"], quarter: ["2024-Q1"], sex: ["male"] }'))
      .errors[0]?.extensions,
  ).toMatchObject({ code: 'BAD_REQUEST', detail: 'too-many-filters' });
  expect(codeOf(await ask('"themes-by-community", working: true'))).toBe('NOT_SIGNED_IN');
});

test('a postcode gives its ward and is told to nobody', async () => {
  const { data } = await api.ask(
    'query ($p: String!) { areaOfPostcode(postcode: $p) { code name residents adults } }',
    {
      variables: { p: 'pl4 8aa' },
    },
  );
  expect(data.areaOfPostcode.code).toMatch(/^E0500/);
  expect(data.areaOfPostcode.adults).toBeLessThan(data.areaOfPostcode.residents);
  expect(api.log().toLowerCase()).not.toContain('8aa');
  expect((await api.ask('{ areaOfPostcode(postcode: "SW1A 1AA") { code } }')).data.areaOfPostcode).toBeNull();
});

test('recorded crime comes with its break, and anybody may say that a figure looks wrong', async () => {
  const { data } = await api.ask(
    '{ recordedCrime { title source breakAt breakNote nodes { month value afterBreak } } }',
  );
  const { nodes, breakAt } = data.recordedCrime;
  expect(breakAt).toBe('2022-11-01');
  expect(nodes.find((one: { month: string }) => one.month === '2022-10')).toEqual({
    month: '2022-10',
    value: 2132,
    afterBreak: false,
  });
  expect(nodes.find((one: { month: string }) => one.month === '2023-11')).toEqual({
    month: '2023-11',
    value: 1317,
    afterBreak: true,
  });
  const said = await api.ask(
    'mutation { reportProblem(figure: "themes-by-community/theme=litter", note: "Too high") }',
  );
  expect(said.data.reportProblem).toBe(true);
  const { rows } = await api.database.admin.query('SELECT figure, note FROM facts.problem');
  expect(rows).toEqual([{ figure: 'themes-by-community/theme=litter', note: 'Too high' }]);
  expect(codeOf(await api.ask('mutation { reportProblem(figure: "x", note: " ") }'))).toBe('BAD_REQUEST');
});
