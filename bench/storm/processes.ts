import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '#platform';

import { chance } from './deliveries.js';

const program = (app: string): string =>
  fileURLToPath(new URL(`../../apps/${app}/src/main.js`, import.meta.url));

/** The processes of a hub that a storm kills and starts again: the hub itself, and where asked for a second worker. */
export class StormHub {
  readonly kills = { done: 0 };
  private readonly running = new Map<string, ChildProcess>();
  private over = false;

  private constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly apps: readonly string[],
    readonly address: string,
  ) {}

  static async start(dataDir: string, options: { workers: number; redis: string | null }): Promise<StormHub> {
    const port = await freePort();
    const env = {
      ...process.env,
      HUB_DATA_DIR: dataDir,
      HUB_DEMO: 'off',
      HUB_REFINE: 'off',
      PORT: String(port),
      LOG_LEVEL: 'error',
      ...(options.redis ? { REDIS_URL: options.redis } : {}),
    };
    const apps = ['hub', ...Array.from({ length: options.workers - 1 }, () => 'worker')];
    const hub = new StormHub(env, apps, `http://127.0.0.1:${port}`);
    // The hub makes the database; a worker finds it made.
    for (const at of apps.keys()) {
      hub.raise(at);
      await hub.answers();
    }
    return hub;
  }

  /** Kills one of the processes after another without warning and starts it again, until so many are done. */
  async storm(seed: number, kills: number, everyMs: number): Promise<void> {
    while (!this.over && this.kills.done < kills) {
      await sleep(everyMs * (0.5 + chance(seed, 'wait', this.kills.done)));
      if (this.over) return;
      const at = Math.floor(chance(seed, 'victim', this.kills.done) * this.apps.length);
      const victim = this.running.get(String(at))!;
      const gone = victim.exitCode === null && victim.signalCode === null ? once(victim, 'exit') : null;
      victim.kill('SIGKILL');
      await gone;
      this.kills.done++;
      this.raise(at);
      await this.answers();
    }
  }

  async stop(): Promise<void> {
    this.over = true;
    await Promise.all(
      [...this.running.values()].map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await Promise.race([gone, sleep(60_000, undefined, { ref: false })]);
        child.kill('SIGKILL');
      }),
    );
  }

  private raise(at: number): void {
    const child = spawn(process.execPath, [program(this.apps[at]!)], {
      env: this.env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.running.set(String(at), child);
  }

  private async answers(): Promise<void> {
    for (let time = 0; time < 1_200 && !this.over; time++) {
      const response = await fetch(`${this.address}/health`).catch(() => null);
      if (response?.ok) return;
      await sleep(250);
    }
  }
}
