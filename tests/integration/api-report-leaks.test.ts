import { isRequiredArgument, type GraphQLSchema } from 'graphql';
import { everyQuestion, schemaOf } from '../support/every-answer.js';
import { everyPage } from '../support/every-page.js';
import { readPdf } from '../support/read-pdf.js';
import { routesOf, waysOfPages } from './one-person-pages.js';
import { input, startRoom, type ReportRoom } from './report-room.js';

/**
 * A report that is signed and waits for its minute is nowhere: no question of the schema, page, feed or file tells its title, its words or that there is one,
 * to the public or to an officer who was not asked to read it. At its minute it is there at once, whatever was asked before.
 */
const SLUG = 'quarterjack';
const TELLS = /quarterjack|Moonrakers/i;
const NOT_KEPT = /no-cache|no-store/;

let room: ReportRoom;
let schema: GraphQLSchema;
let id = '';

beforeAll(async () => {
  room = await startRoom();
  schema = await schemaOf((query) => room.api.ask(query));
  const words = { code: 'point', text: 'The Moonrakers are asked to decide.' };
  const made = await room.save({ slug: SLUG, title: 'Moonrakers', texts: [words, input().texts[1]] }, null);
  id = made.data.saveReport.id;
  const { digest } = (await room.mutate(`proposeReport(id: "${id}") { digest }`)).data.proposeReport;
  for (const [account, as] of [
    ['Colleague', room.as.colleague],
    ['Police', room.as.police],
  ] as const) {
    await room.mutate(`inviteReader(report: "${id}", account: "${account}")`);
    await room.mutate(`signReport(id: "${id}", digest: "${digest}")`, as);
  }
  const at = new Date(Date.now() + 3_600_000).toISOString();
  expect((await room.mutate(`scheduleReport(id: "${id}", at: "${at}") { id }`)).errors).toEqual([]);
}, 60_000);
afterAll(() => room?.stop());

let asked = 0;
/** Each from an address of its own: many questions in a minute from one are turned away. */
const from = (as?: string) => ({
  'x-forwarded-for': `198.51.${(asked >> 8) % 256}.${asked++ % 256}`,
  ...(as ? { cookie: as } : {}),
});

interface Told {
  where: string;
  /** Status, headers and body as they went over the wire. */
  text: string;
  cache: string;
}

/** Everything that can be asked without an id, and the report by each of its own addresses. */
async function everything(as?: string): Promise<Told[]> {
  const questions = everyQuestion(
    schema,
    { reportDraft: [`id: "${id}"`] },
    { decisions: 2, ownDecisions: 2 },
    (field) => field.name === 'reportDraft' || !field.args.some(isRequiredArgument),
  );
  const told: Told[] = [];
  const note = async (where: string, answer: Response): Promise<void> => {
    const headers = JSON.stringify([...answer.headers]);
    const body = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    told.push({ where, text: `${headers} ${body}`, cache: answer.headers.get('cache-control') ?? '' });
  };
  for (const query of questions)
    await note(
      query.slice(0, 40),
      await fetch(`${room.api.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...from(as) },
        body: JSON.stringify({ query }),
      }),
    );
  for (const { path, form } of everyPage(routesOf(room.api), waysOfPages(1, SLUG)))
    await note(
      path,
      await fetch(room.api.address + path, {
        redirect: 'manual',
        headers: from(as),
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      }),
    );
  return told;
}

const telling = (told: readonly Told[]): string[] =>
  told.flatMap(({ where, text }) => (TELLS.test(text) ? [where] : []));

test('before its minute nothing tells of it, asked twice, and no missing page of it may be kept', async () => {
  for (const as of [undefined, room.as.stranger])
    for (const time of ['first', 'again'])
      expect([as !== undefined, time, telling(await everything(as))]).toEqual([as !== undefined, time, []]);
  const own = (await everything()).filter(({ where }) => where.includes(SLUG));
  expect(own.length).toBeGreaterThanOrEqual(7);
  for (const { where, cache } of own)
    expect([where, cache]).toEqual([where, expect.stringMatching(NOT_KEPT)]);
  // What can be seen is told: its author sees it.
  expect(telling(await everything(room.as.author)).length).toBeGreaterThan(0);
}, 120_000);

test('as it will be printed it is served to its hands alone, marked a draft, never kept, and each opening is written down', async () => {
  const draft = (as?: string) => fetch(`${room.api.address}/drafts/${id}/report.pdf`, { headers: from(as) });
  const openings = async (): Promise<string[]> =>
    (await room.api.database.admin.query<{ account: string }>("SELECT account FROM reports.event WHERE what = 'opened' ORDER BY id")).rows.map(({ account }) => account); // prettier-ignore
  const before = await openings();
  const other = await room.api.signIn('Other', ['officer'], ['city']);
  for (const as of [undefined, room.as.stranger, other]) {
    const answer = await draft(as);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      404,
      expect.stringContaining('no-store'),
    ]);
    expect(TELLS.test(await answer.text())).toBe(false);
  }
  expect(await openings()).toEqual(before);
  for (const as of [room.as.police, room.as.author]) {
    const answer = await draft(as);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    const { title, text } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(title).toBe('Moonrakers');
    expect(text).toContain('DRAFT, not released');
    expect(text).toContain('The Moonrakers are asked to decide.');
    expect(text).toContain('F1');
  }
  expect(await openings()).toEqual([...before, 'Police', 'Author']);
}, 60_000);

test('an hour on it is there for everybody at once, though everything had been asked before', async () => {
  // The clock is the database's: instead of it the minute is moved.
  await room.api.database.admin.query(
    `UPDATE reports.report SET release_at = release_at - interval '1 hour'`,
  );
  const told = telling(await everything());
  for (const path of ['/read/reports', `/read/reports/${SLUG}`, `/read/reports/${SLUG}/datapackage.json`])
    expect(told).toContain(path);
  expect(told.some((where) => where.startsWith('{ publishedReports'))).toBe(true);
  const draft = await fetch(`${room.api.address}/drafts/${id}/report.pdf`, { headers: from(room.as.author) });
  expect(draft.status).toBe(404);
  // Who saw it is told by part and agency, and by no name.
  const seen = await (await fetch(`${room.api.address}/read/reports/${SLUG}/a8.csv`)).text();
  expect(seen).toMatch(
    /Author,Demonstration City Council,.*\r\nReader,Demonstration City Council,.*\r\nReader,Demonstration Police,/,
  );
  expect(seen).not.toMatch(/Colleague|Police,Police/);
}, 60_000);
