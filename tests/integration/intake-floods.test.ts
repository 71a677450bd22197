import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { addAgency, addAgreement, addSource, Database, setSourceKey } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';
import { ask, intakeApp, type Answer } from '../support/intake-app.js';

const MAPPING = { engagement: { key: 'e', title: 'E' }, columns: [{ as: 'submission-id', column: 'id' }] };
/** What one address may guess wrong in ten minutes: docs/security-and-privacy.md. */
const GUESSES = 30;

let database: TestDatabase;
let worker: Database;
let intake: Database;
let app: NestFastifyApplication;
beforeAll(async () => {
  database = await testDatabase();
  worker = await Database.open(database.urlFor('worker'));
  intake = await Database.open(database.urlFor('intake'));
  app = await intakeApp(intake);
  for (const code of ['council', 'police']) {
    await addAgency(worker, { code, name: code, kind: code as 'council' });
    await addAgreement(worker, {
      agency: code,
      id: 'a',
      purposes: ['engagement-analysis'],
      lawfulBasis: 'public task',
      fields: ['system-id'],
      from: '2020-01-01',
      until: null,
    });
    await addSource(worker, {
      code,
      agency: code,
      name: code,
      connector: 'spreadsheet',
      mapping: MAPPING,
      fieldKinds: ['system-id'],
      agreement: 'a',
      pullAddress: null,
      schedule: null,
    });
    await setSourceKey(worker, code, `key-of-${code}`);
  }
});
afterAll(async () => {
  await app?.close();
  await Promise.all([worker?.close(), intake?.close()]);
  await database?.drop();
});

const push = (source: string, key: string): Promise<Answer> =>
  ask(app, {
    method: 'POST',
    url: `/v1/sources/${source}/deliveries`,
    payload: 'id\n1\n',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' },
  });

test('guesses at keys end soon, with the time to come back; a partner at the same address goes on delivering', async () => {
  expect((await push('council', 'key-of-council')).statusCode).toBe(202);
  for (let n = 0; n < GUESSES; n++) expect((await push('police', `guess-${n}`)).statusCode).toBe(404);
  const refused = await push('police', 'one-more-guess');
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(60);
  // No key is tried from there any more, not even the right one of a source that never delivered from anywhere ...
  expect((await push('police', 'key-of-police')).statusCode).toBe(429);
  // ... but whoever delivered lately goes on, with that key and that source only.
  expect((await push('council', 'key-of-council')).statusCode).not.toBe(429);
  expect((await push('police', 'key-of-council')).statusCode).toBe(429);
});

test('a key that was taken back opens nothing, however lately it was right', async () => {
  await setSourceKey(worker, 'council', 'another-key-of-council');
  expect((await push('council', 'key-of-council')).statusCode).toBe(404);
  expect((await push('council', 'key-of-council')).statusCode).toBe(429);
});
