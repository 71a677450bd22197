import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { demoSources, type Portal } from '#demo';

import { removeFolder, temporaryFolder } from '#platform';
import { askGraphql } from '../support/graphql.js';
import { startHub, type CommandResult, type TestHub } from '../support/hub.js';
import {
  describeIf,
  installedRedis,
  startInstalledRedis,
  type InstalledServer,
} from '../support/installed.js';
import { push } from '../support/push.js';
import { smallPortal } from '../support/small-portal.js';

/** A comment that nobody else makes, so that the figure which counts it is told apart from all others. */
const PUSHED =
  'ref,text,where\nP-1,Someone is dealing drugs on the corner every night,Drake\nP-2,N/A,Drake\n';
const PUSH_MAPPING = {
  engagement: { key: 'doorstep', title: 'Doorstep talks', kind: 'conversation', participation: 'engagement' },
  columns: [
    { as: 'submission-id', column: 'ref' },
    { as: 'question', column: 'text', key: 'text' },
    { as: 'place', column: 'where' },
  ],
};

interface Counts {
  hash: string;
  pushed: number;
  pulled: number;
  /** The edition's exact account, from records received to people. */
  steps: Step[];
}

/** From an empty hub to an edition that counts one response that was pushed and those that were pulled. */
async function journey(portal: Portal, env: Record<string, string>): Promise<Counts> {
  const folder = temporaryFolder('journey');
  const hub = await startHub({ env: { HUB_ALLOW_PRIVATE_PULL: 'on', ...env } });
  try {
    const key = await takeOn(hub, portal, folder);
    await pushTwo(hub, key);
    await untilPulled(hub);
    const first = ok(await hub.hub('publish'));
    expect(first).toMatch(/Edition 1 is published/);
    expect(ok(await hub.hub('publish'))).toMatch(/no new edition/i);
    return await counted(hub);
  } finally {
    await hub.stop();
    removeFolder(folder);
  }
}

const ok = ({ code, stdout, stderr }: CommandResult): string => {
  expect(stderr.replaceAll(/\(node:.*\n.*\n/g, '')).toBe('');
  expect(code).toBe(0);
  return stdout;
};

async function takeOn(hub: TestHub, portal: Portal, folder: string): Promise<string> {
  const platform = demoSources(portal.address).sources.find((source) => source.code === 'council-platform')!;
  const [pulled, pushed] = [join(folder, 'pulled.json'), join(folder, 'pushed.json')];
  await writeFile(pulled, JSON.stringify(platform.mapping));
  await writeFile(pushed, JSON.stringify(PUSH_MAPPING));
  for (const [agency, kind] of [
    ['city', 'council'],
    ['carers', 'vcs'],
  ] as const) {
    ok(await hub.quickly('agency', 'add', agency, '--name', agency, '--kind', kind));
    ok(
      await hub.quickly('agreement', 'add', agency, 'now', '--basis', 'public task', '--from', '2020-01-01'),
    );
  }
  ok(await hub.quickly('source', 'add', 'platform', '--agency', 'city', '--agreement', 'now', '--connector', platform.connector,
    '--mapping', pulled, '--pull', platform.pullAddress!, '--schedule', '*/5 * * * * *')); // prettier-ignore
  const added = ok(
    await hub.quickly(
      'source',
      'add',
      'doorstep',
      '--agency',
      'carers',
      '--agreement',
      'now',
      '--connector',
      'spreadsheet',
      '--mapping',
      pushed,
    ),
  );
  return added.trim().split('\n').pop()!;
}

async function pushTwo(hub: TestHub, key: string): Promise<void> {
  const file = { name: 'doorstep.csv', mediaType: 'text/csv', bytes: PUSHED };
  const { status, body } = await push(hub.address, 'doorstep', key, file);
  expect(status).toBe(200);
  expect(body).toMatchObject({ status: 'accepted', rows: 2, accepted: 2 });
}

/** The schedule is found within half a minute and the pull follows. */
async function untilPulled(hub: TestHub): Promise<void> {
  for (let waited = 0; waited < 90; waited += 1) {
    // Two were pushed; how fresh a source is now is told to its own agency alone.
    const { submissions } = JSON.parse(ok(await hub.quickly('status', '--json'))) as { submissions: number };
    if (submissions > 2) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error(`nothing was pulled: ${hub.output().slice(-1500)}`);
}

interface Step {
  name: string;
  count: number;
  note: string | null;
}

async function counted(hub: TestHub): Promise<Counts> {
  const account = '{ edition { hash receipt { addsUp steps { name count note } } } }';
  type Account = { edition: { hash: string; receipt: { addsUp: boolean; steps: Step[] } } };
  const { edition } = await askGraphql<Account>(hub.address, account);
  const { addsUp, steps } = edition.receipt;
  expect(addsUp).toBe(true);
  const submissions = steps.find((step) => step.name === 'Submissions')!;
  expect(submissions.note).toMatch(/[1-9]\d* with free text, [1-9]\d* of them in a theme/);
  // Two submissions are too few to show, and so is what stands beside them: no table of either agency is told.
  const figures =
    'query Q($agency: [String!]) { figures(report: "themes-by-community", filter: { agency: $agency }) { note } }';
  await expect(askGraphql(hub.address, figures, { agency: ['carers'] })).rejects.toThrow(/Too few people/);
  return { hash: edition.hash, pushed: 2, pulled: submissions.count - 2, steps };
}

describeIf(installedRedis(), 'one response, from push and from pull to the figure that counts it', () => {
  let portal: Portal;
  let redis: InstalledServer;
  beforeAll(async () => {
    [portal, redis] = await Promise.all([smallPortal(), startInstalledRedis(installedRedis()!)]);
  });
  afterAll(async () => {
    await Promise.all([portal.close(), redis.stop()]);
  });

  it('is the same on PostgreSQL alone and with Redis, to the hash of the edition', async () => {
    const [alone, withRedis] = [await journey(portal, {}), await journey(portal, { REDIS_URL: redis.url })];
    expect(alone.pulled).toBeGreaterThan(50);
    expect(withRedis).toEqual(alone);
  }, 600_000);
});
