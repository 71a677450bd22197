import { resolve } from 'node:path';

import type { Command } from 'commander';

import { EditionFiles } from '#editions';
import { replayErasures } from '#facts';
import { backUp, type BroughtBack, ErasureJournal, restore } from '#operations';
import { latestEdition, prepareDatabase, recordEvent } from '#store';

import { commandGiver } from '../giver.js';
import { type OpenServer, withServer } from '../open-hub.js';
import { agrees, say, UsageError } from '../terminal.js';

export function backupCommands(program: Command): void {
  program
    .command('backup')
    .argument('<folder>', 'a new or empty folder')
    .description('copy the whole hub, database and files of one moment, while it works')
    .action(async (folder: string) => {
      const made = await withServer(async ({ server, settings }) => {
        await prepareDatabase(server);
        return backUp({ adminUrl: server.adminUrl, dataDir: settings.dataDir }, resolve(folder));
      });
      say(
        `${made.tables} tables and the files of ${made.editions} edition${made.editions === 1 ? '' : 's'}: ${(made.bytes / 1e6).toFixed(1)} MB in ${resolve(folder)}.`,
      );
      say(`SHA-256 of its manifest: ${made.manifest}. It holds personal data: keep it as you keep the hub.`);
    });
  program
    .command('restore')
    .argument('<folder>', 'a backup made by `hub backup`')
    .description('put a backup into a new hub; whoever was erased since, by its journal, is erased again')
    .option('--yes', 'do not ask whether accounts and keys of then may come back')
    .option(
      '--last-edition <number>',
      'the latest edition that was published before the loss, where the journal does not know it',
    )
    .action(async (folder: string, { yes = false, lastEdition }: { yes?: boolean; lastEdition?: string }) => {
      if (lastEdition !== undefined && !/^[1-9]\d{0,5}$/.test(lastEdition))
        throw new UsageError('An edition is named by its number.');
      const made = await withServer((hub) =>
        restoreInto(hub, resolve(folder), yes, Number(lastEdition ?? 0)),
      );
      inWords(made).forEach(say);
    });
}

interface Restored {
  madeAt: string;
  /** Submissions that were erased again, and how many erasures the journal knows. */
  again: number;
  known: number;
  /** The latest edition that is here, and the highest number that one was given. */
  edition: number;
  given: number;
}

async function restoreInto(
  { server, settings: { dataDir }, open }: OpenServer,
  folder: string,
  yes: boolean,
  lastEdition: number,
): Promise<Restored> {
  const { madeAt } = await restore(folder, { adminUrl: server.adminUrl, dataDir }, async (back) => {
    broughtBackInWords(back).forEach(say);
    return yes || agrees('Restore it with these?');
  });
  await prepareDatabase(server);
  const journal = new ErasureJournal(dataDir);
  if (lastEdition > journal.lastEdition()) journal.published(lastEdition);
  const owner = await open('owner');
  const worker = await open('worker', await commandGiver(owner));
  const again = await replayErasures(worker, journal, new EditionFiles(dataDir));
  await recordEvent(worker, { agency: null, action: 'hub-restored', subject: madeAt, detail: { again } });
  const edition = await worker.transaction(latestEdition);
  return {
    ...{ madeAt, again, known: journal.read().length },
    ...{ edition: edition?.number ?? 0, given: journal.lastEdition() },
  };
}

/** Who comes back in, and how: names of accounts, codes of sources. */
function broughtBackInWords({ madeAt, accounts, keys, feeds }: BroughtBack): string[] {
  const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));
  return [
    `This backup was made ${madeAt}. What lets people in comes back as it was then, also where it was ended or replaced since:`,
    ...accounts.map(
      ({ name, rights }) => `  account ${name}: ${rights.length === 0 ? 'no right' : list(rights)}`,
    ),
    ...(accounts.length === 0 ? ['  accounts: none'] : []),
    `  keys of sources: ${list(keys)}`,
    `  keys of feeds: ${list(feeds)}`,
    'Sessions and sign-in links do not come back. Before the hub opens, end what is to stay ended: npx hub sign-out NAME --remove, npx hub source key CODE.',
  ];
}

function inWords({ madeAt, again, known, edition, given }: Restored): string[] {
  return [
    `The hub of ${madeAt} is restored. Nobody is signed in.`,
    again > 0
      ? `${again} submission${again === 1 ? '' : 's'} of people who were erased since then: erased again.`
      : `Nobody had to be erased again (${known} erasure${known === 1 ? '' : 's'} in the journal). If people were erased after the backup, put the newer erasures.jsonl into the data folder before the hub opens.`,
    ...(given > edition ? [`${lost(edition + 1, given)}: the next is ${given + 1}.`] : []),
  ];
}

const lost = (first: number, last: number): string =>
  first === last
    ? `Edition ${last} was published after the backup and is lost`
    : `Editions ${first} to ${last} were published after the backup and are lost`;
