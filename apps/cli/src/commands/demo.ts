import { writeFile } from 'node:fs/promises';

import type { Command } from 'commander';

import { generateCity } from '#demo';
import { demonstrationState, hubContents } from '#store';

import { DEMONSTRATION, loadDemonstration } from '../demonstration/load.js';
import { progressOnStderr } from '../demonstration/progress.js';
import { inWords } from '../demonstration/in-use.js';
import { withHub, type OpenHub } from '../open-hub.js';
import { agrees, say, UsageError } from '../terminal.js';

export function demoCommand(program: Command): void {
  program
    .command('demo')
    .description('load the synthetic demonstration city into an empty hub')
    .option('--seed <n>', 'another seed makes another city', String(DEMONSTRATION.seed))
    .option('--size <n>', 'number of submissions, about', String(DEMONSTRATION.size))
    .option('--yes', 'do not ask where something is in the hub already')
    .option('--truth <file>', 'also write who is who and which text says what, for tests')
    .action(async (options: { seed: string; size: string; truth?: string; yes?: boolean }) => {
      const [seed, size] = [
        whole('--seed', options.seed, 0, 2 ** 31),
        whole('--size', options.size, 100, 2_000_000),
      ];
      const outcome = await withHub(async (hub) => {
        if (!options.yes) await askIfInUse(hub);
        return loadDemonstration(hub, {
          seed,
          size,
          progress: progressOnStderr(),
          dataDir: hub.settings.dataDir,
          refine: hub.settings.refine,
        });
      });
      if (outcome.status === 'holds-other-data')
        throw new UsageError('This hub holds other data; synthetic people are never mixed with real ones.');
      if (options.truth) {
        const { truth } = outcome.city ?? generateCity({ seed, size });
        await writeFile(options.truth, JSON.stringify(truth));
      }
      say(
        outcome.status === 'loaded'
          ? `The demonstration city is loaded; edition ${outcome.edition}.`
          : 'The demonstration city was loaded before.',
      );
    });
}

/** Made-up people stay for good: whoever has begun with a hub of their own is asked first. */
async function askIfInUse({ owner, worker }: OpenHub): Promise<void> {
  if ((await demonstrationState(worker, DEMONSTRATION)).is !== 'absent') return;
  const there = inWords(await hubContents(owner));
  if (there === null) return;
  const question = `This hub holds ${there}. Load made-up people into it, who stay for good and mark it as synthetic?`;
  if (!(await agrees(question)))
    throw new UsageError(`This hub holds ${there}: nothing was loaded. With --yes it is not asked.`);
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageError(`${name} must be a whole number from ${least} to ${most}.`);
  return value;
}
