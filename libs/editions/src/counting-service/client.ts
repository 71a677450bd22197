import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CountQuestion } from '#counting';
import type { CountRow, EditionFilesRow } from '#store';
import { Busy } from './flights.js';
import { newNonce, type Proof, proofOf, proves } from './handshake.js';
import {
  type About,
  lines,
  type Request,
  type Response,
  rowsOf,
  stateFile,
  type StateFile,
} from './protocol.js';
import { trustedPlace } from './socket-place.js';

const START_MS = 8_000;
const LOOK_AGAIN_MS = 25;
/** Whoever listens must prove itself within so long. */
const PROOF_MS = 3_000;
/** A question that is not answered in this time is asked of the database, and the process is left. */
const ANSWER_MS = 30_000;
/** After it could not be started, nobody waits for it again for so long. */
const GIVE_UP_MS = 30_000;

export interface CountingOptions {
  dataDir: string;
  /** The counting process's built main file. */
  program: string;
}

interface Waiting {
  resolve(response: Response | null): void;
}

/**
 * The way to the counting process that the copies of the API on this machine share. The first that asks starts it; it
 * ends by itself when nobody speaks to it any more; if it dies, the next question starts it again.
 */
export class CountingClient {
  private socket: Promise<Socket | null> | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private notBefore = 0;
  private closed = false;

  constructor(private readonly options: CountingOptions) {}

  /** Does a counting process of this data folder answer? */
  static isThere(dataDir: string): Promise<boolean> {
    return new CountingClient({ dataDir, program: '' }).reach().then((socket) => {
      socket?.destroy();
      return socket !== null;
    });
  }

  /** Does the process answer, where it was ever needed? It is started by the first question, and not by this one. */
  async health(): Promise<'ok' | 'not-started' | 'away'> {
    if (!this.socket) return 'not-started';
    return (await this.about()) ? 'ok' : 'away';
  }

  /**
   * @returns null where the process can't be had, or can't answer this: the caller has another way
   * @throws Busy where too many questions wait already
   */
  async count(
    edition: EditionFilesRow,
    question: CountQuestion,
    signal?: AbortSignal,
  ): Promise<CountRow[] | null> {
    const response = await this.ask({ edition, question }, signal);
    if (response && 'busy' in response) throw new Busy();
    return response && 'counted' in response ? rowsOf(response.counted) : null;
  }

  /** How the process does; null where it can't be had. */
  async about(): Promise<About | null> {
    const response = await this.ask({ about: true });
    return response && 'about' in response ? response.about : null;
  }

  /** Leaves; the process ends when nobody else speaks to it. */
  async close(): Promise<void> {
    this.closed = true;
    (await this.socket)?.destroy();
  }

  private async ask(request: Omit<Request, 'id'>, signal?: AbortSignal): Promise<Response | null> {
    const socket = await this.connected();
    if (!socket) return null;
    const id = ++this.last;
    const response = await new Promise<Response | null>((resolve) => {
      const late = setTimeout(() => socket.destroy(), ANSWER_MS);
      const answered = (response: Response | null): void => {
        clearTimeout(late);
        resolve(response);
      };
      this.waiting.set(id, { resolve: answered });
      this.say(socket, { id, ...request });
      signal?.addEventListener('abort', () => {
        this.say(socket, { id: 0, cancel: id });
        answered(null);
      });
    });
    this.waiting.delete(id);
    if (this.waiting.size === 0) socket.unref();
    return response;
  }

  private say(socket: Socket, request: Request): void {
    socket.ref();
    socket.write(`${JSON.stringify(request)}\n`);
  }

  private connected(): Promise<Socket | null> {
    if (this.closed) return Promise.resolve(null);
    this.socket ??= this.open().then((socket) => {
      if (!socket) {
        this.socket = null;
        this.notBefore = performance.now() + GIVE_UP_MS;
      }
      return socket;
    });
    return this.socket;
  }

  private async open(): Promise<Socket | null> {
    if (performance.now() < this.notBefore) return null;
    const there = await this.reach();
    if (there) return there;
    const child = spawn(process.execPath, [this.options.program], {
      env: { ...withoutAddresses(), HUB_DATA_DIR: this.options.dataDir },
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: true,
    });
    child.on('error', () => undefined);
    child.unref();
    for (const until = performance.now() + START_MS; performance.now() < until;) {
      await sleep(LOOK_AGAIN_MS);
      const reached = await this.reach();
      if (reached) return reached;
    }
    return null;
  }

  private async reach(): Promise<Socket | null> {
    const { dataDir } = this.options;
    const state = readState(dataDir);
    if (!state || !trustedPlace(state.socket, dataDir)) return null;
    const socket = connect(state.socket);
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    const proven = await introduce(socket, state.secret, (response) =>
      this.waiting.get(response.id)?.resolve(response),
    );
    if (!proven) {
      socket.destroy();
      return null;
    }
    socket.on('close', () => this.lost());
    return socket;
  }

  /** The process is gone: who waits takes the other way, and the next question starts it again. */
  private lost(): void {
    this.socket = null;
    for (const { resolve } of this.waiting.values()) resolve(null);
    this.waiting.clear();
  }
}

/**
 * Lets the other side prove that it can read the state file, then does so itself. What a stranger says, first or instead,
 * ends the connection and nothing else.
 * @param hear called with each answer after that
 * @returns false where it did not prove itself in time
 */
function introduce(socket: Socket, secret: string, hear: (response: Response) => void): Promise<boolean> {
  const nonce = newNonce();
  return new Promise((resolve) => {
    let known = false;
    const late = setTimeout(() => resolve(false), PROOF_MS);
    socket.once('close', () => resolve(false));
    socket.once('connect', () => socket.write(`${JSON.stringify({ nonce })}\n`));
    const take = lines((line) => {
      if (known) return hear(JSON.parse(line) as Response);
      const said = JSON.parse(line) as Partial<Proof>;
      known = proves(said.proof, secret, 'server', nonce);
      if (known)
        socket.write(`${JSON.stringify({ proof: proofOf(secret, 'client', String(said.nonce)) })}\n`);
      clearTimeout(late);
      resolve(known);
    });
    socket.on('data', (piece: string) => {
      try {
        take(piece);
      } catch {
        socket.destroy();
      }
    });
  });
}

/** The process reads files alone: it is told no database's address. */
const withoutAddresses = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(DATABASE|REDIS)_URL|^NODE_OPTIONS$/.test(name)),
  );

function readState(dataDir: string): StateFile | null {
  try {
    const state = JSON.parse(readFileSync(stateFile(dataDir), 'utf8')) as Partial<StateFile>;
    // A process of an earlier version listens on a port: it is left alone, and ends by itself.
    return state.socket && state.secret ? (state as StateFile) : null;
  } catch {
    return null;
  }
}
