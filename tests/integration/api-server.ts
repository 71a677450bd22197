import 'reflect-metadata';
import type { Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '#platform';
import type { AccountRole } from '#domain';
import { addAccount, createSignInLink, Database, shutOut } from '#store';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { nestLogger } from '../../apps/api/src/nest-logger.js';
import { apiAdapter, prepareServer } from '../../apps/api/src/server.js';
import { signIn as pressToSignIn } from '../support/graphql.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

export interface Answer {
  status: number;
  // Tests look into answers freely: a wrong guess fails the test.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  /** The answer as it went over the wire. */
  raw: string;
}

export interface Route {
  method: string;
  path: string;
}

/** The API over a database of the test's own, on a free port of this machine. */
export interface TestApi {
  database: TestDatabase;
  /** e.g. `http://127.0.0.1:34567` */
  address: string;
  ask(query: string, options?: { variables?: Record<string, unknown>; as?: string }): Promise<Answer>;
  /** Makes an account and signs it in. @returns the cookie */
  signIn(name: string, roles: AccountRole[], agencies: string[]): Promise<string>;
  /** A link's secret, not used yet. */
  link(name: string, minutes?: number): Promise<string>;
  shutOut(name: string, remove: boolean): Promise<void>;
  /** Every address that it answers, as its routes are written: `/read/wards/:code`. */
  routes: readonly Route[];
  /** Everything that was logged. */
  log(): string;
  stop(): Promise<void>;
}

/**
 * @param plant fills the database before the API starts
 * @param beside resolvers of the test's own, served beside the API's
 */
export async function startApi(
  plant: (database: TestDatabase) => Promise<void>,
  beside: Provider[] = [],
  trustProxy: readonly string[] = [],
): Promise<TestApi> {
  const database = await testDatabase();
  await plant(database);
  const api = await serveApi(database, beside, trustProxy);
  return {
    ...api,
    stop: async () => {
      await api.stop();
      await database.drop();
    },
  };
}

/** The API over a database that stays when it stops: one started anew remembers nothing. */
export async function serveApi(
  database: TestDatabase,
  beside: Provider[] = [],
  trustProxy: readonly string[] = [],
): Promise<TestApi> {
  const owner = await Database.open(database.urlFor('owner'));
  const published = await Database.open(database.urlFor('published'));
  const workbench = await Database.open(database.urlFor('workbench'));
  const lines: string[] = [];
  const logger = createLogger('api', 'debug', (line) => void lines.push(line));
  const api = ApiModule.with({ published, workbench, logger, version: '0.0.0' });
  const whole = { module: class {}, imports: [api], providers: beside };
  const adapter = apiAdapter(trustProxy);
  const routes: Route[] = [];
  adapter.getInstance().addHook('onRoute', ({ method, url: path }) => {
    for (const one of [method].flat()) routes.push({ method: one, path });
  });
  const app = await NestFactory.create<NestFastifyApplication>(whole, adapter, {
    bodyParser: false,
    logger: nestLogger(logger),
    abortOnError: false,
  });
  await prepareServer(app);
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();

  const link = (name: string, minutes = 5): Promise<string> => createSignInLink(owner, name, minutes);
  return {
    database,
    address,
    link,
    routes,
    shutOut: (name, remove) => shutOut(owner, name, remove),
    log: () => lines.join(''),
    ask: async (query, { variables = {}, as } = {}) => {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(as ? { cookie: as } : {}) },
        body: JSON.stringify({ query, variables }),
      });
      const raw = await response.text();
      const { data, errors = [] } = JSON.parse(raw) as Pick<Answer, 'data' | 'errors'>;
      return { status: response.status, data, errors, raw };
    },
    signIn: async (name, roles, agencies) => {
      await addAccount(owner, { name, roles, agencies });
      return pressToSignIn(`${address}/sign-in?token=${await link(name)}`);
    },
    stop: async () => {
      await app.close();
      await Promise.all([owner, published, workbench].map((one) => one.close()));
    },
  };
}

/** Code of the first error; null where there is none. */
export const codeOf = ({ errors }: Answer): unknown => errors[0]?.extensions.code ?? null;
