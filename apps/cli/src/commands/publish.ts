import type { Command } from 'commander';

import { EditionFiles } from '#editions';
import { publishEdition } from '#facts';
import { AuditTrail } from '#operations';
import { onceFinished } from '#pipeline';
import { openDatabase, readSettings, type Settings } from '#platform';
import { prepareDatabase, serverVersion } from '#store';

import { withHub } from '../open-hub.js';
import { say } from '../terminal.js';

const PUBLISHED = {
  published: (edition: number | null, hash: string) =>
    `Edition ${edition} is published. Fingerprint ${hash.slice(0, 4)} ${hash.slice(4, 8)}.`,
  unchanged: (edition: number | null) =>
    `Nothing has changed since edition ${edition}: no new edition was made.`,
  waiting: () =>
    'What is new is of fewer than 5 people and would tell who they are: it waits until there are more. No edition was made.',
  empty: () => 'There is nothing to publish yet: no submission has been received.',
};

export function publishCommands(program: Command): void {
  program
    .command('publish')
    .description('freeze a new numbered edition of the facts')
    .option('--note <words>', 'what readers should know about this edition')
    .option('--correction <words>', 'what an earlier edition had wrong, and why; public')
    .action(async (options: { note?: string; correction?: string }) => {
      const outcome = await withHub(async (hub) => {
        const files = new EditionFiles(hub.settings.dataDir);
        const { note = null, correction = null } = options;
        const published = await onceFinished(hub, () =>
          publishEdition(hub.worker, { note, correction, files }),
        );
        await new AuditTrail(hub.settings.dataDir).seal(hub.worker);
        return published;
      });
      say(PUBLISHED[outcome.status](outcome.edition, outcome.hash ?? ''));
      if (outcome.status === 'published' && outcome.waiting > 0)
        say(`${outcome.waiting} new people wait for the next: an edition has none or at least 5.`);
    });
  program
    .command('migrate')
    .description('prepare or update the database, for processes that may not')
    .action(async () => {
      const settings = readSettings();
      const server = await openDatabase(settings, serverVersion);
      const done = await migrateAll(server, settings).finally(() => server.stop());
      say(done.length === 0 ? 'The database is up to date.' : `Done: ${done.join(', ')}`);
    });
}

async function migrateAll(
  server: Awaited<ReturnType<typeof openDatabase>>,
  { redisUrl }: Settings,
): Promise<string[]> {
  const done = await prepareDatabase(server);
  if (!redisUrl) {
    // Loaded here: publishing is quicker without.
    const { migrateQueue } = await import('#queue');
    await migrateQueue(server.adminUrl);
  }
  return done;
}
