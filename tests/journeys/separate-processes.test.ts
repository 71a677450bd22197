import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort, removeFolder, temporaryFolder } from '#platform';

import { askGraphql } from '../support/graphql.js';
import { AS_INSTALLED, runHub } from '../support/hub.js';
import {
  describeIf,
  installedPostgres,
  installedRedis,
  startInstalledPostgres,
  startInstalledRedis,
  type InstalledServer,
} from '../support/installed.js';
import { push } from '../support/push.js';

/** Start one app from the build and wait for the line that says it works. */
async function startApp(app: string, env: Record<string, string>, ready: RegExp): Promise<ChildProcess> {
  const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`], {
    env: { ...process.env, ...AS_INSTALLED, ...env },
  });
  let written = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      written += String(chunk);
      if (ready.test(written)) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`${app} ended with ${code}: ${written.slice(-1500)}`)));
  });
  return child;
}

describeIf(
  installedPostgres() && installedRedis(),
  'intake, two workers and the API as processes of their own',
  () => {
    let postgres: InstalledServer;
    let redis: InstalledServer;
    let folder: string;
    let env: Record<string, string>;
    const processes: ChildProcess[] = [];

    beforeAll(async () => {
      [postgres, redis] = await Promise.all([
        startInstalledPostgres(installedPostgres()!),
        startInstalledRedis(installedRedis()!),
      ]);
      folder = temporaryFolder('apart');
      env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, HUB_DATA_DIR: folder };
    }, 150_000);
    afterAll(async () => {
      await Promise.all(
        processes.map(
          (child) =>
            new Promise((resolve) =>
              child.exitCode === null ? (child.once('exit', resolve), child.kill('SIGTERM')) : resolve(null),
            ),
        ),
      );
      await Promise.all([postgres.stop(), redis.stop()]);
      removeFolder(folder);
    }, 150_000);

    const hub = async (...words: string[]): Promise<string> => {
      const { code, stdout, stderr } = await runHub(env, words);
      if (code !== 0) throw new Error(stderr);
      return stdout;
    };

    it('bring a delivery from the push door to the figure that counts it', async () => {
      await hub('migrate');
      const [intakePort, apiPort] = [await freePort(), await freePort()];
      processes.push(
        ...(await Promise.all([
          startApp('intake', { ...env, PORT: String(intakePort) }, /listens on/),
          startApp('worker', env, /Worker runs/),
          startApp('worker', env, /Worker runs/),
          startApp('api', { ...env, PORT: String(apiPort) }, /listening on/),
        ])),
      );
      const mapping = join(folder, 'mapping.json');
      await writeFile(
        mapping,
        JSON.stringify({
          engagement: { key: 'e', title: 'E' },
          columns: [{ as: 'question', column: 'text', key: 't' }],
        }),
      );
      await hub('agency', 'add', 'city', '--name', 'City', '--kind', 'council');
      await hub('agreement', 'add', 'city', 'now', '--basis', 'public task', '--from', '2020-01-01');
      const key = (
        await hub(
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
        )
      )
        .trim()
        .split('\n')
        .pop()!;
      const files = 8;
      const pushes = Array.from({ length: files }, (_, file) =>
        push(`http://127.0.0.1:${intakePort}`, 'survey', key, {
          name: `file-${file}.csv`,
          mediaType: 'text/csv',
          bytes: `text\n${Array.from({ length: 50 }, (_, n) => `File ${file} comment ${n}: fly-tipping behind the shops`).join('\n')}\n`,
        }).then(({ body }) => body),
      );
      expect(await Promise.all(pushes)).toEqual(
        Array(files).fill(expect.objectContaining({ status: 'accepted', accepted: 50 })),
      );
      await hub('publish');
      type Answer = { edition: { receipt: { steps: { name: string; count: number }[] } } | null };
      for (let tries = 0; ; tries += 1) {
        const { edition } = await askGraphql<Answer>(
          `http://127.0.0.1:${apiPort}`,
          '{ edition { receipt { steps { name count } } } }',
        );
        const counted = edition?.receipt.steps.find((step) => step.name === 'Submissions')?.count;
        if (counted === files * 50) break;
        if (tries > 20) throw new Error(`counted ${counted}`);
        await sleep(500);
      }
    }, 300_000);
  },
);
