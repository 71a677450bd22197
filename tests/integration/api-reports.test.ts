import { request } from 'node:http';
import { unzipSync } from 'fflate';
import { readCsvRows } from '#connectors';
import { readPdf } from '../support/read-pdf.js';
import { codeOf } from './api-server.js';
import { send } from '../support/spelled.js';
import { detailOf, DRAFT, startRoom, type ReportRoom } from './report-room.js';

let room: ReportRoom;
let id = '';

beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room?.stop());

const save: ReportRoom['save'] = (...given) => room.save(...given);
const mutate: ReportRoom['mutate'] = (...given) => room.mutate(...given);
const propose = (who = room.as.author) => mutate(`proposeReport(id: "${id}") { ${DRAFT} }`, who);
const sign = (digest: string, who: string) => mutate(`signReport(id: "${id}", digest: "${digest}")`, who);
const schedule = (at: Date) => mutate(`scheduleReport(id: "${id}", at: "${at.toISOString()}") { releaseAt }`);
const inAnHour = () => new Date(Date.now() + 3_600_000);

/** Everything public that could tell of a report. */
async function everywhere(): Promise<string> {
  const paths = ['/read/reports', '/read/reports/lighting-2026', '/read/reports/lighting-2026/tables.xlsx', '/read/reports/lighting-2026/f1.csv', '/read/reports/lighting-2026/datapackage.json', '/read/reports/lighting-2026/report.pdf', '/read/reports/lighting-2026/report.docx', '/read/reports/lighting-2026/f2.svg', '/r/lighting-2026', '/r/lighting-2026/F1.1', '/read', '/read/what-happened', '/what-happened/feed.atom', '/what-happened/calendar.ics'];
  const pages = await Promise.all(paths.map(async (path) => (await fetch(room.api.address + path)).text()));
  const asked = await room.api.ask('{ publishedReports { slug title } }');
  return [...pages, asked.raw].join('\n');
} // prettier-ignore

test('two readers who did not write it sign what is proposed, one of another agency, before it gets its minute', async () => {
  id = (await save({}, null)).data.saveReport.id;
  const { digest, proposed } = (await propose()).data.proposeReport;
  expect(proposed.tables.map(({ code }: { code: string }) => code)).toEqual(
    expect.arrayContaining(['F1', 'F2', 'F6']),
  );
  expect(detailOf(await schedule(inAnHour()))).toBe('two-readers');
  const invite = (who: string) => mutate(`inviteReader(report: "${id}", account: "${who}")`);
  expect((await invite('Author')).data.inviteReader).toBe(false);
  expect((await invite('Nobody')).data.inviteReader).toBe(false);
  expect((await invite('Colleague')).data.inviteReader).toBe(true);
  expect((await sign(digest, room.as.author)).data.signReport).toBe(false);
  expect((await sign(digest, room.as.police)).data.signReport).toBe(false);
  expect((await sign(digest, room.as.colleague)).data.signReport).toBe(true);
  expect(detailOf(await schedule(inAnHour()))).toBe('two-readers');
  await room.api.signIn('Second', ['officer'], ['city']);
  await invite('Second');
  expect((await sign(digest, await room.api.signIn('Second', ['officer'], ['city']))).data.signReport).toBe(
    true,
  );
  expect(detailOf(await schedule(inAnHour()))).toBe('another-agency');
  // Who writes for this agency too is none of another.
  const both = await room.api.signIn('Both', ['officer'], ['city', 'force']);
  await invite('Both');
  expect((await sign(digest, both)).data.signReport).toBe(true);
  expect(detailOf(await schedule(inAnHour()))).toBe('another-agency');
  await invite('Police');
  expect((await sign('0'.repeat(64), room.as.police)).data.signReport).toBe(false);
  expect((await sign(digest, room.as.police)).data.signReport).toBe(true);
  expect((await schedule(inAnHour())).errors).toEqual([]);
  // A word changed, and every signature and the minute are gone.
  const seen = (await room.api.ask(`{ reportDraft(id: "${id}") { version } }`, { as: room.as.author })).data
    .reportDraft.version;
  await save({ title: 'Lighting, again' }, seen);
  expect(detailOf(await schedule(inAnHour()))).toBe('not-proposed');
  const again = (await propose()).data.proposeReport;
  expect(again.hands.filter(({ signs }: { signs: boolean }) => signs)).toEqual([]);
  await sign(again.digest, room.as.colleague);
  await sign(again.digest, room.as.police);
  expect(detailOf(await schedule(new Date(Date.now() - 60_000)))).toBe('past');
});

test('strangers see no draft, and every opening is on the pre-release list', async () => {
  const asked = `{ reportDraft(id: "${id}") { events { account what } } reportDrafts { id } }`;
  const stranger = (await room.api.ask(asked, { as: room.as.stranger })).data;
  expect([stranger.reportDraft, stranger.reportDrafts]).toEqual([null, []]);
  expect(codeOf(await room.api.ask(asked))).toBe('NOT_SIGNED_IN');
  expect(codeOf(await save({}, null, room.as.police))).toBe('NOT_ALLOWED');
  await room.api.ask(asked, { as: room.as.police });
  const { events } = (await room.api.ask(asked, { as: room.as.author })).data.reportDraft;
  expect(events).toContainEqual({ account: 'Police', what: 'opened' });
});

test('a list tells no word of a report without its opening on the pre-release list, once a list', async () => {
  const openings = async (): Promise<number> =>
    Number((await room.api.database.admin.query("SELECT count(*) FROM reports.event WHERE account = 'Second' AND what = 'opened'")).rows[0].count); // prettier-ignore
  const as = await room.api.signIn('Second', ['officer'], ['city']);
  const list = async (fields: string) => (await room.api.ask(`{ reportDrafts { id ${fields} } }`, { as })).data.reportDrafts;
  const before = await openings();
  expect(await list('title slug hands { account }')).toHaveLength(1);
  expect(await openings()).toBe(before);
  for (const [turn, fields] of ['texts { text }', 'checks { code }', 'proposed', 'events { what }', 'texts { text } checks { code } proposed'].entries()) {
    const [line] = await list(fields);
    expect([fields, JSON.stringify(line)]).toEqual([fields, expect.stringMatching(/asked to decide on lamps|bare-number|F1|saved/)]);
    expect([fields, await openings()]).toEqual([fields, before + turn + 1]);
  }
}); // prettier-ignore

test('only an author proposes it and sets its minute: neither a reader nor another officer of the agency', async () => {
  for (const who of [room.as.colleague, await room.api.signIn('Third', ['officer'], ['city'])]) {
    expect(codeOf(await propose(who))).toBe('NOT_ALLOWED');
    const at = inAnHour().toISOString();
    expect(codeOf(await mutate(`scheduleReport(id: "${id}", at: "${at}") { id }`, who))).toBe('NOT_ALLOWED');
  }
  const { hands } = (await room.api.ask(`{ reportDraft(id: "${id}") { hands { signs } } }`, { as: room.as.author })).data.reportDraft; // prettier-ignore
  expect(hands.filter(({ signs }: { signs: boolean | null }) => signs)).toHaveLength(2);
});

test('nothing of it is public before its minute, and all of it from then on, by the clock alone', async () => {
  const unsigned = await room.api.signIn('Both', ['officer'], ['city', 'force']);
  const toRead = async () => (await room.api.ask('{ waits { kind path } }', { as: unsigned })).data.waits;
  expect(await toRead()).toEqual([{ kind: 'report-to-read', path: `/report-room/${id}` }]);
  const minute = new Date(Date.now() + 2_500);
  expect((await schedule(minute)).errors).toEqual([]);
  expect(await everywhere()).not.toMatch(/Lighting, again|lighting-2026/);
  await new Promise((resolve) => setTimeout(resolve, minute.getTime() - Date.now() + 300));
  const page = await fetch(`${room.api.address}/read/reports/lighting-2026`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Lighting, again');
  // Nobody can sign it any more.
  expect(await toRead()).toEqual([]);
  expect((await room.api.ask('{ publishedReports { slug correctedBy } }')).data.publishedReports).toEqual([
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
      `${room.api.address}/read/reports/lighting-2026/report.pdf`,
      { headers: { host } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    asked.on('error', reject).end();
  });
const get = (path: string) => fetch(room.api.address + path, { redirect: 'manual' });

test('a name that a request makes up stands in no form of a report', async () => {
  for (const file of ['datapackage.json', 'f1.csv']) {
    const path = `/read/reports/lighting-2026/${file}`;
    const plain = await send(room.api.address, 'GET', path);
    const told = await send(room.api.address, 'GET', path, { host: 'made-up.example' });
    expect([told.status, told.text]).toEqual([200, plain.text]);
    expect(told.text).toContain(`${room.api.address}/r`);
  }
});

test('a row of a printed report has a short address, which leads to its figure', async () => {
  expect((await get('/r/lighting-2026')).headers.get('location')).toBe('/read/reports/lighting-2026');
  const { proposed } = (
    await room.api.ask(`{ reportDraft(id: "${id}") { proposed } }`, { as: room.as.author })
  ).data.reportDraft;
  const f1 = proposed.tables.find(({ code }: { code: string }) => code === 'F1');
  const row = await get('/r/lighting-2026/f1.2');
  expect([row.status, row.headers.get('location')]).toEqual([
    302,
    `/read/figures?id=${encodeURIComponent(f1.rows[1].figure)}&edition=1`,
  ]);
  const figure = await get(row.headers.get('location')!);
  expect([figure.status, figure.headers.get('cache-control')]).toEqual([200, 'public, max-age=60']);
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
  const { proposed } = (
    await room.api.ask(`{ reportDraft(id: "${id}") { proposed } }`, { as: room.as.author })
  ).data.reportDraft;
  for (const { code, title, rows } of proposed.tables) {
    expect(read.outline).toContain(`${code} ${title}`);
    for (const { cells } of rows)
      for (const cell of cells)
        if (cell !== '')
          expect(read.text).toContain(
            cell === null
              ? '[c]'
              : typeof cell === 'number'
                ? cell.toLocaleString('en-GB').replace('-', '−')
                : cell.split(/\s/)[0],
          );
  }
  expect(read.text).toContain(`${new URL(room.api.address).host}/r/lighting-2026`);
  expect(await statusFor('evil.example"><')).toBe(404);
});

test('every number of every form is what the API answers for its id', async () => {
  const read = async (file: string) => fetch(`${room.api.address}/read/reports/lighting-2026/${file}`);
  const { resources, homepage, licenses } = (await (await read('datapackage.json')).json()) as {
    homepage: string;
    licenses: { name: string; path: string }[];
    resources: { name: string; path: string; schema: { fields: { name: string }[] } }[];
  };
  expect(resources.length).toBeGreaterThanOrEqual(4);
  expect(homepage).toBe(`${room.api.address}/read/reports/lighting-2026`);
  expect(licenses).toEqual([expect.objectContaining({ name: 'OGL-UK-3.0' })]);
  let walked = 0;
  for (const { path, schema } of resources.filter(({ name }) => ['f1', 'f2', 'f3', 'f6'].includes(name))) {
    const table = readCsvRows(new Uint8Array(await (await read(path)).arrayBuffer()));
    if (!table.ok) throw new Error(table.error.reason);
    expect(table.value.headings).toEqual(schema.fields.map(({ name }) => name));
    for (const [at, { cells }] of table.value.rows.entries()) {
      const place = `${path.replace('.csv', '').toUpperCase()}.${at + 1}`;
      expect([cells['edition'], cells['address']]).toEqual([
        '1',
        `${room.api.address}/r/lighting-2026/${place}`,
      ]);
      const variables = { id: cells['figure'] };
      const { figure } = (await room.api.ask(FIGURE, { variables })).data;
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
});

test('a correction is a report of its own, and marks the old one from its own minute on', async () => {
  const first = id;
  const made = await save(
    { slug: 'lighting-2026-corrected', title: 'Lighting, corrected', corrects: first },
    null,
  );
  id = made.data.saveReport.id;
  const { digest } = (await propose()).data.proposeReport;
  for (const who of ['Colleague', 'Police']) await mutate(`inviteReader(report: "${id}", account: "${who}")`);
  await sign(digest, room.as.colleague);
  await sign(digest, room.as.police);
  expect(await everywhere()).not.toMatch(/Lighting, corrected|lighting-2026-corrected|was corrected/);
  await schedule(new Date(Date.now() + 1_000));
  await new Promise((resolve) => setTimeout(resolve, 1_400));
  const old = await (await fetch(`${room.api.address}/read/reports/lighting-2026`)).text();
  expect(old).toContain('This report was corrected.');
  expect(old).toContain('/read/reports/lighting-2026-corrected');
  // Whatever is taken along from now on says so too, and the correction says what it corrects.
  const text = (file: Uint8Array, ...names: string[]) =>
    names.map((name) => new TextDecoder().decode(unzipSync(file)[name])).join('').replaceAll(/<[^>]+>/g, ''); // prettier-ignore
  for (const [slug, words, other] of [
    ['lighting-2026', 'Corrected by', 'lighting-2026-corrected'],
    ['lighting-2026-corrected', 'Corrects', 'lighting-2026'],
  ] as const) {
    const file = async (name: string) =>
      new Uint8Array(await (await get(`/read/reports/${slug}/${name}`)).arrayBuffer());
    const line = `${words} ${new URL(room.api.address).host}/r/${other}.`;
    const [pdf, again] = [await file('report.pdf'), await file('report.pdf')];
    expect(Buffer.from(pdf).equals(Buffer.from(again))).toBe(true);
    expect((await readPdf(pdf)).text.replaceAll(/\s+/g, ' ')).toContain(line);
    expect(text(await file('report.docx'), 'word/document.xml')).toContain(line);
    expect(text(await file('tables.xlsx'), 'xl/worksheets/sheet1.xml')).toContain(line);
    expect(text(await file('tables.ods'), 'content.xml')).toContain(line);
    expect(JSON.parse(new TextDecoder().decode(await file('datapackage.json'))).description).toContain(line);
  }
  const page = await (await fetch(`${room.api.address}/read/reports/lighting-2026-corrected`)).text();
  expect(page).toContain('Corrects <a href="/r/lighting-2026">');
});

test('who saw it before release says the same for ever, whatever becomes of its readers', async () => {
  const seen = async (): Promise<string> => {
    const page = await (await fetch(`${room.api.address}/read/reports/lighting-2026-corrected`)).text();
    return /<h2>A8[\s\S]*?<\/table>/.exec(page)![0];
  };
  const before = await seen();
  expect(before).toMatch(/Reader<\/th>\s*<td>Demonstration Police/);
  expect((await mutate(`inviteReader(report: "${id}", account: "Second")`)).data.inviteReader).toBe(false);
  const { digest } = (await room.api.ask(`{ reportDraft(id: "${id}") { digest } }`, { as: room.as.author }))
    .data.reportDraft;
  expect((await sign(digest, room.as.police)).data.signReport).toBe(false);
  await room.api.database.admin.query(
    `UPDATE access.role_held SET agency = 'health' WHERE account_id = (SELECT id FROM access.account WHERE name = 'Police')`,
  );
  expect(await seen()).toBe(before);
});
