import 'reflect-metadata';

import { Command } from 'commander';

import { StartError, startFailure } from '#platform';

import { demoCommand } from './commands/demo.js';
import { deliverCommands } from './commands/deliver.js';
import { editionCommands } from './commands/edition.js';
import { eraseCommand } from './commands/erase.js';
import { newCommands } from './commands/new.js';
import { publishCommands } from './commands/publish.js';
import { replayCodingCommand } from './commands/replay-coding.js';
import { registryCommands } from './commands/registry.js';
import { signInCommand } from './commands/sign-in.js';
import { UsageError } from './terminal.js';

const program = new Command('hub')
  .description('The Co-operative Brain on the command line')
  .showHelpAfterError();
registryCommands(program);
signInCommand(program);
deliverCommands(program);
publishCommands(program);
replayCodingCommand(program);
eraseCommand(program);
editionCommands(program);
demoCommand(program);
newCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  // A message written for the person, or a fault told by name and place only: its message may quote a value.
  const forPerson = error instanceof UsageError || error instanceof StartError || isHubError(error);
  process.stderr.write(`hub: ${forPerson ? (error as Error).message : startFailure(error)}\n`);
  process.exitCode = 1;
}

function isHubError(error: unknown): boolean {
  return error instanceof Error && error.name === 'HubError';
}
