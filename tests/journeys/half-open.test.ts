import { setTimeout as sleep } from 'node:timers/promises';

import { startHub, type TestHub } from '../support/hub.js';
import {
  describeIf,
  installedPostgres,
  installedRedis,
  startInstalledPostgres,
  startInstalledRedis,
  type InstalledServer,
} from '../support/installed.js';
import { ok, push, takeOnSource } from '../support/push.js';
import { silentProxy, through, type SilentProxy } from '../support/silent-proxy.js';

const MAPPING = {
  engagement: { key: 'street', title: 'Your street' },
  columns: [{ as: 'question', column: 'text', key: 't' }],
};

interface Health {
  status: string;
  database: string;
  queue: string;
}

/** A hub whose PostgreSQL and Redis are behind a way that can fall silent or break. */
describeIf(installedPostgres() && installedRedis(), 'a hub whose connections are half open', () => {
  let servers: InstalledServer[];
  let ways: { database: SilentProxy; redis: SilentProxy };
  let hub: TestHub;
  let key: string;

  beforeAll(async () => {
    const [postgres, redis] = await Promise.all([
      startInstalledPostgres(installedPostgres()!),
      startInstalledRedis(installedRedis()!),
    ]);
    servers = [postgres, redis];
    const [database, queue] = await Promise.all(
      servers.map(({ url }) => silentProxy({ port: Number(new URL(url).port) })),
    );
    ways = { database: database!, redis: queue! };
    hub = await startHub({
      env: { DATABASE_URL: through(postgres.url, ways.database), REDIS_URL: through(redis.url, ways.redis) },
    });
    await ok(hub, 'agency', 'add', 'city', '--name', 'City', '--kind', 'council');
    await ok(hub, 'agreement', 'add', 'city', 'now', '--basis', 'public task', '--from', '2020-01-01');
    key = await takeOnSource(hub, 'city', 'survey', MAPPING);
  }, 450_000);
  afterAll(async () => {
    await hub?.stop();
    await Promise.all([ways?.database.stop(), ways?.redis.stop()]);
    await Promise.all((servers ?? []).map((server) => server.stop()));
  }, 300_000);

  const deliver = (name: string): ReturnType<typeof push> =>
    push(hub.address, 'survey', key, { name, bytes: `text\n${name}: it is dark\n`, mediaType: 'text/csv' });
  /** Sends the same until it is said to be read. @returns how often it took */
  const delivered = async (name: string): Promise<number> => {
    for (let tries = 1; ; tries++) {
      const { status, body } = await deliver(name);
      if (status < 500 && body.status === 'accepted') return tries;
      await sleep(1_000);
    }
  };
  const health = async (): Promise<Health> => (await (await fetch(`${hub.address}/health`)).json()) as Health;
  const until = async (what: (told: Health) => boolean, seconds: number): Promise<number> => {
    const began = Date.now();
    for (;;) {
      const told = await health();
      if (what(told)) return Date.now() - began;
      if (Date.now() - began > seconds * 1_000) throw new Error(JSON.stringify(told));
      await sleep(500);
    }
  };

  it('works on what arrived once a cut connection is back', async () => {
    await delivered('first.csv');
    ways.database.cut();
    ways.redis.cut();
    expect(await delivered('second.csv')).toBeLessThanOrEqual(10);
  }, 300_000);

  it('tells so, and goes on by itself within the minute', async () => {
    ways.database.turn('half-open');
    ways.redis.turn('half-open');
    const began = Date.now();
    await until(({ status }) => status !== 'ok', 15);
    for (;;) {
      const { status, body } = await deliver('third.csv').catch(() => ({
        status: 503,
        body: {} as { status?: string },
      }));
      if (status < 500 && body.status === 'accepted') break;
      expect(Date.now() - began).toBeLessThan(75_000);
      await sleep(1_000);
    }
    await until(({ status }) => status === 'ok', 60);
    console.log(`half open: delivery read again after ${Math.round((Date.now() - began) / 1_000)} s`);
  }, 450_000);

  it('hears SIGTERM although nobody answers it any more', async () => {
    ways.database.turn('silent');
    ways.redis.turn('silent');
    expect(await until(({ database }) => database === 'away', 15)).toBeLessThan(15_000);
    const ended = new Promise<number | null>((resolve) => void hub.process.once('exit', resolve));
    const began = Date.now();
    hub.process.kill('SIGTERM');
    expect(await ended).toBe(0);
    const took = Date.now() - began;
    console.log(`silent: ended ${Math.round(took / 1_000)} s after SIGTERM`);
    expect(took).toBeLessThan(60_000);
  }, 300_000);
});
