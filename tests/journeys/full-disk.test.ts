import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startHub, type TestHub } from '../support/hub.js';
import { ok, push, takeOnSource, type PushAnswer } from '../support/push.js';
import { smallDisk, type SmallDisk } from '../support/small-disk.js';

const disk = smallDisk(320);
if (!disk) process.stdout.write('a full disk ... skipped: this account may not mount one\n');
afterAll(() => disk?.remove(), 60_000);

(disk ? describe : describe.skip)('a full disk', () => {
  const { fill, makeRoom, folder } = disk ?? ({} as SmallDisk);
  let hub: TestHub;
  let key: string;
  let accepted = 0;
  beforeAll(async () => {
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir, { mode: 0o711 });
    hub = await startHub({ dataDir });
    await ok(hub, 'agency', 'add', 'city', '--name', 'City', '--kind', 'council');
    await ok(hub, 'agreement', 'add', 'city', 'now', '--basis', 'public task', '--from', '2020-01-01');
    key = await takeOnSource(hub, 'city', 'survey', {
      engagement: { key: 'street', title: 'Your street' },
      columns: [
        { as: 'submission-id', column: 'ref' },
        { as: 'question', column: 'text', key: 't' },
      ],
    });
  }, 450_000);
  afterAll(async () => {
    // A database without room for its last checkpoint takes its time to end.
    makeRoom?.();
    await hub?.stop();
  }, 150_000);

  /** A delivery of so many kB that no compression makes smaller. */
  const deliver = (name: string, kilobytes: number): Promise<PushAnswer> => {
    const rows = Array.from(
      { length: kilobytes },
      (_, n) => `${name}-${n},It is dark ${randomBytes(480).toString('hex')}`,
    );
    return push(hub.address, 'survey', key, {
      name: `${name}.csv`,
      bytes: `ref,text\n${rows.join('\n')}\n`,
      mediaType: 'text/csv',
    });
  };

  it('is told with 507 and when to come again, and health says so', async () => {
    expect((await deliver('before', 5)).body).toMatchObject({ status: 'accepted' });
    accepted++;
    fill(1_000_000);
    const answers: PushAnswer[] = [];
    for (let number = 0; number < 5; number++) answers.push(await deliver(`full${number}`, 3_000));
    const told = answers.filter(({ status }) => status >= 400);
    expect(told.length).toBeGreaterThan(0);
    // A server that falls over its full disk is away for a moment; what is acknowledged is kept.
    for (const { status, headers, body, text } of told) {
      expect([503, 507, text]).toContain(status);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(['no-room', 'busy']).toContain(body.code);
    }
    const full = told.find(({ status }) => status === 507);
    expect(full?.body.detail).toMatch(/disk is full: nothing of this was kept/);
    accepted += answers.length - told.length;
    const health = (await (await fetch(`${hub.address}/health`)).json()) as { disk: string };
    expect(health.disk).toBe('full');
  }, 450_000);

  it('heals as soon as there is room: the same is taken, and nothing that was acknowledged is missing', async () => {
    makeRoom();
    let answer: PushAnswer | null = null;
    for (let tries = 0; tries < 60; tries++) {
      answer = await deliver('after', 100).catch(() => null);
      if (answer && answer.status < 400) break;
      await sleep(1_000);
    }
    accepted++;
    for (let tries = 0; ; tries++) {
      const { received, held, refused } = JSON.parse(await ok(hub, 'status', '--json')) as Record<
        string,
        number
      >;
      if (received === 0) {
        expect({ held, refused }).toEqual({ held: 0, refused: 0 });
        break;
      }
      expect(tries).toBeLessThan(60);
      await sleep(2_000);
    }
    const counted = await ok(hub, 'status', '--json');
    expect((JSON.parse(counted) as { submissions: number }).submissions).toBeGreaterThanOrEqual(105);
    expect(accepted).toBeGreaterThanOrEqual(2);
  }, 600_000);
});
