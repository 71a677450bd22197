import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { removeFolder } from '#platform';
import { dataFolder } from '../support/data-folder.js';
import { askGraphql } from '../support/graphql.js';
import { AS_INSTALLED, runHub, startHub, type TestHub } from '../support/hub.js';
import { testLong } from '../support/long.js';

const SIZE = 600;
const ROWS = 1_500;

interface Funnel {
  edition: { receipt: { addsUp: boolean; steps: { name: string; count: number }[] } };
}

async function submissions(hub: TestHub): Promise<number> {
  const { edition } = await askGraphql<Funnel>(
    hub.address,
    '{ edition { receipt { addsUp steps { name count } } } }',
  );
  expect(edition.receipt.addsUp).toBe(true);
  return edition.receipt.steps.find((step) => step.name === 'Submissions')!.count;
}

/** Of all that the edition says: one row lost or counted twice makes another. */
async function editionHash(hub: TestHub): Promise<string> {
  const { edition } = await askGraphql<{ edition: { hash: string } }>(hub.address, '{ edition { hash } }');
  return edition.hash;
}

describe('killed without warning', () => {
  let dataDir: string;
  let hub: TestHub;
  beforeEach(() => void (dataDir = dataFolder('killed')));
  afterEach(async () => {
    await (hub as TestHub | undefined)?.stop();
    removeFolder(dataDir);
  });

  testLong(
    'in the middle of the first load, the next start finishes it: every submission once',
    async () => {
      const env = { HUB_DATA_DIR: dataDir };
      for (const after of [1_500, 3_000, 5_000]) {
        const child = spawn(process.execPath, ['apps/cli/bin/hub.mjs', 'demo', '--size', String(SIZE)], {
          env: { ...process.env, ...AS_INSTALLED, ...env },
          stdio: 'ignore',
        });
        await sleep(after);
        const gone = new Promise((resolve) => child.once('exit', resolve));
        if (child.exitCode === null) {
          child.kill('SIGKILL');
          await gone;
        }
      }
      const loaded = await runHub(env, ['demo', '--size', String(SIZE)]);
      expect(loaded.code).toBe(0);
      hub = await startHub({ dataDir });
      const mended = await editionHash(hub);
      await hub.stop();
      hub = await startHub({ demo: SIZE });
      expect(mended).toBe(await editionHash(hub));
      expect(await submissions(hub)).toBeGreaterThan(SIZE / 2);
      await hub.stop();
      const twice = await runHub(env, ['publish']);
      expect(twice.stdout).toMatch(/no new edition/i);
    },
    480_000,
  );

  it('after a delivery was acknowledged, each of its rows is there exactly once', async () => {
    hub = await startHub({ dataDir });
    const mapping = join(dataDir, 'mapping.json');
    await writeFile(
      mapping,
      JSON.stringify({
        engagement: { key: 'e', title: 'E' },
        columns: [{ as: 'question', column: 'text', key: 't' }],
      }),
    );
    await hub.quickly('agency', 'add', 'city', '--name', 'City', '--kind', 'council');
    await hub.quickly('agreement', 'add', 'city', 'now', '--basis', 'public task', '--from', '2020-01-01');
    const added = await hub.quickly(
      'source',
      'add',
      'survey',
      '--agency',
      'city',
      '--agreement',
      'now',
      '--connector',
      'spreadsheet',
      '--mapping',
      mapping,
    );
    const key = added.stdout.trim().split('\n').pop()!;
    let acknowledged = 0;
    for (const [round, wait] of [0, 60, 250].entries()) {
      const body = `text\n${Array.from({ length: ROWS }, (_, n) => `Round ${round} comment ${n} about dark streets`).join('\n')}\n`;
      const answer = await fetch(`${hub.address}/v1/sources/survey/deliveries`, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' },
      });
      expect(answer.status).toBe(202);
      acknowledged += ROWS;
      await sleep(wait);
      const gone = new Promise((resolve) => hub.process.once('exit', resolve));
      hub.process.kill('SIGKILL');
      await gone;
      hub = await startHub({ dataDir });
    }
    const published = await hub.hub('publish');
    expect([published.stdout, published.stderr].join('\n')).toMatch(/Edition 1 is published/);
    expect(await submissions(hub)).toBe(acknowledged);
  }, 480_000);
});
