import { readdirSync, readFileSync } from 'node:fs';
import { processorSecondsOf } from '../support/processor.js';

/** Megabytes by kind of process. */
export interface Megabytes {
  hub: number;
  readers: number;
  counting: number;
  database: number;
}

const NOTHING: Megabytes = { hub: 0, readers: 0, counting: 0, database: 0 };

/**
 * Looks twice a second how much memory a hub and what it started take (Linux): proportional set size, so that what processes
 * share is counted once.
 */
export class MemoryWatch {
  private most = { ...NOTHING };
  private whole = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly hub: number) {
    this.timer = setInterval(() => this.look(), 500);
    this.timer.unref();
  }

  look(): Megabytes {
    const now = { ...NOTHING };
    for (const [pid, kind] of this.processes()) now[kind] += proportional(pid);
    for (const kind of Object.keys(NOTHING) as (keyof Megabytes)[])
      this.most[kind] = Math.max(this.most[kind], now[kind]);
    this.whole = Math.max(this.whole, now.hub + now.readers + now.counting);
    return now;
  }

  /** The most since the last call: by kind, and of all but the database at once. */
  peak(): Megabytes & { whole: number } {
    this.look();
    const most = { ...this.most, whole: this.whole };
    this.most = { ...NOTHING };
    this.whole = 0;
    return most;
  }

  /** Processor seconds of all of them so far, those that ended among them, and of this process. */
  processorSeconds(): number {
    const theirs = [...this.processes().keys()].map(processorSecondsOf);
    const { user, system } = process.cpuUsage();
    return theirs.reduce((sum, each) => sum + each, (user + system) / 1e6);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private processes(): Map<number, keyof Megabytes> {
    const parents = new Map<number, { parent: number; command: string }>();
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const stat = read(`/proc/${name}/stat`);
      const parent = Number(/\) \S (\d+) /.exec(stat)?.[1]);
      parents.set(Number(name), { parent, command: read(`/proc/${name}/cmdline`) });
    }
    const under = (pid: number): boolean => {
      for (let at = parents.get(pid); at; at = parents.get(at.parent))
        if (at.parent === this.hub) return true;
      return false;
    };
    const found = new Map<number, keyof Megabytes>([[this.hub, 'hub']]);
    for (const [pid, { command }] of parents) if (under(pid)) found.set(pid, kindOf(command));
    return found;
  }
}

const kindOf = (command: string): keyof Megabytes =>
  /postgres/.test(command) ? 'database' : /counting/.test(command) ? 'counting' : 'readers';

const proportional = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}
