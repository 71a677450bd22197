import type { DeliveryReceipt } from '#domain';
import { publishEdition, refreshWorkingFacts } from '#facts';
import { deliverAndWait, resolveHeld, standardise, type Decision } from '#pipeline';
import { addAgency, addAgreement, addSource, Database, receiptOf, receiveTrusted } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';
import { SMALL_AREAS, streetCrime, times, type MadeCrime } from '../support/street-crime.js';

let database: TestDatabase;
let worker: Database;
beforeEach(async () => {
  database = await testDatabase();
  worker = await Database.open(database.urlFor('worker'));
  await addAgency(worker, { code: 'force', name: 'Synthetic Police', kind: 'police' });
  await addAgreement(worker, {
    agency: 'force',
    id: 'a1',
    purposes: ['engagement-analysis'],
    lawfulBasis: 'public task',
    fields: ['dates', 'place'],
    from: '2020-01-01',
    until: null,
  });
  await addSource(worker, {
    code: 'crime',
    agency: 'force',
    name: 'Street-level crime',
    connector: 'police-street-crime',
    mapping: {},
    fieldKinds: ['dates', 'place'],
    agreement: 'a1',
    pullAddress: null,
    schedule: null,
  });
});
afterEach(async () => {
  await worker?.close();
  await database?.drop();
});

const fileOf = (crimes: readonly MadeCrime[]) => ({
  name: 'synthetic-street.csv',
  mediaType: null,
  bytes: Buffer.from(streetCrime(crimes)),
});

async function deliver(crimes: readonly MadeCrime[]): Promise<DeliveryReceipt> {
  const outcome = await deliverAndWait(worker, { source: 'crime', mapping: null, files: [fileOf(crimes)] });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

async function answer({ delivery }: DeliveryReceipt, decision: Decision): Promise<DeliveryReceipt> {
  const outcome = await resolveHeld(worker, delivery!, decision, null);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

const held = async (): Promise<string[]> =>
  (
    await database.admin.query<{ line: string }>(
      `SELECT concat_ws(' ', month, ward, crime, sum(count)) AS line FROM engagement.recorded_count GROUP BY month, ward, crime ORDER BY 1`,
    )
  ).rows.map(({ line }) => line);

const MAY = [
  ...times(3, { kind: 'Anti-social behaviour' }),
  { id: 'a', kind: 'Burglary', area: SMALL_AREAS.devonport },
];
const MAY_HELD = ['2024-05 E05002078 anti-social-behaviour 3', '2024-05 E05002080 burglary 1'];

test('crimes are counted by ward, month and kind, and what is not counted is told with its reason', async () => {
  const receipt = await deliver([
    ...MAY,
    { id: 'a', kind: 'Burglary', area: SMALL_AREAS.devonport },
    { area: SMALL_AREAS.elsewhere },
    { area: '' },
    { month: '' },
    { month: 'May-24' },
    { kind: 'Violent crime' },
    { id: 'a', kind: 'Robbery' },
  ]);
  expect(receipt).toMatchObject({
    status: 'accepted',
    rows: 11,
    accepted: 4,
    repeated: 1,
    rejected: 4,
    leftOut: 2,
  });
  expect(await held()).toEqual(MAY_HELD);
  const reasons = receipt.rejections.map(({ row, column, code }) => [row, column, code]);
  expect(reasons.sort()).toEqual([
    [10, 'Month', 'month-invalid'],
    [11, 'Crime type', 'kind-unknown'],
    [12, null, 'id-twice'],
    [9, 'Month', 'month-missing'],
  ]);
  expect(receipt.leftOutRows.map(({ why }) => why).sort()).toEqual(['no-place', 'outside-city']);
  expect(receipt.note).toContain('4 records of 2024-05');
  expect(receipt.note).toContain('None is anybody’s answer');
});

test('nothing of it is a submission, an engagement, a job of matching or coding, or a row of an edition', async () => {
  await deliver(MAY);
  for (const table of [
    'engagement.submission',
    'engagement.engagement',
    'engagement.statement',
    'vault.respondent',
  ]) {
    const { rows } = await database.admin.query(`SELECT 1 FROM ${table}`);
    expect({ table, rows: rows.length }).toEqual({ table, rows: 0 });
  }
  const { rows: jobs } = await database.admin.query(
    `SELECT job FROM intake.outbox WHERE job IN ('link', 'code')`,
  );
  expect(jobs).toEqual([]);
  await refreshWorkingFacts(worker);
  const { rows } = await database.admin.query(
    `SELECT funnel->'received' AS received, sources FROM facts.edition WHERE number = 0`,
  );
  expect(rows).toEqual([{ received: 0, sources: [] }]);
  // Crimes alone are nothing that anybody said.
  expect((await publishEdition(worker)).status).toBe('empty');
});

test('a month that says what is held is repeated, one that says other waits for an answer', async () => {
  await deliver(MAY);
  const again = await deliver([...MAY].reverse());
  expect(again).toMatchObject({ status: 'repeated', accepted: 0, repeated: 4 });
  const waits = await deliver([...MAY, { id: 'b', kind: 'Robbery' }, { month: '2024-06' }]);
  expect(waits.status).toBe('held');
  expect(waits.note).toContain('first 2024-05: 4 held by delivery 1, 5 here');
  expect(await held()).toEqual(MAY_HELD);
  const replaced = await answer(waits, 'replace');
  expect(replaced).toMatchObject({ status: 'accepted', accepted: 6, repeated: 0 });
  expect(await held()).toEqual(
    [...MAY_HELD, '2024-05 E05002078 robbery 1', '2024-06 E05002078 drugs 1'].sort(),
  );
  // What the later delivery said stands, also when the older one is read again.
  await database.admin.query(`UPDATE intake.delivery SET status = 'received' WHERE id = 1`);
  await standardise(worker, 1);
  expect(await receiptOf(worker, 1)).toMatchObject({ status: 'repeated' });
  expect(await held()).toHaveLength(4);
});

test('the rest of a month is added where a person says so, and once', async () => {
  await deliver(MAY);
  const rest = await answer(
    await deliver([{ id: 'c', kind: 'Burglary', area: SMALL_AREAS.devonport }]),
    'add',
  );
  expect(rest).toMatchObject({ status: 'accepted', accepted: 1 });
  expect(await held()).toEqual([MAY_HELD[0], '2024-05 E05002080 burglary 2']);
  expect(await answer(await deliver(times(2, { kind: 'Drugs' })), 'cancel')).toMatchObject({
    status: 'refused',
  });
  expect(await held()).toHaveLength(2);
});

test('what is pulled replaces what was held: the source is its own master', async () => {
  await deliver(MAY);
  const sent = await receiveTrusted(worker, {
    source: 'crime',
    way: 'pull',
    files: [fileOf(times(2, { kind: 'Robbery' }))],
    mapping: null,
    fieldKinds: null,
  });
  await standardise(worker, sent.delivery!);
  expect(await receiptOf(worker, sent.delivery!)).toMatchObject({ status: 'accepted', accepted: 2 });
  expect(await held()).toEqual(['2024-05 E05002078 robbery 2']);
});

test('a file of which nothing can be counted is refused, and is no row of an edition either', async () => {
  const receipt = await deliver(times(3, { area: SMALL_AREAS.elsewhere }));
  expect(receipt).toMatchObject({ status: 'refused', leftOut: 3 });
  await refreshWorkingFacts(worker);
  const { rows } = await database.admin.query(`SELECT sources FROM facts.edition WHERE number = 0`);
  expect(rows).toEqual([{ sources: [] }]);
});
