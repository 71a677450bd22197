import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { publishEdition } from '#facts';
import { onceFinished, resolveHeld } from '#pipeline';
import { openDatabase, removeFolder, temporaryFolder } from '#platform';
import { addAgency, Database, serverVersion } from '#store';

import { SOURCES, stormDeliveries, type StormDelivery } from './storm/deliveries.js';
import { StormHub } from './storm/processes.js';
import { SMALL_FORM, takeOnSource } from './support/take-on.js';

/**
 * `--deliveries 300 --kills 40 --seeds 1,2,3 --workers 1 [--redis redis://...]`: the same deliveries, with repeats and corrections,
 * into a hub that is left alone and into one whose processes are killed all the while. Both must end in the same edition.
 */
const said = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1]!;
};
const options = {
  deliveries: Number(said('deliveries', '300')),
  kills: Number(said('kills', '40')),
  everyMs: Number(said('every-ms', '3000')),
  workers: Number(said('workers', '1')),
  redis: said('redis', '') || null,
};
interface Ending {
  hash: string | null;
  submissions: number;
  kills: number;
  seconds: number;
}

async function through(
  seed: number,
  { kills, workers, redis }: { kills: number; workers: number; redis: string | null },
): Promise<Ending> {
  const dataDir = temporaryFolder('storm');
  const began = performance.now();
  const hub = await StormHub.start(dataDir, { workers, redis });
  const server = await openDatabase({ dataDir, databaseUrl: null, roleUrls: {} }, serverVersion);
  const worker = await Database.open(server.urlFor('worker'), { name: 'storm' });
  const linker = await Database.open(server.urlFor('linker'), { name: 'storm', poolSize: 2 });
  try {
    const keys = await takeOn(worker);
    const files = stormDeliveries(seed, options.deliveries);
    const storm = hub.storm(seed, kills, options.everyMs);
    for (const wave of ['first', 'correction'] as const) {
      for (const file of files.filter((one) => one.wave === wave)) await send(hub.address, keys, file);
      await untilRead(worker);
      if (wave === 'correction') await replaceHeld(worker);
    }
    await storm;
    await untilRead(worker);
    const { hash } = await onceFinished({ worker, linker }, () => publishEdition(worker));
    const [row] = await worker.query<{ n: number }>('SELECT count(*)::int AS n FROM engagement.submission');
    return {
      hash,
      submissions: row!.n,
      kills: hub.kills.done,
      seconds: Math.round((performance.now() - began) / 1_000),
    };
  } finally {
    await hub.stop();
    await Promise.all([worker.close(), linker.close()]);
    await server.stop();
    removeFolder(dataDir);
  }
}

async function takeOn(db: Database): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const source of SOURCES) {
    const agency = source.replace('storm-', '');
    await addAgency(db, { code: agency, name: `Demonstration ${agency}`, kind: agency as 'council' });
    const key = randomBytes(24).toString('hex');
    const engagement = { key: 'storm', title: 'Storm', kind: 'survey' };
    await takeOnSource(db, { code: source, agency, key, ...SMALL_FORM, engagement });
    keys.set(source, key);
  }
  return keys;
}

/** As a partner's system does: until it is acknowledged. */
async function send(
  address: string,
  keys: ReadonlyMap<string, string>,
  { source, name, text }: StormDelivery,
): Promise<void> {
  for (;;) {
    const response = await fetch(`${address}/v1/sources/${source}/deliveries`, {
      method: 'POST',
      body: text,
      headers: {
        authorization: `Bearer ${keys.get(source)}`,
        'content-type': 'text/csv',
        'content-disposition': `attachment; filename="${name}"`,
      },
    }).catch(() => null);
    if (response?.ok) return;
    if (response && response.status < 500 && response.status !== 429)
      throw new Error(`refused: ${response.status} ${await response.text()}`);
    await sleep(300);
  }
}

async function untilRead(db: Database): Promise<void> {
  for (;;) {
    const [row] = await db.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM intake.delivery WHERE status = 'received'`,
    );
    if (row!.n === 0) return;
    await sleep(500);
  }
}

async function replaceHeld(db: Database): Promise<void> {
  const held = await db.query<{ id: number }>(
    `SELECT id::int AS id FROM intake.delivery WHERE status = 'held' ORDER BY id`,
  );
  for (const { id } of held) {
    const answer = await resolveHeld(db, id, 'replace', null);
    if (!answer.ok) throw new Error(`delivery ${id}: ${answer.error.reason}`);
  }
}

let different = 0;
for (const seed of said('seeds', '1,2,3').split(',').map(Number)) {
  const calm = await through(seed, { kills: 0, workers: 1, redis: null });
  const wild = await through(seed, {
    kills: options.kills,
    workers: options.workers,
    // A database of its own for each seed: the numbers of jobs begin anew with every hub.
    redis: options.redis && `${options.redis}/${seed}`,
  });
  const same = calm.hash === wild.hash && calm.submissions === wild.submissions;
  if (!same) different++;
  process.stdout.write(
    `seed ${seed}: calm ${JSON.stringify(calm)} storm ${JSON.stringify(wild)} ${same ? 'the same' : 'DIFFERENT'}\n`,
  );
}
process.exitCode = different;
