import { publishEdition } from '#facts';
import { Database } from '#store';
import { plantHub, plantThemes } from '../support/small-hub.js';
import { startApi, type TestApi } from './api-server.js';

/** Figures as columns, answers that are kept, and what moved from one edition to the next. */
const SIZE = { submissions: 900, people: 400 };
let api: TestApi;
let worker: Database;
beforeAll(async () => {
  api = await startApi(async ({ admin, urlFor }) => {
    await plantHub(admin, SIZE);
    await plantThemes(admin, SIZE);
    await admin.query(
      `INSERT INTO engagement.engagement (agency, key, title, kind, target_communities, opens, closes) VALUES ('force', 'notices', 'Notices of the force', 'consultation', '{}', '2023-02-01', '2023-05-01')`,
    );
    await admin.query(
      `INSERT INTO engagement.question (agency, engagement, key, text, kind, options, position) VALUES ('city', 'survey-1', 'lamps', 'Should lamps be dimmed after midnight?', 'choice', '{Yes,No}', 0)`,
    );
    worker = await Database.open(urlFor('worker'));
    await publishEdition(worker, { note: 'The first.' });
  });
});
afterAll(async () => {
  await worker.close();
  await api.stop();
});

const TABLES = `query ($by: [Dimension!], $filter: FigureFilter) {
  figureColumns(report: "themes-by-community", by: $by, filter: $filter) {
    rows note values { dimension codes names } places submissions people peopleLow peopleHigh arguments base share rate total { id } }
  figures(report: "themes-by-community", by: $by, filter: $filter, first: 200) { note total { id } nodes { keys { dimension code name }
    ... on PublishedFigure { submissions { value } people { value low high } arguments { value } base share { value } rate { value } } } }
}`;

test('columns hold the figures of the table, in its order, and null where one is hidden', async () => {
  let hidden = 0;
  for (const [by, filter] of [
    [['QUARTER', 'AGENCY'], {}],
    [['AGENCY'], { theme: ['disorder', 'places'] }],
    [[], { ward: ['E05002078', 'E05002079'] }],
  ] as const) {
    const { data, errors } = await api.ask(TABLES, { variables: { by, filter } });
    expect(errors).toEqual([]);
    const { figureColumns: c, figures } = data;
    expect([c.rows, c.note, c.total]).toEqual([figures.nodes.length, figures.note, figures.total]);
    const rows = Array.from({ length: c.rows }, (_, row) => ({
      keys: c.values.map((v: { dimension: string; codes: string[]; names: string[] }, at: number) => {
        const place = c.places[at][row];
        return { dimension: v.dimension, code: v.codes[place], name: v.names[place] };
      }),
      ...(c.people[row] !== null && {
        submissions: { value: c.submissions[row] },
        people: { value: c.people[row], low: c.peopleLow[row], high: c.peopleHigh[row] },
        arguments: { value: c.arguments[row] },
        base: c.base[row],
        share: c.share[row] === null ? null : { value: c.share[row] },
        rate: c.rate[row] === null ? null : { value: c.rate[row] },
      }),
    }));
    expect(rows).toEqual(figures.nodes);
    hidden += c.people.filter((value: number | null) => value === null).length;
  }
  expect(hidden).toBeGreaterThan(0);
});

const get = (name: string, variables: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(
    `${api.address}/graphql/documents/${name}?variables=${encodeURIComponent(JSON.stringify(variables))}`,
    {
      headers,
    },
  );

test('a known question is asked by GET, and kept for ever where it names its edition', async () => {
  const wards = { report: 'themes-by-community', by: ['WARD'] };
  const numbered = await get('figure-columns', { ...wards, edition: 1 });
  expect(numbered.status).toBe(200);
  expect(numbered.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const posted = await api.ask('{ figureColumns(report: "themes-by-community", by: [WARD]) { people } }');
  const body = (await numbered.json()) as { data: { figureColumns: { people: unknown } } };
  expect(body.data.figureColumns.people).toEqual(posted.data.figureColumns.people);
  const tag = numbered.headers.get('etag')!;
  expect((await get('figure-columns', { ...wards, edition: 1 }, { 'if-none-match': tag })).status).toBe(304);
  expect((await get('figure-columns', wards)).headers.get('cache-control')).toBe('public, max-age=60');
  expect((await get('no-such-question', {})).status).toBe(404);
  expect((await get('figure-columns', [])).status).toBe(400);
  const refused = await get('figure-columns', { report: 'no-such-report' });
  expect([refused.status, refused.headers.get('etag')]).toEqual([400, null]);
  expect((await fetch(`${api.address}/graphql?query={hub{city}}`)).status).toBe(405);
});

test('answers are kept for public questions alone, and go with the next edition', async () => {
  const people =
    '{ figures(report: "themes-by-community") { edition { number } total { ... on PublishedFigure { people { value } } } } }';
  const asked = (): number => api.log().split('"graphql"').length;
  await api.ask(people);
  const before = asked();
  const again = await api.ask(people);
  expect(again.data.figures.edition.number).toBe(1);
  expect(asked()).toBe(before);
  for (const of of CLOSED_ANSWERS) {
    const first = await api.ask(of);
    const count = asked();
    expect(await api.ask(of)).toEqual(first);
    expect([of, first.errors, asked()]).toEqual([of, [], count]);
  }
  for (const other of [
    '{ areaOfPostcode(postcode: "PL4 8AA") { code } }',
    '{ hub { city } viewer { name } }',
  ]) {
    await api.ask(other);
    const count = asked();
    await api.ask(other);
    expect([other, asked()]).toEqual([other, count + 1]);
  }
  const cookie = await api.signIn('Analyst', ['analyst'], ['city']);
  for (const own of [people, ...CLOSED_ANSWERS]) {
    const count = asked();
    await api.ask(own, { as: cookie });
    expect([own, asked()]).toEqual([own, count + 1]);
  }
  const working = '{ answers(engagement: "city/survey-0", working: true) { heard } }';
  expect((await api.ask(working)).errors).not.toEqual([]);
  expect((await api.ask(working, { as: cookie })).data.answers.heard).toBeGreaterThan(0);
  await api.database.admin.query(
    `UPDATE engagement.submission SET ward = 'E05002080' WHERE ward IS NOT NULL AND "row" % 2 = 0`,
  );
  expect(await publishEdition(worker, { note: 'Wards put right.' })).toMatchObject({ edition: 2 });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect((await api.ask(people)).data.figures.edition.number).toBe(2);
  expect((await api.ask(CLOSED_ANSWERS[0]!)).data.answers.edition.number).toBe(2);
});

test('engagements are found by what they asked, and those in which nobody is counted stand apart', async () => {
  const ids = async (filter: string): Promise<string[]> => {
    const { data, errors } = await api.ask(`{ engagements(first: 100, filter: { ${filter} }) { totalCount nodes { id } } }`);
    expect(errors).toEqual([]);
    expect(data.engagements.totalCount).toBe(data.engagements.nodes.length);
    return data.engagements.nodes.map(({ id }: { id: string }) => id);
  };
  expect(await ids('about: "MIDNIGHT dimmed"')).toEqual(['city/survey-1']);
  expect(await ids('about: "dimmed", agency: ["force"]')).toEqual([]);
  expect(await ids('about: "notices"')).toEqual(['force/notices']);
  expect(await ids('search: "dimmed"')).toEqual([]);
  expect(await ids('answered: false')).toEqual(['force/notices']);
  const answered = await ids('answered: true');
  expect([answered.length, answered.includes('force/notices')]).toEqual([12, false]);
  expect(await ids('answered: false, from: "2023-05-02"')).toEqual([]);
}); // prettier-ignore

/** What the page of a consultation and the questions over years ask of an edition. */
const CLOSED_ANSWERS = [
  '{ answers(engagement: "city/survey-0", by: SEX) { edition { number } heard questions { key all { base } } } }',
  '{ votes(engagement: "city/survey-0") { voters groups } }',
  '{ questions(engagement: "city/survey-0") { nodes { text } } }',
  '{ measures { nodes { times agencies } } }',
  '{ measure(code: "safe-after-dark") { times message } }',
];

test('the difference of two editions is what reads otherwise in them, with why', async () => {
  const question = `query ($from: Int!, $to: Int!) { editionDifference(from: $from, to: $to, report: "themes-by-community", by: [WARD]) {
    from { number } to { number } same reasons moved { id kind before after change keys { code } } } }`;
  const { data, errors } = await api.ask(question, { variables: { from: 1, to: 2 } });
  expect(errors).toEqual([]);
  const wards = async (edition: number): Promise<Map<string, number | null>> => {
    const { data: table } = await api.ask(
      `{ figureColumns(report: "themes-by-community", by: [WARD], edition: ${edition}) { values { codes } places people } }`,
    );
    const { values, places, people } = table.figureColumns;
    return new Map(places[0].map((place: number, row: number) => [values[0].codes[place], people[row]]));
  };
  const [before, after] = [await wards(1), await wards(2)];
  const { moved, same, reasons } = data.editionDifference;
  expect(reasons).toEqual(['Wards put right.']);
  expect(moved.length).toBeGreaterThan(2);
  for (const { keys, before: was, after: is, change } of moved) {
    if (keys.length === 0) continue;
    expect([was, is]).toEqual([before.get(keys[0].code), after.get(keys[0].code)]);
    expect(change).toBe(was === null || is === null ? null : is - was);
    expect(was).not.toBe(is);
  }
  const unmoved = [...after].filter(([code, people]) => before.get(code) === people).length;
  expect([unmoved, unmoved + 1]).toContain(same);
  const sizes = moved.map(({ change }: { change: number | null }) => Math.abs(change ?? 0));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  const none = await api.ask(question, { variables: { from: 1, to: 9 } });
  expect(none.errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', detail: 'unknown-edition' });
});
