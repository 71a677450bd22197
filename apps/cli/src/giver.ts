import { userInfo } from 'node:os';

import { accountBehind, type CommandGiver, type Database } from '#store';

import { UsageError } from './terminal.js';

/** As `--by` says, for the one command that this process runs. */
let named: string | null = null;

export const commandIsGivenBy = (account: string | null): void => void (named = account?.trim() || null);

/**
 * Who gives this command: the account that `--by` names, or the one to which the account of the operating system belongs.
 * @param owner as role `owner`
 * @throws UsageError where `--by` names nobody
 */
export async function commandGiver(owner: Database): Promise<CommandGiver> {
  const person = osAccount();
  const actor = await accountBehind(owner, named === null ? { osAccount: person } : { name: named });
  if (actor === null && named !== null)
    throw new UsageError(`--by: there is no account called ${named}; make it with npx hub sign-in.`);
  return { actor: actor ?? `os:${person}`, person };
}

function osAccount(): string {
  try {
    return userInfo().username;
  } catch {
    // An account without an entry in the system's list, as in some containers.
    return `uid-${process.getuid?.() ?? 'unknown'}`;
  }
}
