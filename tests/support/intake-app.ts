import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import type { Database } from '#store';

import { IntakeModule } from '../../apps/intake/src/intake.module.js';
import { intakeAdapter, prepareIntake } from '../../apps/intake/src/server.js';

/** The push door in this process, on a free port of 127.0.0.1. */
export async function intakeApp(db: Database, adapter = intakeAdapter()): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(IntakeModule.over(db), adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  await prepareIntake(app);
  await app.listen(0, '127.0.0.1');
  return app;
}

export interface Answer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests say what they expect of it
  json(): any;
}

/** One request over real HTTP. */
export async function ask(
  app: NestFastifyApplication,
  request: { method: 'GET' | 'POST'; url: string; headers?: Record<string, string>; payload?: string },
): Promise<Answer> {
  const response = await fetch((await app.getUrl()) + request.url, {
    method: request.method,
    headers: request.headers ?? {},
    ...(request.payload === undefined ? {} : { body: request.payload }),
  });
  const body = await response.text();
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body,
    json: () => JSON.parse(body),
  };
}
