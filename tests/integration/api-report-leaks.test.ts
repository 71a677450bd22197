import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { everyQuestion, schemaOf } from '../support/every-answer.js';
import { everyPage } from '../support/every-page.js';
import { readPdf } from '../support/read-pdf.js';
import { routesOf, waysOfPages } from './one-person-pages.js';
import { detailOf, input, startRoom, type ReportRoom } from './report-room.js';

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
});
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

const SCALARS: Readonly<Record<string, string>> = {
  ...{ Int: '1', Float: '1', Boolean: 'true', JSON: '{}' },
  ...{ Date: '"2030-01-01"', DateTime: '"2030-01-01T00:00:00Z"' },
};

/** An argument as it must be given, with `value` wherever it takes an id, a code or other words. */
function filled(type: GraphQLInputType, value: string): string {
  const plain = getNullableType(type);
  if (isListType(plain)) return `[${filled(plain.ofType, value)}]`;
  if (isEnumType(plain)) return plain.getValues()[0]!.name;
  if (isInputObjectType(plain))
    return `{ ${Object.values(plain.getFields()).filter(isRequiredInputField).map((one) => `${one.name}: ${filled(one.type, value)}`).join(', ')} }`; // prettier-ignore
  return SCALARS[plain.name] ?? JSON.stringify(value);
}

const takesSomething = ({ args }: GraphQLField<unknown, unknown>): boolean => args.some(isRequiredArgument);
const given = ({ args }: GraphQLField<unknown, unknown>, value: string): string =>
  args.filter(isRequiredArgument).map((one) => `${one.name}: ${filled(one.type, value)}`).join(', '); // prettier-ignore

/** Every question and mutation that takes something, with the value for all that it takes. */
function everyAsking(value: string): string[] {
  const fields = Object.values(schema.getQueryType()!.getFields()).filter(takesSomething);
  const ways = Object.fromEntries(fields.map((field) => [field.name, [given(field, value)]]));
  const mutations = Object.values(schema.getMutationType()!.getFields()).filter(takesSomething);
  return [
    ...everyQuestion(schema, ways, { decision: 2 }, takesSomething),
    ...mutations.map((field) => `mutation { ${field.name}(${given(field, value)}) ${isLeafType(getNamedType(field.type)) ? '' : '{ __typename }'} }`), // prettier-ignore
  ];
}

/** What is answered to each, without the value itself, and without numbers, which move. */
async function answersTo(value: string, as?: string): Promise<string[]> {
  const answers: string[] = [];
  for (const query of everyAsking(value)) {
    const answer = await fetch(`${room.api.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...from(as) },
      body: JSON.stringify({ query }),
    });
    const said = (await answer.text()).replaceAll(value, 'that').replaceAll(/[0-9a-f-]{36}|\d+/g, '#');
    answers.push(`${query.replaceAll(value, 'that').slice(0, 60)}: ${answer.status} ${said}`);
  }
  return answers;
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
});

test('whatever takes an id, a code or an address answers the report’s own as one that is nowhere', async () => {
  for (const as of [undefined, room.as.stranger])
    for (const [own, nowhere] of [[id, randomUUID()], [SLUG, 'quarterless']] as const) {
      const told = await answersTo(own, as);
      expect(told.length).toBeGreaterThan(60);
      expect(told).toEqual(await answersTo(nowhere, as));
      expect(told.filter((one) => TELLS.test(one))).toEqual([]);
    } // prettier-ignore
});

test('a guessed address is saved as any other: nothing says that another agency waits with a report there', async () => {
  const guess = (slug: string) => room.save({ agency: 'health', slug }, null, room.as.stranger);
  const [there, nowhere] = [await guess(SLUG), await guess('none-such')];
  expect([there.errors, nowhere.errors]).toEqual([[], []]);
  const { id: own, slug } = (
    await room.api.ask(`{ reportDraft(id: "${there.data.saveReport.id}") { id slug } }`, {
      as: room.as.stranger,
    })
  ).data.reportDraft;
  expect([slug, own === id]).toEqual([SLUG, false]);
  const again = await room.save({ agency: 'health', slug: SLUG }, 7, room.as.stranger);
  expect(detailOf(again)).toBe('changed-meanwhile');
});

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
    const { title, text, addresses } = await readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(title).toBe('Moonrakers');
    // Whatever its readers follow is there for them before the minute; what is of the dashboard is served beside the API.
    const paths = [...new Set(addresses)].map((to) => to.replace(room.api.address, ''));
    expect(paths.filter((path) => path.startsWith('/r/'))).toEqual([]);
    const figures = paths.filter((path) => path.startsWith('/read/figures?'));
    expect(figures.length).toBeGreaterThan(0);
    for (const path of figures)
      expect([path, (await fetch(room.api.address + path)).status]).toEqual([path, 200]);
    expect(text).toContain('DRAFT, not released');
    expect(text).toContain('The Moonrakers are asked to decide.');
    expect(text).toContain('F1');
  }
  expect(await openings()).toEqual([...before, 'Police', 'Author']);
});

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
  // What another agency releases there later has an address of its own, and the first keeps its own.
  await room.api.database.admin.query(
    `UPDATE reports.report r SET proposed = o.proposed, digest = o.digest, release_at = now() FROM reports.report o WHERE r.slug = $1 AND r.agency = 'health' AND o.id = $2`,
    [SLUG, id],
  );
  const { publishedReports } = (await room.api.ask('{ publishedReports { slug agency } }')).data;
  expect(publishedReports).toEqual([
    { slug: `${SLUG}.health`, agency: 'health' },
    { slug: SLUG, agency: 'city' },
  ]);
  const other = await fetch(`${room.api.address}/read/reports/${SLUG}.health`);
  expect([other.status, (await other.text()).includes(`/read/reports/${SLUG}.health/report.pdf`)]).toEqual([
    200,
    true,
  ]);
  expect(detailOf(await room.save({ agency: 'force', slug: SLUG }, null, room.as.police))).toBe('refused');
});
