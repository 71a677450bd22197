import { EditionFiles } from '#editions';
import { replayErasures } from '#facts';
import { ErasureJournal } from '#operations';
import { measured, openDatabase, readSettings, runMain, type Settings } from '#platform';
import { migrateQueue } from '#queue';
import { Database, prepareDatabase, serverVersion } from '#store';
import { openTraces } from '#tracing';

import { startBackground } from './background.js';

/** Background jobs alone. Any number of copies may run against one database and one Redis. */
await runMain('worker', async (life) => {
  const settings = readSettings();
  if (settings.traces) life.atStop(await openTraces(settings.traces, 'worker'));
  const server = await openDatabase(settings, serverVersion, { stopping: life.stopping });
  life.atStop(() => server.stop());
  life.goOn();
  // With an address for each role and none for the owner, somebody else has run `npx hub migrate`.
  if (ownsDatabase(settings)) {
    await prepareDatabase(server);
    if (!settings.redisUrl) await migrateQueue(server.adminUrl);
  }
  const urls = { worker: server.urlFor('worker'), linker: server.urlFor('linker') };
  const worker = await Database.open(urls.worker, { name: 'hub-worker' });
  life.atStop(() => worker.close());
  const { dataDir } = settings;
  await replayErasures(worker, new ErasureJournal(dataDir), new EditionFiles(dataDir));
  const linker = await Database.open(urls.linker, { name: 'hub-linker', poolSize: 2 });
  life.atStop(() => linker.close());
  life.goOn();
  const metrics = await measured(settings, life);
  const background = await startBackground(settings, urls, { worker, linker }, metrics);
  life.atStop(() => background.stop());
  life.goOn();
  process.stdout.write('Worker runs\n');
});

function ownsDatabase({ databaseUrl, roleUrls }: Settings): boolean {
  return databaseUrl !== null || Object.keys(roleUrls).length === 0;
}
