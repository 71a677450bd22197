import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { assertPort, openDatabase, type Settings } from '#platform';
import { migrateQueue } from '#queue';
import { Database, prepareDatabase, serverVersion } from '#store';

import type { Background } from '../../worker/src/background.js';

const ROLES = ['intake', 'worker', 'linker', 'published', 'workbench', 'owner'] as const;
type Databases = Record<(typeof ROLES)[number], Database>;

/** The whole hub in one process. */
export interface RunningHub {
  address: string;
  databases: Databases;
  /** Background jobs and scheduled pulls; apart, so that a first load has the machine to itself. */
  startBackground(): Promise<void>;
  /** Finishes what is in hand, then stops; an embedded database that nobody else uses stops with it. */
  stop(): Promise<void>;
}

/** Start everything: database, migrations, queue, intake, API, pages and background jobs. */
export async function startHub(settings: Settings): Promise<RunningHub> {
  if (settings.port !== 0) await assertPort(settings.port, settings.host);
  // The frameworks take as long to load as the database to start: they do it at the same time.
  const http = import('./http.js');
  const server = await openDatabase(settings, serverVersion);
  await prepareDatabase(server);
  if (!settings.redisUrl) await migrateQueue(server.adminUrl);
  const opened = await Promise.all(
    ROLES.map(
      async (role) =>
        [
          role,
          await Database.open(server.urlFor(role), {
            name: `hub-${role}`,
            poolSize: role === 'owner' ? 1 : 4,
          }),
        ] as const,
    ),
  );
  const databases = Object.fromEntries(opened) as Databases;
  const app: NestFastifyApplication = await (await http).listen(databases, settings);
  let background: Background | null = null;
  return {
    address: await app.getUrl(),
    databases,
    startBackground: async () => {
      const { startBackground } = await import('../../worker/src/background.js');
      const urls = { worker: server.urlFor('worker'), linker: server.urlFor('linker') };
      background = await startBackground(settings, urls, databases);
    },
    stop: async () => {
      await app.close();
      await background?.stop();
      await Promise.all(Object.values(databases).map((db) => db.close()));
      await server.stop();
    },
  };
}
