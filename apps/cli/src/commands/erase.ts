import { type Command } from 'commander';

import { EditionFiles } from '#editions';
import { erasePeople, type Erasure } from '#facts';
import { ErasureJournal } from '#operations';
import { identifyHeld } from '#pipeline';

import { withHub } from '../open-hub.js';
import { say, UsageError } from '../terminal.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function eraseCommand(program: Command): void {
  program
    .command('erase')
    .argument(
      '<submission...>',
      'id of one of their submissions, as the workbench shows it; several people at once by several ids',
    )
    .description(
      'erase the person who made a submission, with all else they said, from the hub and from past editions',
    )
    .option('--json', 'the outcome as one line of JSON')
    .action(async (submissions: string[], options: { json?: boolean }) => {
      if (!submissions.every((id) => UUID.test(id))) throw new UsageError('A submission is named by its id.');
      const outcome = await withHub(async (hub) => {
        // While their files are there: an erased row is told from then on whatever mapping it is read under.
        await identifyHeld(hub.worker, null);
        return erasePeople(
          hub.worker,
          submissions.map((id) => id.toLowerCase()),
          {
            files: new EditionFiles(hub.settings.dataDir),
            journal: new ErasureJournal(hub.settings.dataDir),
          },
        );
      });
      if (options.json) say(JSON.stringify(outcome));
      else if (outcome.status === 'erased') inWords(outcome).forEach(say);
      if (outcome.status === 'unknown') throw new UsageError('There is no submission of that id.');
    });
}

function inWords({ submissions, editions, files }: Erasure): string[] {
  const several =
    submissions === 1 ? 'The submission is' : `All ${submissions} submissions of this person are`;
  const past =
    editions.length === 0
      ? 'No past edition held them.'
      : `Cut loose from edition${editions.length === 1 ? '' : 's'} ${editions.join(', ')}: their figures stand, nothing leads back.`;
  return [
    `${several} erased.`,
    past,
    `${files} delivered file${files === 1 ? '' : 's'} that held them ${files === 1 ? 'is' : 'are'} no longer kept; their hashes are.`,
    'Whatever is delivered of them again will not be taken. The next edition is made without them.',
  ];
}
