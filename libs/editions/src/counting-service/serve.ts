import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { makeFolder } from '#platform';

import { ClosedFile, DamagedFile } from '../files/manifest.js';
import { Busy, Flights } from './flights.js';
import { type Challenge, newNonce, type Proof, proofOf, proves } from './handshake.js';
import {
  type About,
  lines,
  plain,
  type Request,
  type Response,
  stateFile,
  type StateFile,
} from './protocol.js';
import { Shelf, type ShelfOptions } from './shelf.js';
import { socketPath, sweepSockets } from './socket-place.js';

export interface CountingServer {
  /** Path of its socket. */
  socket: string;
  close(): Promise<void>;
}

/** A process that nobody speaks to any more ends after this long. */
const LINGER_MS = 2_000;

/**
 * Answers questions about editions on a socket of the data folder, and writes there where it is. Call only where no other
 * counting process of the folder answers.
 * @param alone called when the last connection has been gone for a while
 */
export async function serveCounting(options: ShelfOptions, alone: () => void): Promise<CountingServer> {
  const shelf = new Shelf(options);
  const flights = new Flights((files, question, signal) => shelf.count(files, question, signal));
  const about = async (): Promise<About> => {
    const { user, system } = process.cpuUsage();
    return {
      cpuMs: (user + system) / 1000,
      rssMb: process.memoryUsage.rss() / 1e6,
      editions: await shelf.editions(),
    };
  };
  const secret = randomBytes(32).toString('hex');
  let timer: NodeJS.Timeout | undefined;
  const sockets = new Set<Socket>();
  const linger = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => sockets.size === 0 && alone(), LINGER_MS);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      linger();
    });
    converse(socket, secret, flights, about);
  });
  makeFolder(options.dataDir, 0o700);
  sweepSockets(options.dataDir);
  const path = socketPath(options.dataDir);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  if (process.platform !== 'win32') chmodSync(path, 0o600);
  writeState(options.dataDir, { pid: process.pid, socket: path, secret });
  linger();
  return { socket: path, close: () => close(server, sockets, shelf, options.dataDir) };
}

function writeState(dataDir: string, state: StateFile): void {
  const path = stateFile(dataDir);
  writeFileSync(`${path}.${process.pid}`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${path}.${process.pid}`, path);
}

async function close(server: Server, sockets: Set<Socket>, shelf: Shelf, dataDir: string): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  await shelf.close();
  try {
    const state = JSON.parse(readFileSync(stateFile(dataDir), 'utf8')) as StateFile;
    if (state.pid === process.pid) rmSync(stateFile(dataDir));
  } catch {
    // Another process has taken over, or the folder is gone.
  }
}

function converse(socket: Socket, secret: string, flights: Flights, about: () => Promise<About>): void {
  let known = false;
  let challenged = false;
  const nonce = newNonce();
  const waiting = new Map<number, () => void>();
  const say = (response: Response | Proof): void => {
    if (!socket.destroyed) socket.write(`${JSON.stringify(response)}\n`);
  };
  socket.setEncoding('utf8');
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  socket.on('close', () => waiting.forEach((leave) => leave()));
  const hear = (line: string): void => {
    if (!known) {
      const said = JSON.parse(line) as Partial<Challenge & Proof>;
      if (!challenged) {
        if (typeof said.nonce !== 'string') return void socket.destroy();
        challenged = true;
        say({ proof: proofOf(secret, 'server', said.nonce), nonce });
        return;
      }
      known = proves(said.proof, secret, 'client', nonce);
      if (!known) socket.destroy();
      return;
    }
    const request = JSON.parse(line) as Request;
    if (request.cancel !== undefined) waiting.get(request.cancel)?.();
    else if (request.about) void about().then((told) => say({ id: request.id, about: told }));
    else void answer(flights, request, waiting).then(say);
  };
  const take = lines(hear);
  socket.on('data', (piece: string) => {
    try {
      take(piece);
    } catch {
      socket.destroy(); // not one of ours
    }
  });
}

async function answer(
  flights: Flights,
  { id, edition, question }: Request,
  waiting: Map<number, () => void>,
): Promise<Response> {
  try {
    const { answer: counted, leave } = flights.ask(edition!, question!);
    waiting.set(id, leave);
    return { id, counted: plain(await counted) };
  } catch (error) {
    if (error instanceof Busy) return { id, busy: true };
    const told = error instanceof DamagedFile || error instanceof ClosedFile || error instanceof RangeError;
    return { id, refused: told ? error.message : 'the question could not be counted' };
  } finally {
    waiting.get(id)?.();
    waiting.delete(id);
  }
}
