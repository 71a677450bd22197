import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CountQuestion } from '#counting';
import { removeFolder, temporaryFolder } from '#platform';
import { EDITION_OF_BENCH } from './counting-process.js';
import { questions } from './made-up-edition.js';
import type { BenchOptions } from './options.js';

export interface BuiltEdition {
  folder: string;
  questions: CountQuestion[];
  rows: number;
  submissions: number;
  people: number;
  bytesPerRow: number;
  buildMs: number;
  remove(): void;
}

/** Builds the edition in a process of its own, so that nothing of it weighs on those who ask. */
export async function buildEdition({
  rows,
  people,
  seed,
  questions: many,
}: BenchOptions): Promise<BuiltEdition> {
  const folder = temporaryFolder('bench-figures');
  const builder = fileURLToPath(new URL('./builder.js', import.meta.url));
  const started = performance.now();
  const run = spawnSync(
    process.execPath,
    ['--max-old-space-size=8192', builder, folder, `${rows}`, `${people}`, `${seed}`],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (run.status !== 0) throw new Error('the edition could not be built');
  const built = JSON.parse(run.stdout) as { rows: number; submissions: number; people: number };
  return {
    folder,
    questions: questions(many, seed + 1),
    ...built,
    bytesPerRow: Number(
      (statSync(join(folder, 'editions', EDITION_OF_BENCH, 'counting.cache')).size / built.rows).toFixed(1),
    ),
    buildMs: Math.round(performance.now() - started),
    remove: () => removeFolder(folder),
  };
}
