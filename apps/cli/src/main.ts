import 'reflect-metadata';

import { Command } from 'commander';

import { StartError, startFailure } from '#platform';

import { commandIsGivenBy } from './giver.js';
import { UsageError } from './terminal.js';

/**
 * Commands by their first words. One that is called loads its own part of the hub alone, in half the time; help, and a word
 * that is not here, load all.
 */
const COMMANDS: [words: string[], load: () => Promise<(program: Command) => void>][] = [
  [['agency', 'agreement', 'source'], async () => (await import('./commands/take-on.js')).takeOnCommands],
  [['sign-in', 'sign-out'], async () => (await import('./commands/sign-in.js')).signInCommands],
  [['account'], async () => (await import('./commands/account.js')).accountCommands],
  [
    ['deliver', 'replay', 'resolve', 'suggest', 'pull'],
    async () => (await import('./commands/deliver.js')).deliverCommands,
  ],
  [['read'], async () => (await import('./commands/read.js')).readCommand],
  [['publish', 'proposals', 'migrate'], async () => (await import('./commands/publish.js')).publishCommands],
  [['replay-coding'], async () => (await import('./commands/replay-coding.js')).replayCodingCommand],
  [['erase'], async () => (await import('./commands/erase.js')).eraseCommand],
  [['audit'], async () => (await import('./commands/audit.js')).auditCommands],
  [['backup', 'restore'], async () => (await import('./commands/backup.js')).backupCommands],
  [['series'], async () => (await import('./commands/series.js')).seriesCommands],
  [['jobs'], async () => (await import('./commands/jobs.js')).jobsCommands],
  [['status'], async () => (await import('./commands/status.js')).statusCommand],
  [['edition'], async () => (await import('./commands/edition.js')).editionCommands],
  [['demo'], async () => (await import('./commands/demo.js')).demoCommand],
  [['new'], async () => (await import('./commands/new.js')).newCommands],
];

// Whoever reads our output may have seen enough (`| head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

const program = new Command('hub')
  .description('The Co-operative Brain on the command line')
  .showHelpAfterError();
const word = process.argv[2] ?? '';
const own = COMMANDS.filter(([words]) => words.includes(word));
for (const [, load] of own.length > 0 ? own : COMMANDS) (await load())(program);
// Every command, wherever it stands, may be given in somebody's name.
leavesOf(program).forEach((command) =>
  command
    .option('--by <account>', 'who gives this command, for the audit trail')
    .hook('preAction', (leaf) => {
      commandIsGivenBy(leaf.opts<{ by?: string }>().by ?? null);
    }),
);

try {
  await program.parseAsync();
} catch (error) {
  // A message written for the person, or a fault told by name and place only: its message may quote a value.
  const forPerson = error instanceof UsageError || error instanceof StartError || isHubError(error);
  process.stderr.write(`hub: ${forPerson ? (error as Error).message : startFailure(error)}\n`);
  process.exitCode = 1;
}

function leavesOf(command: Command): Command[] {
  return command.commands.length > 0 ? command.commands.flatMap(leavesOf) : [command];
}

function isHubError(error: unknown): boolean {
  return error instanceof Error && error.name === 'HubError';
}
