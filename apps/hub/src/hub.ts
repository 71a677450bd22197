import 'reflect-metadata';

import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

import { assertPort, createLogger, openDatabase, type Settings } from '#platform';
import { migrateQueue } from '#queue';
import { Database, prepareDatabase, serverVersion } from '#store';

import { ApiModule } from '../../api/src/api.module.js';
import { NestLogger } from '../../api/src/nest-logger.js';
import { hubVersion } from '../../api/src/version.js';
import { prepareServer } from '../../api/src/server.js';
import { unreadableAddress } from '../../api/src/unknown-address.js';
import { acceptDeliveries } from '../../intake/src/bodies.js';
import { IntakeModule } from '../../intake/src/intake.module.js';
import { serveDescription } from '../../intake/src/openapi.js';
import { startBackground, type Background } from '../../worker/src/background.js';
import { serveDashboard } from './dashboard.js';

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

@Module({})
class HubModule {
  static over(databases: Databases, settings: Settings): DynamicModule {
    const { published, workbench } = databases;
    return {
      module: HubModule,
      imports: [
        IntakeModule.over(databases.intake),
        ApiModule.with({
          published,
          workbench,
          logger: createLogger('api', settings.logLevel),
          version: hubVersion(),
        }),
      ],
    };
  }
}

/** Start everything: database, migrations, queue, intake, API, pages and background jobs. */
export async function startHub(settings: Settings): Promise<RunningHub> {
  if (settings.port !== 0) await assertPort(settings.port, settings.host);
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
  const app = await listen(databases, settings);
  let background: Background | null = null;
  return {
    address: await app.getUrl(),
    databases,
    startBackground: async () => {
      background = await startBackground(settings, server.urlFor('worker'), databases);
    },
    stop: async () => {
      await app.close();
      await background?.stop();
      await Promise.all(Object.values(databases).map((db) => db.close()));
      await server.stop();
    },
  };
}

async function listen(databases: Databases, settings: Settings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    HubModule.over(databases, settings),
    new FastifyAdapter({
      logger: false,
      routerOptions: { maxParamLength: 200 },
      frameworkErrors: unreadableAddress,
    }),
    { bodyParser: false, logger: new NestLogger(createLogger('hub', settings.logLevel)) },
  );
  await prepareServer(app);
  await acceptDeliveries(app);
  serveDescription(app);
  await serveDashboard(app);
  await app.listen(settings.port, settings.host);
  return app;
}
