import { writeFile } from 'node:fs/promises';

import type { Command } from 'commander';

import { generateCity } from '#demo';

import { loadDemonstration } from '../demonstration/load.js';
import { progressOnStderr } from '../demonstration/progress.js';
import { withHub } from '../open-hub.js';
import { say, UsageError } from '../terminal.js';

export const DEMO_SEED = 2014;
export const DEMO_SIZE = 20_000;

export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description('load the synthetic demonstration city into an empty hub')
    .option('--seed <n>', 'another seed makes another city', String(DEMO_SEED))
    .option('--size <n>', 'number of submissions, about', String(DEMO_SIZE))
    .option('--truth <file>', 'also write who is who and which text says what, for tests')
    .action(async (options: { seed: string; size: string; truth?: string }) => {
      const [seed, size] = [
        whole('--seed', options.seed, 0, 2 ** 31),
        whole('--size', options.size, 100, 2_000_000),
      ];
      const outcome = await withHub((hub) =>
        loadDemonstration(hub, {
          seed,
          size,
          progress: progressOnStderr(),
          dataDir: hub.settings.dataDir,
          refine: hub.settings.refine,
        }),
      );
      if (outcome.status === 'holds-other-data')
        throw new UsageError('This hub holds other data; synthetic people are never mixed with real ones.');
      if (options.truth) await writeFile(options.truth, JSON.stringify(generateCity({ seed, size }).truth));
      say(
        outcome.status === 'loaded'
          ? `The demonstration city is loaded; edition ${outcome.edition}.`
          : 'The demonstration city was loaded before.',
      );
    });
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageError(`${name} must be a whole number from ${least} to ${most}.`);
  return value;
}
