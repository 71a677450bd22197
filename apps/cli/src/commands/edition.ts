import type { Command } from 'commander';

import { EditionFiles } from '#editions';

import { withHub } from '../open-hub.js';
import { say, UsageError } from '../terminal.js';

export function editionCommands(program: Command): void {
  program
    .command('edition')
    .description('look after published editions')
    .command('verify <number>')
    .description("check every byte of an edition's files, and ask its golden questions again")
    .option(
      '--repair',
      'make what is damaged anew: the cache from the Parquet files, these from the database',
    )
    .action(async (text: string, { repair }: { repair?: boolean }) => {
      const edition = Number(text);
      if (!Number.isInteger(edition) || edition < 1)
        throw new UsageError('Name an edition by its number: 1, 2, 3 …');
      const outcome = await withHub(async (hub) => {
        const files = new EditionFiles(hub.settings.dataDir);
        const found = await files.verify(hub.worker, edition);
        if (found.ok || found.closed || !repair) return found;
        say(`${found.reason}: making it anew.`);
        await files.repair(hub.worker, edition, found.file);
        return files.verify(hub.worker, edition);
      });
      if (!outcome.ok)
        throw new UsageError(
          `Edition ${edition}: ${outcome.file ? `${outcome.file}: ` : ''}${outcome.reason}.`,
        );
      say(
        `Edition ${edition} is whole: ${outcome.files} files as they were written, ${outcome.golden} golden questions answered as before.`,
      );
    });
}
