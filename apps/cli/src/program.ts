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

/** The command line, ready to parse. @param word the first of what was given, which says what is loaded */
export async function hubProgram(word: string): Promise<Command> {
  const program = new Command('hub')
    .description('The Co-operative Brain on the command line')
    .showHelpAfterError();
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
  return program;
}

/** What is said of a command that failed: a message written for the person, or a fault by name and place only, as its message may quote a value. */
export function failureLine(error: unknown): string {
  const forPerson = error instanceof UsageError || error instanceof StartError || isHubError(error);
  return `hub: ${forPerson ? (error as Error).message : startFailure(error)}\n`;
}

function leavesOf(command: Command): Command[] {
  return command.commands.length > 0 ? command.commands.flatMap(leavesOf) : [command];
}

function isHubError(error: unknown): boolean {
  return error instanceof Error && error.name === 'HubError';
}
