import { type Command } from 'commander';

import { EditionFiles } from '#editions';
import { erasePeople, type Erasure } from '#facts';
import { ErasureJournal } from '#operations';
import { identifyHeld } from '#pipeline';
import { takenBack, wouldGo, type WouldGo } from '#store';

import { withHub, type OpenHub } from '../open-hub.js';
import { agrees, say, UsageError } from '../terminal.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface EraseOptions {
  onlyThis?: boolean;
  takenBack?: boolean;
  json?: boolean;
  dryRun?: boolean;
  yes?: boolean;
}

export function eraseCommand(program: Command): void {
  program
    .command('erase')
    .argument(
      '[submission...]',
      'id of one of their submissions, as the workbench shows it; several people at once by several ids',
    )
    .description(
      'erase the person who made a submission, with all else they said, from the hub and from past editions',
    )
    .option('--only-this', 'erase these submissions alone, whatever else their people said')
    .option('--taken-back', 'erase every answer that whoever holds its code took back, and nothing else')
    .option('--dry-run', 'say what would go, and erase nothing')
    .option('--yes', 'do not ask')
    .option('--json', 'the outcome as one line of JSON')
    .action(async (given: string[], options: EraseOptions) => {
      if (!given.every((id) => UUID.test(id))) throw new UsageError('A submission is named by its id.');
      if (given.length > 0 === (options.takenBack ?? false))
        throw new UsageError('Name submissions by their ids, or give --taken-back alone.');
      const only = options.onlyThis ?? options.takenBack ?? false;
      await withHub(async (hub) => {
        const submissions = options.takenBack
          ? await takenBack(hub.worker)
          : given.map((id) => id.toLowerCase());
        if (submissions.length === 0) return say('No answer that was taken back is left to erase.');
        const lines = await wouldGo(hub.worker, submissions, only);
        if (lines.length === 0) throw new UsageError('There is no submission of that id.');
        if (options.json && options.dryRun) return say(JSON.stringify({ status: 'would-go', lines }));
        if (!options.json) wouldGoInWords(lines).forEach(say);
        if (options.dryRun) return say('Nothing was erased.');
        if (!options.yes && !(await agrees('Erase them for good?')))
          throw new UsageError('Nothing was erased. With --yes it is not asked.');
        const outcome = await erase(hub, submissions, only);
        if (options.json) say(JSON.stringify(outcome));
        else inWords(outcome).forEach(say);
      });
    });
}

async function erase(hub: OpenHub, submissions: readonly string[], only: boolean): Promise<Erasure> {
  // While their files are there: an erased row is told from then on whatever mapping it is read under.
  await identifyHeld(hub.worker, null);
  return erasePeople(hub.worker, submissions, {
    only,
    files: new EditionFiles(hub.settings.dataDir),
    journal: new ErasureJournal(hub.settings.dataDir),
  });
}

const many = (count: number, one: string, several: string): string =>
  `${count} ${count === 1 ? one : several}`;

/** By source, without a name: whoever erases need not learn who it is. */
function wouldGoInWords(lines: readonly WouldGo[]): string[] {
  const submissions = lines.reduce((sum, line) => sum + line.submissions, 0);
  const width = Math.max(...lines.map(({ agency, source }) => `${agency} / ${source}`.length));
  return [
    `${many(submissions, 'submission', 'submissions')} would go, with all that hangs on ${submissions === 1 ? 'it' : 'them'}:`,
    ...lines.map(
      ({ agency, source, people, submissions: count, first, last }) =>
        `  ${`${agency} / ${source}`.padEnd(width)}  ${many(count, 'submission', 'submissions')} of ${many(people, 'person', 'people')}` +
        (first ? `, ${first === last ? first : `${first} to ${last}`}` : ''),
    ),
  ];
}

function inWords({ submissions, editions, files }: Erasure): string[] {
  // Of one person or of several: whoever erases may give more than one id.
  const several = submissions === 1 ? 'The submission is' : `All ${submissions} submissions are`;
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
