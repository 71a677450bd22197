import { execFile, fork, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AccountRole } from '#domain';
import { removeFolder } from '#platform';
import { dataFolder } from './data-folder.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface CommandResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** The built hub as a process of its own, on a data folder that is thrown away. */
export interface TestHub {
  address: string;
  dataDir: string;
  process: ChildProcess;
  /** Everything the process wrote, both streams: where a canary must never be found. */
  output(): string;
  /** `npx hub ...` against the same data folder. */
  hub(...words: string[]): Promise<CommandResult>;
  /** The same commands, one after another in one process: for setting a hub up. */
  quickly(...words: string[]): Promise<CommandResult>;
  /** @param beside further roles, for the same agencies */
  signInLink(role: AccountRole, agencies?: string, beside?: readonly AccountRole[]): Promise<string>;
  stop(): Promise<void>;
}

export interface TestHubOptions {
  /** Load the demonstration city of this many submissions before the hub starts; false = start empty. */
  demo?: boolean | number;
  env?: Record<string, string>;
  /** An existing data folder, kept at the end. */
  dataDir?: string;
}

/** As people run it: without what frameworks check only while one develops. */
export const AS_INSTALLED = { NODE_ENV: 'production', NODE_OPTIONS: '' };

/** Run `npx hub` from the build. */
export function runHub(env: Record<string, string>, words: string[]): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'apps/cli/bin/hub.mjs'), ...words],
      { env: { ...process.env, ...AS_INSTALLED, ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}

/** Start the built hub and wait until it says that it runs. */
export async function startHub(options: TestHubOptions = {}): Promise<TestHub> {
  const dataDir = options.dataDir ?? dataFolder('test');
  const env: Record<string, string> = {
    HUB_DATA_DIR: dataDir,
    PORT: '0',
    HUB_DEMO: 'off',
    HUB_REFINE: 'off',
    ...options.env,
  };
  if (options.demo) {
    const size = options.demo === true ? '20000' : String(options.demo);
    const loaded = await runHub(env, ['demo', '--size', size]);
    if (loaded.code !== 0) throw new Error(`the demonstration did not load: ${loaded.stderr}`);
  }
  const child = spawn(process.execPath, [join(ROOT, 'dist/apps/hub/src/main.js')], {
    env: { ...process.env, ...AS_INSTALLED, ...env },
  });
  const written: string[] = [];
  const address = await firstAddress(child, written);
  const withPort = { ...env, PORT: new URL(address).port };
  const hub = (...words: string[]): Promise<CommandResult> => runHub(withPort, words);
  const shell = new CommandShell(withPort);
  const quickly = (...words: string[]): Promise<CommandResult> => shell.run(words);
  return {
    address,
    dataDir,
    process: child,
    output: () => written.join(''),
    hub,
    quickly,
    signInLink: async (role, agencies = 'all', beside = []) => {
      const { stdout, stderr, code } = await quickly(
        'sign-in',
        `Test ${role} ${agencies}`,
        '--role',
        [role, ...beside].join(','),
        '--agency',
        agencies,
      );
      if (code !== 0) throw new Error(stderr);
      return stdout.trim().split('\n').pop() ?? '';
    },
    stop: async () => {
      await shell.end();
      await ended(child);
      if (!options.dataDir) removeFolder(dataDir);
    },
  };
}

/** One process for many commands, started by the first. */
class CommandShell {
  private child: ChildProcess | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly env: Record<string, string>) {}

  run(words: string[]): Promise<CommandResult> {
    const result = this.last.then(() => this.ask(words));
    this.last = result.catch(() => undefined);
    return result;
  }

  private ask(words: string[]): Promise<CommandResult> {
    const child = (this.child ??= fork(join(ROOT, 'tests/support/command-shell.mjs'), {
      env: { ...process.env, ...AS_INSTALLED, ...this.env },
      execArgv: [],
    }));
    return new Promise((resolve, reject) => {
      const gone = (code: number | null): void =>
        reject(new Error(`hub ${words.join(' ')}: ended with ${code}`));
      child.once('exit', gone);
      child.once('message', (result) => {
        child.off('exit', gone);
        resolve(result as CommandResult);
      });
      child.send({ words });
    });
  }

  async end(): Promise<void> {
    if (!this.child) return;
    // Commands listen for signals themselves; that nobody asks for more is told by the end of the talk.
    if (this.child.connected) this.child.disconnect();
    await ended(this.child);
  }
}

function firstAddress(child: ChildProcess, written: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      written.push(String(chunk));
      const found = /Dashboard\s+(http:\/\/\S+?)\/?\s/.exec(written.join(''));
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) =>
      reject(new Error(`the hub ended with ${code}: ${written.join('').slice(-2000)}`)),
    );
  });
}

/** SIGTERM, and SIGKILL for one that does not heed it. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const patience = setTimeout(() => child.kill('SIGKILL'), 60_000);
    child.once('exit', () => {
      clearTimeout(patience);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
