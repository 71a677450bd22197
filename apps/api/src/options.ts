import type { Database } from '#store';
import type { Logger } from '#platform';

/** What the API is given by whoever composes it: open databases and a place to log. It closes none of them. */
export interface ApiOptions {
  /** Role `published`: may only execute the functions of schema `facts`. */
  published: Database;
  /** Role `workbench`: sees the rows that a session's rights allow, and none without a session. */
  workbench: Database;
  logger: Logger;
  /** The hub's version, as told by the query `hub`. */
  version: string;
  /** How the counting process does, where there is one. */
  counting?: () => Promise<'ok' | 'not-started' | 'away'>;
  /** The data folder, where this process has one: its disk must have room. */
  dataDir?: string;
  /** Whether the hub sends mail: only then may people ask for it. */
  mail?: boolean;
  /** Public address of the hub (HUB_ADDRESS), without a stroke at its end; absent where it is not said. */
  address?: string | null;
}

export const PUBLISHED = Symbol('database of published figures');
export const WORKBENCH = Symbol('database of the workbench');
export const LOGGER = Symbol('logger');
export const VERSION = Symbol('version');
export const COUNTING = Symbol('condition of the counting process');
export const MAIL = Symbol('whether mail is sent');
export const ADDRESS = Symbol('public address of the hub');
export const DATA_DIR = Symbol('data folder');
