import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DATABASE_ROLES, type DatabaseRole } from '../database-roles.js';
import { StartError } from '../start-error.js';
import { readText, writePrivate } from './files.js';

/** Passwords of the embedded cluster: random, in one file that only this account can read. */
export interface Secrets {
  /** Of the superuser `postgres`. */
  admin: string;
  roles: Record<DatabaseRole, string>;
}

/**
 * Reads the passwords, adding one for any role that has none yet.
 * @param mustExist true once there is a cluster: new passwords would not open it
 */
export function readSecrets(dataDir: string, mustExist: boolean): Secrets {
  const file = join(dataDir, 'secrets.json');
  const text = readText(file);
  if (text === null && mustExist) {
    throw new StartError(`${file} is missing, and the database does not open without it; restore it`);
  }
  const kept = parse(text, file);
  const roles = Object.fromEntries(DATABASE_ROLES.map((role) => [role, kept.roles?.[role] ?? password()]));
  const secrets = { admin: kept.admin ?? password(), roles: roles as Record<DatabaseRole, string> };
  const written = `${JSON.stringify(secrets, null, 2)}\n`;
  if (written !== text) writePrivate(file, written);
  return secrets;
}

function parse(
  text: string | null,
  file: string,
): { admin?: string; roles?: Partial<Record<DatabaseRole, string>> } {
  try {
    return text === null ? {} : (JSON.parse(text) as Partial<Secrets>);
  } catch {
    throw new StartError(`${file} is damaged; restore it`);
  }
}

const password = (): string => randomBytes(24).toString('base64url');
