import { Database, forgetOld } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let worker: Database;
beforeAll(async () => {
  database = await testDatabase();
  worker = await Database.open(database.urlFor('worker'));
  await database.admin.query(`
    INSERT INTO access.account (name) VALUES ('Synthetic Analyst');
    INSERT INTO access.session (token_hash, account_id, expires_at, last_used)
      SELECT t.hash, a.id, now() + t.ends, now() - t.used FROM access.account a, (VALUES
        ('alive', interval '1 hour', interval '1 minute'), ('idle', interval '1 hour', interval '61 minutes'), ('over', interval '-1 minute', interval '0')) t(hash, ends, used);
    INSERT INTO access.sign_in_link (token_hash, account_id, expires_at, used_at)
      SELECT t.hash, a.id, now() - t.ended, CASE WHEN t.used THEN now() - t.ended END FROM access.account a, (VALUES
        ('open', interval '-1 hour', false), ('lately', interval '29 days', true), ('used', interval '31 days', true), ('unused', interval '31 days', false)) t(hash, ended, used);
    INSERT INTO engagement.agency (code, name, kind) VALUES ('city', 'City', 'council');
    INSERT INTO intake.source (agency, code, name, connector) VALUES ('city', 'survey', 'Survey', 'spreadsheet');
    INSERT INTO intake.delivery (agency, source, content_hash, way, received_at) VALUES
      ('city', 'survey', 'old', 'push', now() - interval '31 days'), ('city', 'survey', 'new', 'push', now() - interval '29 days');
    INSERT INTO intake.idempotency (agency, source, key, body_hash, delivery) SELECT 'city', 'survey', content_hash, 'b', id FROM intake.delivery;
    DELETE FROM intake.outbox;
    INSERT INTO intake.outbox (job, payload, created_at, dispatched_at) VALUES
      ('link', '{"at":1}', now() - interval '20 days', now() - interval '15 days'), ('link', '{"at":2}', now() - interval '20 days', now() - interval '13 days'),
      ('link', '{"at":3}', now() - interval '20 days', NULL)`);
});
afterAll(async () => {
  await worker?.close();
  await database?.drop();
});

const left = async (sql: string): Promise<unknown[]> =>
  (await database.admin.query<{ it: unknown }>(sql)).rows.map(({ it }) => it);

describe('what is kept for its time', () => {
  it('goes after it, and nothing before', async () => {
    expect(await forgetOld(worker)).toEqual({ sessions: 2, links: 2, keys: 1, requests: 1 });
    expect(await left('SELECT token_hash AS it FROM access.session')).toEqual(['alive']);
    expect(await left('SELECT token_hash AS it FROM access.sign_in_link ORDER BY 1')).toEqual([
      'lately',
      'open',
    ]);
    expect(await left('SELECT key AS it FROM intake.idempotency')).toEqual(['new']);
    // What was never handed over still waits, however old.
    expect(await left(`SELECT payload->'at' AS it FROM intake.outbox ORDER BY id`)).toEqual([2, 3]);
    expect(await left('SELECT content_hash AS it FROM intake.delivery ORDER BY id')).toEqual(['old', 'new']);
    expect(await forgetOld(worker)).toEqual({ sessions: 0, links: 0, keys: 0, requests: 0 });
  });

  it.each(['intake', 'linker', 'published', 'workbench'] as const)(
    'is ended by no other role: %s',
    async (role) => {
      const other = await Database.open(database.urlFor(role));
      await expect(forgetOld(other)).rejects.toMatchObject({ code: '42501' });
      await other.close();
    },
  );
});
