import { request } from 'node:http';
import { unzipSync } from 'fflate';
import { readCsvRows } from '#connectors';
import { publishEdition } from '#facts';
import { Database, setHubSetting } from '#store';
import { readPdf } from '../support/read-pdf.js';
import { plantHub, plantThemes } from '../support/small-hub.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

const SIZE = { submissions: 2_400, people: 1_000 };
const LIGHTING = 'themes-by-community/theme=lighting';

let api: TestApi;
const as: Record<'author' | 'colleague' | 'police' | 'stranger', string> = {
  author: '',
  colleague: '',
  police: '',
  stranger: '',
};
let id = '';

beforeAll(async () => {
  api = await startApi(async (database) => {
    await plantHub(database.admin, SIZE);
    await plantThemes(database.admin, SIZE);
    await database.admin.query(`UPDATE coding.theme_grade SET grade = 'indicative' WHERE theme = 'litter'`);
    await database.admin.query(`UPDATE coding.theme_grade SET grade = 'learning' WHERE theme = 'noise'`);
    const worker = await Database.open(database.urlFor('worker'));
    await setHubSetting(worker, 'city', 'Plymouth');
    await publishEdition(worker);
    await worker.close();
  });
  as.author = await api.signIn('Author', ['officer'], ['city']);
  as.colleague = await api.signIn('Colleague', ['lead'], ['city']);
  as.police = await api.signIn('Police', ['officer'], ['force']);
  as.stranger = await api.signIn('Stranger', ['officer'], ['health']);
}, 60_000);
afterAll(() => api?.stop());

const DRAFT =
  'id version digest released releaseAt proposed hands { account part signs } checks { code stops { section words } } events { account what }';
const input = (over: object = {}) => ({
  agency: 'city', slug: 'lighting-2026', title: 'Lighting', theme: 'places', forWhom: 'The board', edition: 1,
  texts: [
    { code: 'point', text: `The board is asked to decide on lamps. [[${LIGHTING}]] raised them.` },
    { code: 'limits', text: 'People chose to speak.' },
  ],
  ...over,
}); // prettier-ignore
const save = (over: object, seen: number | null, who = as.author) =>
  api.ask(
    `mutation ($input: ReportInput!, $seen: Int) { saveReport(input: $input, seen: $seen) { ${DRAFT} } }`,
    {
      variables: { input: input(over), seen },
      as: who,
    },
  );
const mutate = (call: string, who = as.author) => api.ask(`mutation { ${call} }`, { as: who });
const propose = (who = as.author) => mutate(`proposeReport(id: "${id}") { ${DRAFT} }`, who);
const sign = (digest: string, who: string) => mutate(`signReport(id: "${id}", digest: "${digest}")`, who);
const schedule = (at: Date) => mutate(`scheduleReport(id: "${id}", at: "${at.toISOString()}") { releaseAt }`);
const detailOf = (answer: Awaited<ReturnType<typeof mutate>>) => answer.errors[0]?.extensions.detail;
const inAnHour = () => new Date(Date.now() + 3_600_000);

/** Everything public that could tell of a report. */
async function everywhere(): Promise<string> {
  const paths = ['/read/reports', '/read/reports/lighting-2026', '/read/reports/lighting-2026/tables.xlsx', '/read/reports/lighting-2026/f1.csv', '/read/reports/lighting-2026/datapackage.json', '/read/reports/lighting-2026/report.pdf', '/read/reports/lighting-2026/report.docx', '/read/reports/lighting-2026/f2.svg', '/r/lighting-2026', '/r/lighting-2026/F1.1', '/read', '/read/what-happened', '/what-happened/feed.atom', '/what-happened/calendar.ics'];
  const pages = await Promise.all(paths.map(async (path) => (await fetch(api.address + path)).text()));
  const asked = await api.ask('{ publishedReports { slug title } }');
  return [...pages, asked.raw].join('\n');
} // prettier-ignore

test('a draft is stopped by every planted fault, each told by its section', async () => {
  const faults: [string, string][] = [
    ['bare-number', 'In the autumn walks, some 400 women said so.'],
    ['absent-figure', 'And [[themes-by-community/theme=made-up]] said so.'],
    ['foreign-edition', `And [[${LIGHTING} @ 2]] said so.`],
    ['unreleased-quote', 'She said “the lights went out in March” to us.'],
    ['theme-not-ready', 'It is what most raised: [[themes-by-community/theme=litter | share]].'],
    ['unclear-change', `It rose to [[${LIGHTING}]].`],
  ];
  let seen: number | null = null;
  for (const [code, text] of faults) {
    const { data } = await save({ texts: [{ code: 'point', text }, input().texts[1]] }, seen);
    seen = data.saveReport.version;
    id = data.saveReport.id;
    const stopped = data.saveReport.checks.filter((check: { stops: unknown[] }) => check.stops.length > 0);
    expect([code, stopped.map((check: { code: string }) => check.code)]).toEqual([code, [code]]);
    expect(stopped[0].stops[0].section).toBe('The decision asked');
    expect(detailOf(await propose())).toBe('stopped');
  }
  const mended = await save({}, seen);
  expect(mended.data.saveReport.checks.flatMap(({ stops }: { stops: unknown[] }) => stops)).toEqual([]);
}, 60_000);

test('what a grade withholds reads [x] in table and drawing alike, and a risk view tells its figures in words', async () => {
  const scored = 'Scored on 3 June 2025 by the community safety lead';
  const risk = `Lamps stay out for [[${LIGHTING}]] | 3 | 4 | a | agreed`;
  const draft = (first: string) => ({
    slug: 'risks-2026',
    theme: 'noise',
    texts: [...input().texts, { code: 'risks', text: `${first}\n${risk}` }],
  });
  const { id: other, version, checks } = (await save(draft(`${scored} and 400 residents`), null)).data.saveReport; // prettier-ignore
  expect(
    checks.flatMap(({ code, stops }: { code: string; stops: { section: string }[] }) =>
      stops.map(({ section }) => [code, section]),
    ),
  ).toEqual([['bare-number', 'Risk view']]);
  await save(draft(scored), version);
  const { data } = await mutate(`proposeReport(id: "${other}") { proposed }`);
  const tableOf = (code: string) =>
    data.proposeReport.proposed.tables.find((table: { code: string }) => table.code === code);
  const quarters = tableOf('F2');
  expect(quarters.rows.map(({ cells }: { cells: unknown[] }) => cells[1])).toContain('[x]');
  expect(quarters.chart.alt).toContain('[x]');
  expect(quarters.chart.alt).not.toContain('[c]');
  expect(quarters.measure).toMatch(/ \[x\]: .+/);
  const { figure } = (
    await api.ask('query ($id: ID!) { figure(id: $id, edition: 1) { ... on PublishedFigure { people { value } } } }', { variables: { id: LIGHTING } })
  ).data; // prettier-ignore
  expect(tableOf('F7').rows).toEqual([
    {
      cells: [`Lamps stay out for ${figure.people.value.toLocaleString('en-GB')} people`, 3, 4, 'A strong', 'agreed'],
      figure: null,
      page: `/read/figures?id=${encodeURIComponent(LIGHTING)}&edition=1`,
    },
  ]); // prettier-ignore
}, 60_000);

test('two readers who did not write it sign what is proposed, one of another agency, before it gets its minute', async () => {
  const { digest, proposed } = (await propose()).data.proposeReport;
  expect(proposed.tables.map(({ code }: { code: string }) => code)).toEqual(
    expect.arrayContaining(['F1', 'F2', 'F6']),
  );
  expect(detailOf(await schedule(inAnHour()))).toBe('two-readers');
  const invite = (who: string) => mutate(`inviteReader(report: "${id}", account: "${who}")`);
  expect((await invite('Author')).data.inviteReader).toBe(false);
  expect((await invite('Nobody')).data.inviteReader).toBe(false);
  expect((await invite('Colleague')).data.inviteReader).toBe(true);
  expect((await sign(digest, as.author)).data.signReport).toBe(false);
  expect((await sign(digest, as.police)).data.signReport).toBe(false);
  expect((await sign(digest, as.colleague)).data.signReport).toBe(true);
  expect(detailOf(await schedule(inAnHour()))).toBe('two-readers');
  await api.signIn('Second', ['officer'], ['city']);
  await invite('Second');
  expect((await sign(digest, await api.signIn('Second', ['officer'], ['city']))).data.signReport).toBe(true);
  expect(detailOf(await schedule(inAnHour()))).toBe('another-agency');
  await invite('Police');
  expect((await sign('0'.repeat(64), as.police)).data.signReport).toBe(false);
  expect((await sign(digest, as.police)).data.signReport).toBe(true);
  expect((await schedule(inAnHour())).errors).toEqual([]);
  // A word changed, and every signature and the minute are gone.
  const seen = (await api.ask(`{ reportDraft(id: "${id}") { version } }`, { as: as.author })).data.reportDraft
    .version;
  await save({ title: 'Lighting, again' }, seen);
  expect(detailOf(await schedule(inAnHour()))).toBe('not-proposed');
  const again = (await propose()).data.proposeReport;
  expect(again.hands.filter(({ signs }: { signs: boolean }) => signs)).toEqual([]);
  await sign(again.digest, as.colleague);
  await sign(again.digest, as.police);
  expect(detailOf(await schedule(new Date(Date.now() - 60_000)))).toBe('past');
});

test('strangers see no draft, and every opening is on the pre-release list', async () => {
  const asked = `{ reportDraft(id: "${id}") { events { account what } } reportDrafts { id } }`;
  const stranger = (await api.ask(asked, { as: as.stranger })).data;
  expect([stranger.reportDraft, stranger.reportDrafts]).toEqual([null, []]);
  expect(codeOf(await api.ask(asked))).toBe('NOT_SIGNED_IN');
  expect(codeOf(await save({}, null, as.police))).toBe('NOT_ALLOWED');
  await api.ask(asked, { as: as.police });
  const { events } = (await api.ask(asked, { as: as.author })).data.reportDraft;
  expect(events).toContainEqual({ account: 'Police', what: 'opened' });
});

test('nothing of it is public before its minute, and all of it from then on, by the clock alone', async () => {
  const minute = new Date(Date.now() + 2_500);
  expect((await schedule(minute)).errors).toEqual([]);
  expect(await everywhere()).not.toMatch(/Lighting, again|lighting-2026/);
  await new Promise((resolve) => setTimeout(resolve, minute.getTime() - Date.now() + 300));
  const page = await fetch(`${api.address}/read/reports/lighting-2026`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Lighting, again');
  expect((await api.ask('{ publishedReports { slug correctedBy } }')).data.publishedReports).toEqual([
    { slug: 'lighting-2026', correctedBy: null },
  ]);
  expect(detailOf(await save({ title: 'Other words' }, 99))).toMatch(/changed-meanwhile|released/);
  expect(detailOf(await propose())).toBe('released');
});

const FIGURE =
  'query ($id: ID!) { figure(id: $id, edition: 1) { ... on PublishedFigure { people { value } } } }';

/** The PDF asked for under another name of the hub, which a browser would not send. */
const statusFor = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asked = request(
      `${api.address}/read/reports/lighting-2026/report.pdf`,
      { headers: { host } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    asked.on('error', reject).end();
  });
const get = (path: string) => fetch(api.address + path, { redirect: 'manual' });

test('a row of a printed report has a short address, which leads to its figure', async () => {
  expect((await get('/r/lighting-2026')).headers.get('location')).toBe('/read/reports/lighting-2026');
  const { proposed } = (await api.ask(`{ reportDraft(id: "${id}") { proposed } }`, { as: as.author })).data
    .reportDraft;
  const f1 = proposed.tables.find(({ code }: { code: string }) => code === 'F1');
  const row = await get('/r/lighting-2026/f1.2');
  expect([row.status, row.headers.get('location')]).toEqual([
    302,
    `/read/figures?id=${encodeURIComponent(f1.rows[1].figure)}&edition=1`,
  ]);
  expect((await get(row.headers.get('location')!)).status).toBe(200);
  const none = ['F1.0', 'F1.999', 'F9.1', 'x'];
  expect(
    await Promise.all(none.map(async (place) => (await get(`/r/lighting-2026/${place}`)).status)),
  ).toEqual(none.map(() => 404));
});

test('the PDF is tagged, tells every number of the page, and has the same bytes for the same reader', async () => {
  const pdf = async () =>
    new Uint8Array(await (await get('/read/reports/lighting-2026/report.pdf')).arrayBuffer());
  const [once, twice] = [await pdf(), await pdf()];
  expect(Buffer.from(once).equals(Buffer.from(twice))).toBe(true);
  const read = await readPdf(once);
  expect([read.title, read.language, read.marked]).toEqual(['Lighting, again', 'en-GB', true]);
  const { proposed } = (await api.ask(`{ reportDraft(id: "${id}") { proposed } }`, { as: as.author })).data
    .reportDraft;
  for (const { code, title, rows } of proposed.tables) {
    expect(read.outline).toContain(`${code} ${title}`);
    for (const { cells } of rows)
      for (const cell of cells)
        if (cell !== '')
          expect(read.text).toContain(
            cell === null
              ? '[c]'
              : typeof cell === 'number'
                ? cell.toLocaleString('en-GB')
                : cell.split(' ')[0],
          );
  }
  expect(read.text).toContain(`${new URL(api.address).host}/r/lighting-2026`);
  expect(await statusFor('evil.example"><')).toBe(404);
}, 60_000);

test('every number of every form is what the API answers for its id', async () => {
  const read = async (file: string) => fetch(`${api.address}/read/reports/lighting-2026/${file}`);
  const { resources } = (await (await read('datapackage.json')).json()) as {
    resources: { name: string; path: string; schema: { fields: { name: string }[] } }[];
  };
  expect(resources.length).toBeGreaterThanOrEqual(4);
  let walked = 0;
  for (const { path, schema } of resources.filter(({ name }) => ['f1', 'f2', 'f3', 'f6'].includes(name))) {
    const table = readCsvRows(new Uint8Array(await (await read(path)).arrayBuffer()));
    if (!table.ok) throw new Error(table.error.reason);
    expect(table.value.headings).toEqual(schema.fields.map(({ name }) => name));
    for (const { cells } of table.value.rows) {
      const variables = { id: cells['figure'] };
      const { figure } = (await api.ask(FIGURE, { variables })).data;
      expect([cells['figure'], cells['people']]).toEqual([
        cells['figure'],
        figure.people ? String(figure.people.value) : '[c]',
      ]);
      walked += 1;
    }
  }
  expect(walked).toBeGreaterThan(20);
  const [once, twice] = [
    await (await read('tables.xlsx')).arrayBuffer(),
    await (await read('tables.xlsx')).arrayBuffer(),
  ];
  expect(Buffer.from(once).equals(Buffer.from(twice))).toBe(true);
  const xlsx = unzipSync(new Uint8Array(once));
  const text = (name: string, files = xlsx) => new TextDecoder().decode(files[name]);
  expect(Object.keys(xlsx).filter((name) => name.startsWith('xl/tables/'))).toHaveLength(
    resources.length + 1,
  );
  expect(text('xl/worksheets/sheet4.xml')).not.toContain('mergeCell');
  expect(text('xl/worksheets/sheet3.xml')).toContain('[c]: fewer than 8 people');
  const ods = unzipSync(new Uint8Array(await (await read('tables.ods')).arrayBuffer()));
  expect(Object.keys(ods)[0]).toBe('mimetype');
  expect(text('content.xml', ods).match(/table:database-range /g)).toHaveLength(resources.length + 1);
}, 60_000);

test('a correction is a report of its own, and marks the old one from its own minute on', async () => {
  const first = id;
  const made = await save(
    { slug: 'lighting-2026-corrected', title: 'Lighting, corrected', corrects: first },
    null,
  );
  id = made.data.saveReport.id;
  const { digest } = (await propose()).data.proposeReport;
  for (const who of ['Colleague', 'Police']) await mutate(`inviteReader(report: "${id}", account: "${who}")`);
  await sign(digest, as.colleague);
  await sign(digest, as.police);
  expect(await everywhere()).not.toContain('corrected');
  await schedule(new Date(Date.now() + 1_000));
  await new Promise((resolve) => setTimeout(resolve, 1_400));
  const old = await (await fetch(`${api.address}/read/reports/lighting-2026`)).text();
  expect(old).toContain('This report was corrected.');
  expect(old).toContain('/read/reports/lighting-2026-corrected');
});
