import { createServer, type Server } from 'node:net';

import { Database } from '#store';

import { health, type HealthSources } from '../../apps/api/src/health/health.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let sources: HealthSources;
beforeAll(async () => {
  database = await testDatabase();
  sources = {
    published: await Database.open(database.urlFor('published')),
    workbench: await Database.open(database.urlFor('workbench')),
    counting: () => Promise.resolve('ok'),
    dataDir: process.env.HUB_TEST_STATE!,
  };
});
afterAll(async () => {
  await sources?.published.close();
  await sources?.workbench.close();
  await database?.drop();
});

const beat = (part: string, ago: number, queue: boolean | null): Promise<unknown> =>
  database.admin.query(
    `INSERT INTO intake.pulse (worker, part, at, queue) VALUES ('a-1', $1, clock_timestamp() - make_interval(secs => $2), $3)
     ON CONFLICT (worker, part) DO UPDATE SET at = excluded.at, queue = excluded.queue`,
    [part, ago, queue],
  );

const takeDelivery = (secondsAgo: number): Promise<unknown> =>
  database.admin.query(
    `INSERT INTO engagement.agency (code, name, kind) VALUES ('city', 'City', 'council') ON CONFLICT DO NOTHING;
     INSERT INTO intake.source (agency, code, name, connector) VALUES ('city', 'survey', 'Survey', 'tabular') ON CONFLICT DO NOTHING;
     INSERT INTO intake.delivery (agency, source, content_hash, way, received_at)
     VALUES ('city', 'survey', 'h', 'push', clock_timestamp() - make_interval(secs => ${secondsAgo}))`,
  );

describe('how the hub does', () => {
  it('says nothing of a worker that was never there', async () => {
    expect(await health(sources)).toMatchObject({
      status: 'ok',
      database: 'ok',
      worker: 'unknown',
      queue: 'unknown',
      counting: 'ok',
      oldestWaitSeconds: null,
      oldestForAPersonSeconds: null,
    });
  });

  it('is by part: a worker that fell silent, a queue that does not answer, a delivery that waits', async () => {
    await beat('rows', 5, true);
    await beat('whole', 20, null);
    expect(await health(sources)).toMatchObject({ status: 'ok', worker: 'ok', queue: 'ok' });
    await beat('rows', 5, false);
    expect(await health(sources)).toMatchObject({ status: 'degraded', worker: 'ok', queue: 'away' });
    await beat('rows', 300, true);
    expect(await health(sources)).toMatchObject({ status: 'degraded', worker: 'away', queue: 'unknown' });
    await beat('rows', 5, true);
    await takeDelivery(3_600);
    const late = await health(sources);
    expect(late).toMatchObject({ status: 'degraded', worker: 'ok' });
    expect(late.oldestWaitSeconds).toBeGreaterThan(3_500);
  });

  it('waits for no part longer than its deadline, and tells which does not answer', async () => {
    const began = performance.now();
    const hanging = await health({ ...sources, counting: () => new Promise(() => undefined) });
    expect(hanging).toMatchObject({ status: 'degraded', database: 'ok', counting: 'away' });
    expect(performance.now() - began).toBeLessThan(8_000);
  });

  it('is down where the database takes connections and never answers, and its door closes all the same', async () => {
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const stuck = {
      query: () => new Promise<never>(() => undefined),
    } as unknown as Database;
    expect(await health({ ...sources, published: stuck })).toMatchObject({
      status: 'down',
      database: 'away',
      oldestWaitSeconds: null,
      oldestForAPersonSeconds: null,
    });
    const { port } = silent.address() as { port: number };
    const opening = Database.open(`postgres://a:b@127.0.0.1:${port}/hub`, { waitMs: 3_000 });
    await expect(opening).rejects.toThrow();
    silent.close();
  });
});
