import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Bodies by path and query, as JSON. */
export type Answers = Record<string, unknown>;

export interface SourceBehaviour {
  mode:
    | 'answers'
    | 'busy'
    | 'forbidden'
    | 'html'
    | 'shape'
    | 'slow'
    | 'cut'
    | 'redirect-inside'
    | 'redirect-loop'
    | 'endless';
  answers: Answers;
}

export interface HostileSource {
  /** `http://127.0.0.1:port` */
  address: string;
  host: string;
  stop(): Promise<void>;
}

/** A partner's system on this machine, well behaved or not. */
export async function startSource({ mode, answers }: SourceBehaviour): Promise<HostileSource> {
  const server = createServer((request, response) => {
    if (mode !== 'answers') return misbehave(mode, response);
    const body = answers[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? { error: 'not found' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address: `http://${host}`,
    host,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function misbehave(mode: Exclude<SourceBehaviour['mode'], 'answers'>, response: ServerResponse): void {
  const json = { 'content-type': 'application/json' };
  switch (mode) {
    case 'busy':
      response.writeHead(503).end('busy');
      return;
    case 'forbidden':
      response.writeHead(403, json).end('{}');
      return;
    case 'html':
      response.writeHead(200, json).end('<!doctype html><title>We will be back soon</title>');
      return;
    case 'shape':
      response.writeHead(200, json).end('{"activities": 7, "surprise": [null]}');
      return;
    case 'slow':
      response.writeHead(200, json).write('[');
      return; // and nothing more
    case 'cut':
      response.writeHead(200, { ...json, 'content-length': '1000' }).write('[{"id": ');
      setTimeout(() => response.destroy(), 20);
      return;
    case 'redirect-inside':
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
      return;
    case 'redirect-loop':
      response.writeHead(302, { location: '/again' }).end();
      return;
    case 'endless':
      response.writeHead(200, json);
      pour(response);
  }
}

function pour(response: ServerResponse): void {
  const piece = Buffer.alloc(65_536, '[');
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}
