import type { Command } from 'commander';

import { EditionFiles } from '#editions';
import { publicationWords, publishEdition } from '#facts';
import { AuditTrail, ErasureJournal } from '#operations';
import { kindsOfThemes, onceFinished } from '#pipeline';
import { openDatabase, readSettings, type Settings } from '#platform';
import {
  commandAnswers,
  commandProposals,
  type EditionWords,
  keepPublicationOutcome,
  mayPublish,
  prepareDatabase,
  serverVersion,
} from '#store';

import { withHub, type OpenHub } from '../open-hub.js';
import { say, UsageError } from '../terminal.js';

export function publishCommands(program: Command): void {
  program
    .command('publish')
    .description('freeze a new numbered edition of the facts')
    .option('--note <words>', 'what readers should know about this edition')
    .option('--correction <words>', 'what an earlier edition had wrong, and why; public')
    .option('--reason <words>', 'why it is published now; kept with the edition')
    .action(async (options: PublishOptions) => {
      await withHub(async (hub) => {
        const { note = null, correction = null, reason = '' } = options;
        const may = await mayPublish(hub.owner, reason, { note, correction });
        if (may.now) return publishNow(hub, may.proposal, may.words);
        say(
          `Publication waits for a second person (number ${may.proposal}, proposed by ${may.by}): another lead agrees in the browser, or gives npx hub publish --by NAME.`,
        );
      });
    });
  proposalCommands(program);
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

interface PublishOptions {
  note?: string;
  correction?: string;
  reason?: string;
}

async function publishNow(hub: OpenHub, proposal: number, { note, correction }: EditionWords): Promise<void> {
  const files = new EditionFiles(hub.settings.dataDir);
  const journal = new ErasureJournal(hub.settings.dataDir);
  const kinds = await kindsOfThemes();
  const outcome = await onceFinished(hub, () =>
    publishEdition(hub.worker, { note, correction, files, journal, kindsOfThemes: kinds }),
  );
  await new AuditTrail(hub.settings.dataDir).seal(hub.worker);
  await keepPublicationOutcome(hub.worker, proposal, outcome.status, publicationWords(outcome));
  say(publicationWords(outcome));
  if (outcome.status === 'published' && outcome.waiting > 0)
    say(`${outcome.waiting} new people wait for the next: an edition has none or at least 5.`);
}

function proposalCommands(program: Command): void {
  const proposals = program
    .command('proposals')
    .description('what waits for a second person; with --by NAME');
  proposals
    .command('list', { isDefault: true })
    .description('what you may agree to, and what you proposed')
    .action(async () => {
      const waiting = await withHub(({ owner }) => commandProposals(owner, false));
      for (const one of waiting)
        say(
          [one.id, one.kind, one.subject, `by ${one.proposedBy}`, one.reason, one.note, one.correction]
            .filter((part) => part !== null)
            .join('\t'),
        );
      if (waiting.length === 0) say('Nothing waits for you.');
    });
  for (const [word, agrees] of [
    ['agree', true],
    ['decline', false],
  ] as const)
    proposals
      .command(`${word} <number>`)
      .description(
        agrees ? 'agree to it: it is done' : 'do not agree; whoever proposed it withdraws it by this',
      )
      .option('--remark <words>', 'why', '')
      .action(async (number: string, { remark }: { remark: string }) => {
        if (!/^[1-9]\d{0,14}$/.test(number)) throw new UsageError('Name the proposal by its number.');
        await withHub(async (hub) => {
          const about = (await commandProposals(hub.owner, false)).find(({ id }) => id === Number(number));
          const became = await commandAnswers(hub.owner, Number(number), agrees, remark);
          if (became === 'done' && about?.kind === 'publication') return publishNow(hub, about.id, about);
          say({ done: 'Agreed: it is done.', declined: 'Declined.', withdrawn: 'Withdrawn.' }[became]);
        });
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
