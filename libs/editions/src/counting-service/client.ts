import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CountQuestion } from '#counting';
import type { CountRow, EditionFilesRow } from '#store';
import { Busy } from './flights.js';
import {
  type About,
  lines,
  type Request,
  type Response,
  rowsOf,
  stateFile,
  type StateFile,
} from './protocol.js';

const START_MS = 8_000;
const LOOK_AGAIN_MS = 25;
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
    const state = readState(dataDir);
    if (!state) return Promise.resolve(false);
    return new Promise((resolve) => {
      const socket = connect(state.port, '127.0.0.1');
      socket.once('error', () => resolve(false));
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
    });
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
      this.waiting.set(id, { resolve });
      this.say(socket, { id, ...request });
      signal?.addEventListener('abort', () => {
        this.say(socket, { id: 0, cancel: id });
        resolve(null);
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

  private reach(): Promise<Socket | null> {
    const state = readState(this.options.dataDir);
    if (!state) return Promise.resolve(null);
    return new Promise((resolve) => {
      const socket = connect(state.port, '127.0.0.1');
      socket.setEncoding('utf8');
      socket.setNoDelay(true);
      socket.once('error', () => resolve(null));
      socket.once('connect', () => {
        socket.write(`${JSON.stringify({ token: state.token })}\n`);
        socket.on('close', () => this.lost());
        resolve(socket);
      });
      socket.on(
        'data',
        lines((line) => {
          const response = JSON.parse(line) as Response;
          this.waiting.get(response.id)?.resolve(response);
        }),
      );
    });
  }

  /** The process is gone: who waits takes the other way, and the next question starts it again. */
  private lost(): void {
    this.socket = null;
    for (const { resolve } of this.waiting.values()) resolve(null);
    this.waiting.clear();
  }
}

/** The process reads files alone: it is told no database's address. */
const withoutAddresses = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(DATABASE|REDIS)_URL|^NODE_OPTIONS$/.test(name)),
  );

function readState(dataDir: string): StateFile | null {
  try {
    return JSON.parse(readFileSync(stateFile(dataDir), 'utf8')) as StateFile;
  } catch {
    return null;
  }
}
