import { lstatSync, type Stats } from 'node:fs';

/** Does it belong to the account that this process runs as? Systems without account numbers answer yes. */
export const isOfThisAccount = ({ uid }: Stats): boolean =>
  process.geteuid === undefined || uid === process.geteuid();

/**
 * Is it a real folder (no link) of this account, in which nobody else can write or see names? Others may pass through
 * it at most (0711), as the database's account does. A folder in a place where everybody may write, such as the
 * temporary folder, can have been put there by a stranger: what is in it is used only after this question.
 */
export function isOwnFolder(path: string): boolean {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry?.isDirectory() || !isOfThisAccount(entry)) return false;
  return process.platform === 'win32' || (entry.mode & 0o066) === 0;
}
