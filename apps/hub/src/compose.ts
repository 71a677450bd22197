import 'reflect-metadata';

import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import type { CountingClient } from '#editions';
import { createLogger, type Settings, warnOfUnsaidAddress } from '#platform';
import type { Database } from '#store';

import { ApiModule } from '../../api/src/api.module.js';
import { nestLogger } from '../../api/src/nest-logger.js';
import { apiAdapter, prepareServer } from '../../api/src/server.js';
import { hubVersion } from '../../api/src/version.js';
import { acceptDeliveries } from '../../intake/src/bodies.js';
import { IntakeModule } from '../../intake/src/intake.module.js';
import { serveDescription } from '../../intake/src/openapi.js';

/** The roles whose rights the doors have. */
export type Databases = Record<'intake' | 'published' | 'workbench', Database>;

@Module({})
class HubModule {
  static over(databases: Databases, settings: Settings, counting: CountingClient): DynamicModule {
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
          counting: () => counting.health(),
          dataDir: settings.dataDir,
          mail: settings.mail !== null,
          address: settings.address,
        }),
      ],
    };
  }
}

/** Intake and API behind one address, with all that guards them; it does not listen yet. */
export async function compose(
  databases: Databases,
  settings: Settings,
  counting: CountingClient,
  adapter = apiAdapter(settings.trustProxy),
): Promise<NestFastifyApplication> {
  const logger = createLogger('hub', settings.logLevel);
  warnOfUnsaidAddress(settings, logger);
  const app = await NestFactory.create<NestFastifyApplication>(
    HubModule.over(databases, settings, counting),
    adapter,
    { bodyParser: false, logger: nestLogger(logger) },
  );
  await prepareServer(app);
  await acceptDeliveries(app);
  serveDescription(app);
  return app;
}
