import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { freePort, openEmbedded } from '#platform';
import { QueueClient } from '#queue';
import { endClient, openClient } from '#store';

import { startHub, type TestHub } from '../support/hub.js';
import { ok, push, takeOnSource } from '../support/push.js';

/** What an operator does at a terminal, with the hub running. */
describe('at a terminal', () => {
  let hub: TestHub;
  let submissions: string[];
  let metrics: string;
  const ask = async <Row>(sql: string): Promise<Row[]> => {
    const database = await openEmbedded(hub.dataDir);
    const client = await openClient(database.adminUrl);
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await endClient(client);
      await database.stop();
    }
  };

  beforeAll(async () => {
    metrics = `127.0.0.1:${await freePort()}`;
    hub = await startHub({ env: { HUB_METRICS: metrics } });
    await ok(hub, 'agency', 'add', 'city', '--name', 'City', '--kind', 'council');
    await ok(hub, 'agreement', 'add', 'city', 'now', '--basis', 'public task', '--from', '2020-01-01');
    const key = await takeOnSource(hub, 'city', 'survey', {
      engagement: { key: 'street', title: 'Your street' },
      columns: [
        { as: 'submission-id', column: 'ref' },
        { as: 'question', column: 'text', key: 't' },
      ],
    });
    const { body } = await push(hub.address, 'survey', key, {
      name: 'survey.csv',
      bytes: 'ref,text\n1,It is dark\n2,There is litter\n',
      mediaType: 'text/csv',
    });
    expect(body).toMatchObject({ status: 'accepted', accepted: 2 });
    const held = await push(hub.address, 'survey', key, { name: 'other.csv', bytes: 'a,b\n1,2\n' });
    expect(held.body).toMatchObject({ status: 'held' });
    submissions = (
      await ask<{ id: string }>('SELECT id FROM engagement.submission ORDER BY external_id')
    ).map(({ id }) => id);
  }, 450_000);
  afterAll(() => hub?.stop(), 180_000);

  it('the state of the hub is a page of lines: what waits, who works, what there is room for', async () => {
    const said = await ok(hub, 'status');
    expect(said).toMatch(/^edition +none yet$/m);
    expect(said).toMatch(/^submissions +2; /m);
    expect(said).toMatch(/^deliveries +0 not read, 1 held for a person, 0 refused within a week$/m);
    expect(said).toMatch(/^workers .* rows \d+ s ago/m);
    expect(said).toMatch(/^given up +nothing$/m);
    expect(said).toMatch(/^database +PostgreSQL 18$/m);
    expect(JSON.parse(await ok(hub, 'status', '--json'))).toMatchObject({
      submissions: 2,
      held: 1,
      received: 0,
    });
  }, 150_000);

  it('Prometheus is told the same in numbers, and nobody’s name', async () => {
    await fetch(`${hub.address}/health`);
    const told = await (await fetch(`http://${metrics}/metrics`)).text();
    expect(told).toMatch(/^hub_deliveries\{state="held"\} 1$/m);
    expect(told).toMatch(/^hub_submissions 2$/m);
    expect(told).toMatch(/^hub_jobs\{job="standardise",state="failed"\} 0$/m);
    expect(told).toMatch(/^hub_http_answer_seconds_count\{door="health",method="GET",status="2xx"\} \d+$/m);
    expect(told).toMatch(
      /^hub_http_answer_seconds_count\{door="deliveries",method="POST",status="2xx"\} 2$/m,
    );
    expect(told).not.toMatch(/city|survey|street/);
    expect((await fetch(`${hub.address}/metrics`)).headers.get('content-type')).not.toMatch(
      /openmetrics|version=0/,
    );
  }, 150_000);

  it('a file larger than a delivery may be is refused by its name and size, and not read', async () => {
    const path = join(hub.dataDir, 'large.csv');
    writeFileSync(path, 'ref,text\n');
    truncateSync(path, 1024 ** 3);
    const { code, stderr } = await hub.hub('deliver', 'survey', path);
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining('large.csv: 1,024 MB, and a delivery takes 200 MB.'),
    ]);
  });

  it('what was given up is listed with why and with its delivery, and is done again when told', async () => {
    const database = await openEmbedded(hub.dataDir);
    const queue = await QueueClient.open({ kind: 'postgres', url: database.urlFor('worker') });
    // A connector that takes files only can't be told to pull.
    await ask(`UPDATE intake.source SET pull_address = 'https://example.org/answers' WHERE code = 'survey'`);
    await queue.add('pull', { source: 'survey' }, { jobId: 'planted-1' });
    for (let tries = 0; (await queue.counts('pull')).failed === 0 && tries < 60; tries++)
      await new Promise((resolve) => setTimeout(resolve, 250));
    await queue.add('standardise', { delivery: 2 }, { jobId: 'planted-2', delayMs: 3_600_000 });
    const said = await ok(hub, 'jobs');
    const lines = said.split('\n');
    expect(lines[0]).toMatch(
      /^failed +pull planted-1 source survey +asked 20\S+, 1 try, the last: cannot-pull, at 20/,
    );
    expect(said).toMatch(/^delayed +standardise planted-2 delivery 2 +asked /m);
    expect(said).toMatch(/^ +delivery 2 of survey is held \([a-z-]+\): ./m);
    expect((await hub.hub('jobs', 'retry', 'pull', 'planted-9')).stderr).toMatch(
      /No pull of the number planted-9 was given up/,
    );
    expect((await hub.hub('jobs', 'retry', 'pulls', '1')).stderr).toMatch(
      /There is no job called pulls; there are: /,
    );
    expect(await ok(hub, 'jobs', 'retry', '--all')).toMatch(/It is done again/);
    for (let tries = 0; tries < 60; tries++) {
      const [again] = await queue.look(['failed']);
      if (again && again.at!.getTime() > Date.parse(/at (20\S+)$/.exec(lines[0]!)![1]!)) break;
      expect(tries).toBeLessThan(59);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await queue.close();
    await database.stop();
  }, 300_000);

  it('an erasure says first what would go, asks, and takes nothing without a yes', async () => {
    const count = async (): Promise<number> => (await ask('SELECT FROM engagement.submission')).length;
    const dry = await ok(hub, 'erase', submissions[0]!, '--dry-run');
    expect(dry).toMatch(
      /^1 submission would go, with all that hangs on it:\n {2}city \/ survey {2}1 submission of 1 person/,
    );
    expect(dry).toMatch(/\nNothing was erased\.\n$/);
    expect(dry).not.toMatch(/dark|litter/);
    const unasked = await hub.hub('erase', submissions[0]!);
    expect(unasked).toMatchObject({ code: 1 });
    expect(unasked.stderr).toMatch(/Nothing was erased\. With --yes it is not asked/);
    expect(await count()).toBe(2);
    expect(await ok(hub, 'erase', submissions[0]!, '--yes')).toMatch(/The submission is erased\./);
    expect(await count()).toBe(1);
    expect((await hub.hub('erase', submissions[0]!, '--dry-run')).stderr).toMatch(
      /There is no submission of that id/,
    );
  }, 300_000);
});
