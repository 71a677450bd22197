import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import {
  openRedis,
  QueueClient,
  startWorkers,
  type Backend,
  type JobName,
  type RunningWorkers,
} from '#queue';
import { openClient } from '#store';
import { runScript } from '../support/child.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import {
  describeIf,
  installedRedis,
  startInstalledRedis,
  type InstalledServer,
} from '../support/installed.js';

/** What both backends must do alike. `open` gives an empty backend. */
function contract(open: () => Promise<Backend>): void {
  let backend: Backend;
  let client: QueueClient;
  let workers: RunningWorkers[] = [];
  let effects: TestDatabase;
  // As it is built: a process of its own finds the other rooms that it needs from there.
  const queue = pathToFileURL(resolve('dist/libs/queue/src/index.js')).href;

  beforeAll(async () => {
    effects = await testDatabase();
    await effects.admin.query(
      'CREATE TABLE runs (delivery int); CREATE TABLE effects (delivery int PRIMARY KEY)',
    );
    backend = await open();
    client = await QueueClient.open(backend);
  });
  afterEach(async () => {
    await Promise.all(workers.map((one) => one.stop()));
    workers = [];
  });
  afterAll(async () => {
    await client.close();
    await effects.drop();
  });

  const start = async (
    ...args: Parameters<typeof startWorkers> extends [Backend, ...infer R] ? R : never
  ) => {
    const running = await startWorkers(backend, ...args);
    workers.push(running);
    return running;
  };

  it('does a job that was added before and one that is added while it waits', async () => {
    const seen: number[] = [];
    await client.add('standardise', { delivery: 1 });
    expect(await client.counts('standardise')).toMatchObject({ waiting: 1, active: 0 });
    await start({ standardise: async ({ delivery }) => void seen.push(delivery) });
    await until(() => seen.length === 1);
    await client.add('standardise', { delivery: 2 });
    await until(() => seen.length === 2);
    expect(seen).toEqual([1, 2]);
    await until(async () => (await client.counts('standardise')).active === 0);
    expect(await client.counts('standardise')).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
  });

  it('adds a job with an id of its own once', async () => {
    const seen: string[] = [];
    await client.add('refresh', {}, { jobId: 'outbox-1' });
    await client.add('refresh', {}, { jobId: 'outbox-1' });
    await start({ refresh: async (_, { jobId }) => void seen.push(jobId) });
    await until(() => seen.length > 0);
    await client.add('refresh', {}, { jobId: 'outbox-1' });
    await client.add('refresh', {}, { jobId: 'outbox-2' });
    await until(() => seen.includes('outbox-2'));
    expect(seen).toEqual(['outbox-1', 'outbox-2']);
  });

  it('tries again what may work later, and only that; keeps a code of it and no message', async () => {
    const attempts: Record<string, number[]> = { link: [], code: [], publish: [] };
    const told: string[] = [];
    const failing =
      (job: JobName, error: object) =>
      async (_: unknown, { attempt }: { attempt: number }) => {
        attempts[job]?.push(attempt);
        if (attempt === 1) throw Object.assign(new Error('Canary Person could not be read'), error);
      };
    await start(
      {
        link: failing('link', { next: 'retry', code: 'source-busy' }),
        code: failing('code', { next: 'refuse', code: 'model-unknown' }),
        publish: failing('publish', { code: '40001' }),
      },
      { events: { failed: (job, _, code, again) => told.push(`${job} ${code} ${again}`) } },
    );
    for (const job of ['link', 'code', 'publish'] as const) await client.add(job, {});
    await until(() => attempts.link?.length === 2 && attempts.publish?.length === 2);
    expect(attempts).toEqual({ link: [1, 2], code: [1], publish: [1, 2] });
    expect(told.sort()).toEqual(['code model-unknown false', 'link source-busy true', 'publish 40001 true']);
    await until(async () => (await client.counts('code')).failed === 1);
    expect(await whatIsKept(backend)).toMatch(/model-unknown/);
    expect(await whatIsKept(backend)).not.toMatch(/canary/i);
  });

  it('shows what waits and what was given up, with the code of its fault, and has that done again', async () => {
    let mended = false;
    const done: number[] = [];
    await client.add('erase-ended', { agreement: 8 }, { delayMs: 3_600_000 });
    await start({
      standardise: async ({ delivery }) => {
        if (!mended)
          throw Object.assign(new Error('Canary Person'), { next: 'refuse', code: 'file-damaged' });
        done.push(delivery);
      },
    });
    const id = await client.add('standardise', { delivery: 7 }, { jobId: 'outbox-7' });
    await until(async () => (await client.counts('standardise')).failed === 1);
    const all = await client.look(['failed', 'delayed', 'active', 'waiting']);
    const seen = all.filter(({ job }) => job === 'standardise' || job === 'erase-ended');
    expect(seen).toMatchObject([
      { job: 'standardise', id, state: 'failed', payload: { delivery: 7 }, tries: 1, failed: 'file-damaged' },
      { job: 'erase-ended', state: 'delayed', payload: { agreement: 8 }, tries: 0, failed: null },
    ]);
    expect(Math.abs(seen[0]!.at!.getTime() - Date.now())).toBeLessThan(60_000);
    expect(seen[1]!.at!.getTime() - seen[1]!.since.getTime()).toBe(3_600_000);
    mended = true;
    expect(await client.tryAgain('standardise', 'outbox-77')).toBe(false);
    expect(await client.tryAgain('standardise', id)).toBe(true);
    await until(() => done.length === 1);
    expect(done).toEqual([7]);
    expect(await client.tryAgain('standardise', id)).toBe(false);
    await until(async () => (await client.counts('standardise')).failed === 0);
  });

  it('repeats the work of a worker that was killed, as often as it takes, with one effect', async () => {
    const child = `
      const { startWorkers } = await import(${JSON.stringify(queue)});
      await startWorkers(${JSON.stringify(backend)}, {
        standardise: async ({ delivery }) => { report({ delivery }); await new Promise(() => {}); },
      }, { lockMs: 400, checkMs: 100 });`;
    await client.add('standardise', { delivery: 77 });
    for (const _ of ['once', 'twice']) {
      const victim = runScript(child);
      expect(await victim.next()).toEqual({ delivery: 77 });
      await effects.admin.query('INSERT INTO runs VALUES (77)');
      await effects.admin.query('INSERT INTO effects VALUES (77) ON CONFLICT DO NOTHING');
      await victim.kill();
    }
    let finished = false;
    const work = async ({ delivery }: { delivery: number }): Promise<void> => {
      await effects.admin.query('INSERT INTO runs VALUES ($1)', [delivery]);
      await effects.admin.query('INSERT INTO effects VALUES ($1) ON CONFLICT DO NOTHING', [delivery]);
    };
    await start({ standardise: work }, { checkMs: 100, events: { done: () => (finished = true) } });
    await until(() => finished);
    const { rows } = await effects.admin.query(
      'SELECT (SELECT count(*)::int FROM runs) AS runs, (SELECT count(*)::int FROM effects) AS effects',
    );
    expect(rows).toEqual([{ runs: 3, effects: 1 }]);
    expect((await client.counts('standardise')).failed).toBe(0);
  });

  it('gives back at once the job of a process of this machine that was killed', async () => {
    const victim = runScript(`
      const { startWorkers } = await import(${JSON.stringify(queue)});
      await startWorkers(${JSON.stringify(backend)}, {
        publish: async () => { report({}); await new Promise(() => {}); },
      });`);
    await client.add('publish', {});
    await victim.next();
    await victim.kill();
    const killed = performance.now();
    let done = 0;
    await start({ publish: async () => void (done += 1) });
    await until(() => done === 1);
    expect(performance.now() - killed).toBeLessThan(5_000);
  });

  it('runs one at a time in the whole hub what must not overlap', async () => {
    let running = 0;
    let most = 0;
    let done = 0;
    const handlers = {
      link: async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1;
        done += 1;
      },
    };
    await start(handlers, { concurrency: { link: 3 } });
    await start(handlers, { concurrency: { link: 3 } });
    for (let delivery = 1; delivery <= 8; delivery += 1) await client.add('link', { delivery });
    await until(() => done === 8);
    expect(most).toBe(1);
  });

  it('waits for the running job when it stops', async () => {
    let finished = false;
    let begun = false;
    const running = await start({
      'erase-ended': async () => {
        begun = true;
        await new Promise((resolve) => setTimeout(resolve, 150));
        finished = true;
      },
    });
    await client.add('erase-ended', {});
    await until(() => begun);
    await running.stop();
    expect(finished).toBe(true);
  });

  it('pulls by schedule until told otherwise', async () => {
    const pulled: string[] = [];
    await client.schedulePull('pcc-survey', { everyMs: 200 });
    await client.schedulePull('police-events', { pattern: '0 3 * * *' });
    expect(await client.scheduledPulls()).toEqual(['pcc-survey', 'police-events']);
    await start({ pull: async ({ source }) => void pulled.push(source) });
    await until(() => pulled.length >= 2);
    expect(new Set(pulled)).toEqual(new Set(['pcc-survey']));
    expect(await client.unschedulePull('pcc-survey')).toBe(true);
    expect(await client.unschedulePull('pcc-survey')).toBe(false);
    expect(await client.scheduledPulls()).toEqual(['police-events']);
  });
}

describe('the queue on PostgreSQL, as the worker’s role', () => {
  let database: TestDatabase;
  afterAll(() => database.drop());
  contract(async () => {
    database = await testDatabase();
    return { kind: 'postgres', url: database.urlFor('worker') };
  });

  it('says in one line what is missing', async () => {
    const nowhere = 'postgres://canary:hunter2@127.0.0.1:9/hub';
    await expect(QueueClient.open({ kind: 'postgres', url: nowhere })).rejects.toThrow(
      /^the queue .*\(ECONNREFUSED\)$/,
    );
    await expect(QueueClient.open({ kind: 'postgres', url: database.urlFor('published') })).rejects.toThrow(
      /42501/,
    );
  });
});

describeIf(installedRedis(), 'the queue on Redis', () => {
  let redis: InstalledServer;
  afterAll(() => redis.stop());
  contract(async () => {
    redis = await startInstalledRedis(installedRedis() ?? '');
    return { kind: 'redis', url: redis.url };
  });
});

it('says in one line that Redis does not answer, without its password', async () => {
  const opening = QueueClient.open({ kind: 'redis', url: 'redis://:hunter2@127.0.0.1:9' });
  await expect(opening).rejects.toThrow("REDIS_URL: Redis at 127.0.0.1:9 can't be used (ECONNREFUSED)");
});

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 20) {
    if (await met()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not happen within 20 seconds');
}

/** Everything that the backend holds of failed jobs, as whoever looks at the queue may read it. */
async function whatIsKept(backend: Backend): Promise<string> {
  if (backend.kind === 'postgres') {
    const client = await openClient(backend.url);
    const { rows } = await client.query('SELECT to_jsonb(job) AS job FROM bullmq.job');
    const events = await client.query('SELECT data FROM bullmq.event');
    await client.end();
    return JSON.stringify([rows, events.rows]);
  }
  const redis = openRedis(backend.url);
  const kept: unknown[] = [];
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key);
    if (type === 'hash') kept.push(await redis.hgetall(key));
    if (type === 'stream') kept.push(await redis.xrange(key, '-', '+'));
  }
  redis.disconnect();
  return JSON.stringify(kept);
}
