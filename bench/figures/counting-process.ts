import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CountQuestion } from '#counting';
import { CountingClient } from '#editions';
import type { CountRow } from '#store';

/** A made-up edition has no Parquet and so no manifest; its cache names this hash. */
export const MANIFEST_OF_BENCH = '0'.repeat(64);
export const EDITION_OF_BENCH = 'edition-bench';
const PROGRAM = fileURLToPath(new URL('../../apps/counting/src/main.js', import.meta.url));

/** The counting process as the API has it: started, asked over its socket, and told to end. */
export interface CountingProcess {
  /** From the first question until it could be answered, the hashes checked; without the start of the process. */
  openMs: number;
  ask(question: CountQuestion): Promise<CountRow[]>;
  /** Time of all its threads so far. */
  cpuMs(): Promise<number>;
  rssMb(): Promise<number>;
  end(): Promise<void>;
}

export async function startProcess(dataDir: string): Promise<CountingProcess> {
  const client = new CountingClient({ dataDir, program: PROGRAM });
  const files = { folder: EDITION_OF_BENCH, manifest: MANIFEST_OF_BENCH };
  const ask = async (question: CountQuestion): Promise<CountRow[]> => {
    const counted = await client.count(files, question);
    if (!counted) throw new Error('the counting process gave no answer');
    return counted;
  };
  await client.about();
  await ask({ dimensions: [], filters: {} });
  const about = async () => {
    const told = await client.about();
    if (!told) throw new Error('the counting process is gone');
    return told;
  };
  const { pid } = JSON.parse(readFileSync(stateFileIn(dataDir), 'utf8')) as { pid: number };
  return {
    openMs: Math.round((await about()).editions[0]!.openMs),
    ask,
    cpuMs: async () => (await about()).cpuMs,
    rssMb: async () => Math.round((await about()).rssMb),
    end: async () => {
      await client.close();
      for (let left = 100; left > 0 && isAlive(pid); left--) await sleep(100);
    },
  };
}

const stateFileIn = (dataDir: string): string =>
  join(
    dataDir,
    readdirSync(dataDir).find((name) => /^counting-.*\.json$/.test(name))!,
  );

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
