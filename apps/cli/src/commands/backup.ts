import { resolve } from 'node:path';

import type { Command } from 'commander';

import { EditionFiles } from '#editions';
import { replayErasures } from '#facts';
import { backUp, ErasureJournal, restore } from '#operations';
import { prepareDatabase } from '#store';

import { withServer } from '../open-hub.js';
import { say } from '../terminal.js';

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
    .action(async (folder: string) => {
      const { madeAt, again, known } = await withServer(async ({ server, settings, open }) => {
        const { dataDir } = settings;
        const made = await restore(resolve(folder), { adminUrl: server.adminUrl, dataDir });
        await prepareDatabase(server);
        const journal = new ErasureJournal(dataDir);
        const again = await replayErasures(await open('worker'), journal, new EditionFiles(dataDir));
        return { madeAt: made.madeAt, again, known: journal.read().length };
      });
      say(`The hub of ${madeAt} is restored.`);
      say(
        again > 0
          ? `${again} submission${again === 1 ? '' : 's'} of people who were erased since then: erased again.`
          : `Nobody had to be erased again (${known} erasure${known === 1 ? '' : 's'} in the journal). If people were erased after the backup, put the newer erasures.jsonl into the data folder before the hub opens.`,
      );
    });
}
