import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * Somebody else, in a thread of their own so that what an attacker makes in this process does not hold them up, and from an
 * address of their own: two clients that ask what pages of the dashboard ask, until they are told to stop.
 */
export interface Ordinary {
  port: number;
  /** Bodies of questions, asked in turn. */
  bodies: string[];
}
export interface OrdinaryHit {
  ms: number;
  failed: boolean;
}

const ADDRESS = '127.0.0.2';
const EVERY_MS = 200;

const { port, bodies } = workerData as Ordinary;
let [over, at] = [false, 0];

function ask(body: string): Promise<OrdinaryHit> {
  const began = performance.now();
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve) => {
    const end = (failed: boolean): void => resolve({ ms: performance.now() - began, failed });
    const asked = request(
      { host: '127.0.0.1', port, path: '/graphql', method: 'POST', localAddress: ADDRESS, headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        response.on('end', () => end(response.statusCode !== 200 || text.includes('"errors"')));
        response.on('error', () => end(true));
      },
    );
    asked.on('error', () => end(true)).end(body);
  });
}

async function client(): Promise<OrdinaryHit[]> {
  const hits: OrdinaryHit[] = [];
  while (!over) {
    hits.push(await ask(bodies[at++ % bodies.length]!));
    await sleep(EVERY_MS);
  }
  return hits;
}

parentPort!.once('message', () => (over = true));
parentPort!.postMessage((await Promise.all([client(), client()])).flat());
