import type { Settings } from './config.js';
import { openEmbedded, type EmbeddedOptions } from './embedded/open.js';
import { openExternal } from './external-database.js';
import type { Role } from './roles.js';

/** An open database: addresses only. Connections are the store's business. */
export interface Database {
  /** For migrations and nothing else: the superuser of the embedded server, or DATABASE_URL. */
  readonly adminUrl: string;
  /** The address under which a process does this role's work, and can do nothing else. */
  urlFor(role: Role): string;
  /**
   * Passwords that the roles' logins must have once migrations have created the roles; null where the server's own
   * administrator decides. Hand them to the store's `ensureLogins`.
   */
  readonly logins: Record<Role, string> | null;
  /** PostgreSQL's major version, 15 to 18. */
  readonly version: number;
  /** true where this call started the embedded server; false where it was running, or is not ours. */
  readonly started: boolean;
  /** Leaves the database; the last process to leave an embedded one stops it. Close pools first. */
  stop(): Promise<void>;
}

/** Asks a server for its major version. The store provides it, being the only room with a driver. */
export type ServerVersion = (url: string) => Promise<number>;

/**
 * Opens the database that the settings name: the embedded one unless an address is given.
 * @param serverVersion `#store`'s `serverVersion`
 * @throws StartError in one line, without secrets: unreachable, wrong address or password, older than PostgreSQL 15
 */
export async function openDatabase(
  settings: Pick<Settings, 'dataDir' | 'databaseUrl' | 'roleUrls'>,
  serverVersion: ServerVersion,
  options: EmbeddedOptions = {},
): Promise<Database> {
  const external = settings.databaseUrl !== null || Object.keys(settings.roleUrls).length > 0;
  return external ? openExternal(settings, serverVersion) : openEmbedded(settings.dataDir, options);
}
