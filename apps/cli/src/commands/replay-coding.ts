import type { Command } from 'commander';

import { replayCoding, replayOwn, type OwnReplay } from '#pipeline';

import { withHub } from '../open-hub.js';
import { say, UsageError } from '../terminal.js';

export function replayCodingCommand(program: Command): void {
  program
    .command('replay-coding')
    .description(
      'code again what an edition counted, by the model and codebook of then, and compare byte for byte',
    )
    .requiredOption('--edition <n>', 'number of the edition')
    .action(async (options: { edition: string }) => {
      const number = Number(options.edition);
      if (!Number.isInteger(number) || number < 1)
        throw new UsageError('--edition must be the number of an edition.');
      const { replay, own } = await withHub(async (hub) => ({
        replay: await replayCoding(hub.worker, number),
        own: await replayOwn(hub.worker, number),
      }));
      if (!replay) throw new UsageError(`There is no edition ${number}.`);
      const { submissions, kept, again, historyUnchanged } = replay;
      say(`Edition ${number}: ${submissions} submissions coded again.`);
      say(`  kept  ${kept}\n  again ${again}`);
      say(
        kept === again && historyUnchanged
          ? 'The same, byte for byte.'
          : `NOT the same${historyUnchanged ? '' : ': texts were taken out since, or the history was touched'}.`,
      );
      for (const one of own) say(`  ${one.codebook} ${one.version}: ${wordsOf(one)}.`);
      if (kept !== again || own.some(({ others }) => others !== 0)) process.exitCode = 1;
    });
}

const wordsOf = ({ answers, others, historyUnchanged }: OwnReplay): string =>
  (others === null
    ? `${answers} answers can’t be coded again here: their coder learned with a sentence model that is not installed`
    : `${answers} answers coded again, ${others} otherwise`) +
  (historyUnchanged ? '' : '; answers came or were taken out since');
