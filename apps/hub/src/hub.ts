import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { EditionFiles } from '#editions';
import { replayErasures } from '#facts';
import { ErasureJournal } from '#operations';
import { assertPort, measured, openDatabase, type Life, type Settings } from '#platform';
import { migrateQueue } from '#queue';
import { Database, prepareDatabase, serverVersion } from '#store';
import { openTraces } from '#tracing';

const ROLES = ['intake', 'worker', 'linker', 'published', 'workbench', 'owner'] as const;
type Databases = Record<(typeof ROLES)[number], Database>;

/** The whole hub in one process. */
export interface RunningHub {
  address: string;
  databases: Databases;
  /** Reports of the demonstration, where this hub has one. */
  bringReports(): Promise<void>;
  /** Background jobs and scheduled pulls; apart, so that a first load has the machine to itself. */
  startBackground(): Promise<void>;
}

/**
 * Start everything: database, migrations, queue, intake, API, pages and background jobs.
 * @param life ends the start between two steps, and closes in order what was opened: what is in hand is finished, and an
 *   embedded database that nobody else uses stops
 */
export async function startHub(settings: Settings, life: Life): Promise<RunningHub> {
  if (settings.port !== 0) await assertPort(settings.port, settings.host);
  if (settings.traces) life.atStop(await openTraces(settings.traces, 'hub'));
  // The frameworks take as long to load as the database to start: they do it at the same time.
  const http = import('./http.js');
  const server = await openDatabase(settings, serverVersion, { stopping: life.stopping });
  life.atStop(() => server.stop());
  life.goOn();
  await prepareDatabase(server);
  life.goOn();
  if (!settings.redisUrl) await migrateQueue(server.adminUrl);
  life.goOn();
  const opened = await Promise.all(
    ROLES.map(async (role) => {
      const db = await Database.open(server.urlFor(role), {
        name: `hub-${role}`,
        poolSize: role === 'owner' ? 1 : 4,
      });
      return [role, db] as const;
    }),
  );
  life.atStop(() => Promise.all(opened.map(([, db]) => db.close())));
  const databases = Object.fromEntries(opened) as Databases;
  const { dataDir } = settings;
  await replayErasures(databases.worker, new ErasureJournal(dataDir), new EditionFiles(dataDir));
  life.goOn();
  const metrics = await measured(settings, life);
  const app: NestFastifyApplication = await (await http).listen(databases, settings, metrics);
  life.atStop(() => app.close());
  return {
    address: await app.getUrl(),
    databases,
    bringReports: async () => {
      const { bringReports } = await import('./bring-reports.js');
      await bringReports(app, databases);
    },
    startBackground: async () => {
      const { startBackground } = await import('../../worker/src/background.js');
      const urls = { worker: server.urlFor('worker'), linker: server.urlFor('linker') };
      const background = await startBackground(settings, urls, databases, metrics);
      life.atStop(() => background.stop());
    },
  };
}
