import type { SheetMappingInput } from '#connectors';
import type { DeliveryReceipt } from '#domain';
import { erasePeople } from '#facts';
import { deliverAndWait, standardise } from '#pipeline';
import { addAgency, addAgreement, addSource, Database, decideDelivery, receiptOf, wouldGo } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';

const MAPPING: SheetMappingInput = {
  columns: [
    { as: 'engagement-key', column: 'Survey' },
    { as: 'submission-id', column: 'Ref' },
    { as: 'respondent', column: 'Name', field: 'fullName' },
    { as: 'date', column: 'Date', order: 'day-first' },
    { as: 'question', column: 'What should change?', key: 'change' },
  ],
};
const KINDS = ['system-id', 'name', 'dates', 'free-text'];
const HEADER = 'Survey,Ref,Name,Date,What should change?\n';
const ANN = ',7,Ann Synthetic,28/02/2025,Lamps in Synthetic Lane';
const ANN_MENDED = `safer${ANN}`;
const BEN = 'safer,8,Ben Synthetic,03/04/2025,Slower cars';

let database: TestDatabase;
let worker: Database;

beforeEach(async () => {
  database = await testDatabase();
  worker = await Database.open(database.urlFor('worker'));
  await addAgency(worker, { code: 'council', name: 'council', kind: 'council' });
  await addAgreement(worker, {
    agency: 'council',
    id: 'a1',
    purposes: ['engagement-analysis'],
    lawfulBasis: 'public task',
    fields: [...KINDS, 'answers'] as never[],
    from: '2020-01-01',
    until: null,
  });
  await addSource(worker, {
    code: 'survey',
    agency: 'council',
    name: 'survey',
    connector: 'spreadsheet',
    mapping: MAPPING,
    fieldKinds: KINDS,
    agreement: 'a1',
    pullAddress: null,
    schedule: null,
  });
});
afterEach(async () => {
  await worker.close();
  await database.drop();
});

async function deliver(name: string, text: string): Promise<DeliveryReceipt> {
  const outcome = await deliverAndWait(worker, {
    source: 'survey',
    mapping: null,
    files: [{ name, mediaType: 'text/csv', bytes: Buffer.from(text) }],
  });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}
const rows = async <Row>(sql: string): Promise<Row[]> => (await database.admin.query(sql)).rows as Row[];
const count = async (sql: string): Promise<number> =>
  Number((await rows<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`))[0]!.n);
const idOf = async (ref: string): Promise<string> =>
  (await rows<{ id: string }>(`SELECT id FROM engagement.submission WHERE external_id = '${ref}'`))[0]!.id;
/** Files and quarantined rows in which the hub still holds her words. */
const holdingAnn = async (): Promise<number> =>
  (await count(`intake.raw_file WHERE convert_from(content, 'UTF8') LIKE '%Ann Synthetic%'`)) +
  (await count(`intake.quarantine WHERE cells::text LIKE '%Ann Synthetic%'`));

test('a row that was rejected and then mended goes with its person, and so does the file it first came in', async () => {
  expect(await deliver('first.csv', `${HEADER}${ANN}\n${BEN}`)).toMatchObject({ accepted: 1, rejected: 1 });
  const other = await deliver('other.csv', `${HEADER},9,Cas Synthetic,28/02/2025,More benches`);
  expect(other).toMatchObject({ accepted: 0, rejected: 1 });
  expect(await deliver('mended.csv', `${HEADER}${ANN_MENDED}`)).toMatchObject({
    accepted: 1,
  });
  // Mended, the rejected row has lost its cells: her words stand in the two files.
  expect(await holdingAnn()).toBe(2);

  const erased = await erasePeople(worker, [await idOf('7')]);

  expect(erased).toMatchObject({ status: 'erased', submissions: 1, files: 2 });
  expect(await holdingAnn()).toBe(0);
  expect(await count(`intake.quarantine WHERE delivery = 1 AND code = 'engagement-missing' AND record IS NULL`)).toBe(1); // prettier-ignore
  // Nobody else's.
  expect(await count('engagement.submission')).toBe(1);
  expect(await count(`intake.raw_file WHERE delivery = ${other.delivery} AND content IS NOT NULL`)).toBe(1);
  expect(await count(`intake.quarantine WHERE cells->>'Ref' = '9'`)).toBe(1);
});

test('what was rejected beside somebody in the same file is emptied with the file', async () => {
  await deliver('both.csv', `${HEADER}${ANN}\n${BEN}`);
  await erasePeople(worker, [await idOf('8')]);
  expect(await holdingAnn()).toBe(0);
  expect(await count('intake.quarantine WHERE record IS NOT NULL')).toBe(1);
});

test('an erased person does not come back with a held delivery that is answered with "add"', async () => {
  const ann = ANN_MENDED;
  await deliver('first.csv', `${HEADER}${ann}\n${BEN}`);
  await erasePeople(worker, [await idOf('7')]);
  const held = await deliver('again.csv', `${HEADER}${ann}\n${BEN.replace('Slower', 'Fewer')}`);
  expect(held.status).toBe('held');
  await decideDelivery(worker, held.delivery!, 'add', null);
  await standardise(worker, held.delivery!);
  expect(await receiptOf(worker, held.delivery!)).toMatchObject({
    status: 'accepted',
    accepted: 1,
    repeated: 1,
  });
  expect(await count(`engagement.submission WHERE external_id = '7'`)).toBe(0);
  expect(await count(`engagement.submission WHERE external_id = '8'`)).toBe(2);
});

test('an answer that is taken back goes alone, whatever else its person said; a person who said nothing else goes with it', async () => {
  await deliver('first.csv', `${HEADER}${ANN_MENDED}\n${BEN}`);
  const [one, other] = [await idOf('7'), await idOf('8')];
  await database.admin.query('DELETE FROM linkage.membership');
  await database.admin.query(
    `WITH model AS (INSERT INTO linkage.model (code, version, document) VALUES ('exact', 1, '{}') ON CONFLICT DO NOTHING RETURNING code, version),
       made AS (INSERT INTO linkage.run (model, model_version, kind, finished_at) SELECT code, version, 'bulk', now() FROM model RETURNING id),
       person AS (INSERT INTO linkage.person (id, first_run) SELECT gen_random_uuid(), id FROM made RETURNING id, first_run)
     INSERT INTO linkage.membership (submission, agency, person, run) SELECT s.id, s.agency, p.id, p.first_run FROM engagement.submission s, person p`,
  );
  expect((await wouldGo(worker, [one])).map(({ submissions }) => submissions)).toEqual([2]);
  expect((await wouldGo(worker, [one], true)).map(({ submissions }) => submissions)).toEqual([1]);
  expect(await erasePeople(worker, [one], { only: true })).toMatchObject({
    status: 'erased',
    submissions: 1,
  });
  expect(await rows('SELECT id FROM engagement.submission')).toEqual([{ id: other }]);
  expect(await count('linkage.person')).toBe(1);
  await erasePeople(worker, [other], { only: true });
  expect(await count('linkage.person')).toBe(0);
});
