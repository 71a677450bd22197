import type { DatabaseRole } from './database-roles.js';

/** A database server that is open: addresses only. Connections are the store's business. */
export interface DatabaseServer {
  /** For migrations and nothing else: the superuser of the embedded server, or DATABASE_URL. */
  readonly adminUrl: string;
  /** The address under which a process does this role's work, and can do nothing else. */
  urlFor(role: DatabaseRole): string;
  /**
   * Passwords that the roles' logins must have once migrations have created the roles; null where the server's own
   * administrator decides. Hand them to the store's `ensureLogins`.
   */
  readonly logins: Record<DatabaseRole, string> | null;
  /** PostgreSQL's major version, 15 to 18. */
  readonly version: number;
  /** true where this call started the embedded server; false where it was running, or is not ours. */
  readonly started: boolean;
  /** Leaves the database; the last process to leave an embedded one stops it. Close pools first. */
  stop(): Promise<void>;
}

/** Asks a server for its major version. The store provides it, being the only room with a driver. */
export type ServerVersion = (url: string) => Promise<number>;
