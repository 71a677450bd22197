import type { Settings } from './config.js';
import type { DatabaseServer, ServerVersion } from './database-server.js';
import { openEmbedded, type EmbeddedOptions } from './embedded/open.js';
import { openExternal } from './external-database.js';

/**
 * Opens the database that the settings name: the embedded one unless an address is given.
 * @param serverVersion `#store`'s `serverVersion`
 * @throws StartError in one line, without secrets: unreachable, wrong address or password, older than PostgreSQL 15
 */
export async function openDatabase(
  settings: Pick<Settings, 'dataDir' | 'databaseUrl' | 'roleUrls'>,
  serverVersion: ServerVersion,
  options: EmbeddedOptions = {},
): Promise<DatabaseServer> {
  const external = settings.databaseUrl !== null || Object.keys(settings.roleUrls).length > 0;
  return external ? openExternal(settings, serverVersion) : openEmbedded(settings.dataDir, options);
}
