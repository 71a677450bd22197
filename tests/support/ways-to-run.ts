import 'reflect-metadata';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { CountingClient } from '#editions';
import { readSettings } from '#platform';
import { Database } from '#store';

import { apiAdapter } from '../../apps/api/src/server.js';
import { compose } from '../../apps/hub/src/compose.js';
import { intakeAdapter } from '../../apps/intake/src/server.js';
import { intakeApp } from './intake-app.js';
import type { TestDatabase } from './database.js';
import type { Route } from './spelled.js';

/** A server with every route that it has. */
export interface Running {
  address: string;
  routes: readonly Route[];
  stop(): Promise<void>;
}

/** A proxy of this machine, so that a test can speak from many addresses. */
const PROXY = ['127.0.0.1'];

type Adapter = ReturnType<typeof apiAdapter>;

function listed(adapter: Adapter): Route[] {
  const routes: Route[] = [];
  adapter.getInstance().addHook('onRoute', ({ method, url: path }) => {
    for (const one of [method].flat()) routes.push({ method: one, path });
  });
  return routes;
}

const running = async (
  app: NestFastifyApplication,
  routes: Route[],
  databases: Database[],
): Promise<Running> => ({
  address: await app.getUrl(),
  routes,
  stop: async () => {
    await app.close();
    await Promise.all(databases.map((one) => one.close()));
  },
});

/** The hub behind one address, as `npm start` composes it, without the files of the dashboard. @param dataDir a folder of the test's own */
export async function wholeHub(database: TestDatabase, dataDir: string): Promise<Running> {
  const open = (role: 'intake' | 'published' | 'workbench') => Database.open(database.urlFor(role));
  const [intake, published, workbench] = await Promise.all([
    open('intake'),
    open('published'),
    open('workbench'),
  ]);
  const settings = {
    ...readSettings({ HUB_DATA_DIR: dataDir, LOG_LEVEL: 'error' }),
    port: 0,
    trustProxy: PROXY,
  };
  const adapter = apiAdapter(PROXY);
  const routes = listed(adapter);
  const counting = new CountingClient({ dataDir, program: 'none' });
  const app = await compose({ intake, published, workbench }, settings, counting, adapter);
  await app.listen(0, '127.0.0.1');
  return running(app, routes, [intake, published, workbench]);
}

/** The push door alone. */
export async function intakeApart(database: TestDatabase): Promise<Running> {
  const intake = await Database.open(database.urlFor('intake'));
  const adapter = intakeAdapter(PROXY);
  const routes = listed(adapter);
  return running(await intakeApp(intake, adapter), routes, [intake]);
}
