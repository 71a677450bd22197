import type { SheetMappingInput } from '#connectors';
import type { DeliveryReceipt } from '#domain';
import { deliverAgain, deliverAndWait } from '#pipeline';
import { addAgency, addAgreement, addSource, Database } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';

const COLUMNS: SheetMappingInput['columns'] = [
  { as: 'submission-id', column: 'ID' },
  { as: 'question', column: 'Title', key: 'title' },
  { as: 'support', column: 'Likes', act: 'likes' },
  { as: 'support', column: 'Dislikes', act: 'dislikes' },
];
const KINDS = ['system-id', 'free-text'];

let database: TestDatabase;
let worker: Database;
beforeAll(async () => {
  database = await testDatabase();
  worker = await Database.open(database.urlFor('worker'));
  await addAgency(worker, { code: 'city', name: 'Demonstration City Council', kind: 'council' });
  await addAgreement(worker, {
    agency: 'city',
    id: 'a1',
    purposes: ['engagement-analysis'],
    lawfulBasis: 'public task',
    fields: KINDS as never[],
    from: '2020-01-01',
    until: null,
  });
  await addSource(worker, {
    code: 'ideas',
    agency: 'city',
    name: 'Ideas',
    connector: 'spreadsheet',
    mapping: { engagement: { key: 'ideas', title: 'Ideas' }, columns: COLUMNS },
    fieldKinds: KINDS,
    agreement: 'a1',
    pullAddress: null,
    schedule: null,
  });
});
afterAll(async () => {
  await worker?.close();
  await database?.drop();
});

async function deliver(name: string, rows: string): Promise<DeliveryReceipt> {
  const outcome = await deliverAndWait(worker, {
    source: 'ideas',
    mapping: null,
    files: [{ name, mediaType: 'text/csv', bytes: Buffer.from(`ID,Title,Likes,Dislikes\n${rows}`) }],
  });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

async function held(): Promise<string[]> {
  const { rows } = await database.admin.query<{ line: string }>(
    `SELECT s.external_id || ' ' || p.act || ' ' || p.times AS line FROM engagement.support p JOIN engagement.submission s ON s.id = p.submission ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

const submissions = async (): Promise<number> =>
  (await database.admin.query<{ n: number }>('SELECT count(*)::int AS n FROM engagement.submission')).rows[0]!
    .n;

test('what the platform counted is kept beside the proposal, and the next export brings it up to date without a question', async () => {
  expect(await deliver('june.csv', 'a,More lamps,12,1\nb,More benches,3,0\n')).toMatchObject({
    status: 'accepted',
    accepted: 2,
  });
  expect(await held()).toEqual(['a dislikes 1', 'a likes 12', 'b dislikes 0', 'b likes 3']);
  expect(
    await deliver('july.csv', 'a,More lamps,340,2\nb,More benches,3,0\nc,More trees,9,0\n'),
  ).toMatchObject({
    status: 'accepted',
    accepted: 1,
    repeated: 2,
  });
  expect(await held()).toEqual(['a dislikes 2', 'a likes 340', 'b dislikes 0', 'b likes 3', 'c dislikes 0', 'c likes 9']); // prettier-ignore
  expect(await submissions()).toBe(3);
});

test('an export that brings nothing but other counts says that its rows are held, and the counts are taken', async () => {
  expect(await deliver('august.csv', 'a,More lamps,355,2\nc,More trees,10,0\n')).toMatchObject({
    status: 'repeated',
    repeated: 2,
  });
  expect(await held()).toContain('a likes 355');
});

test('an older export that is read again does not put counts back', async () => {
  const before = await held();
  expect(await deliverAgain(worker, 1, null)).toMatchObject({ ok: true });
  expect(await held()).toEqual(before);
});

test('what a delivery does not say any more, under another mapping, goes', async () => {
  await database.admin.query(`UPDATE intake.source SET mapping = $1 WHERE code = 'ideas'`, [
    JSON.stringify({
      engagement: { key: 'ideas', title: 'Ideas' },
      columns: [...COLUMNS.slice(0, 3), { as: 'ignore', column: 'Dislikes' }],
    }),
  ]);
  expect(await deliverAgain(worker, 3, null)).toMatchObject({ ok: true });
  expect(await held()).toEqual(['a likes 355', 'b dislikes 0', 'b likes 3', 'c likes 10']);
  expect(await submissions()).toBe(3);
});
