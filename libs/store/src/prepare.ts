import { ensureLogins } from './logins.js';
import { migrate } from './migrate.js';

/**
 * Make a database ready for the hub: migrations, then logins for its roles where the server is the hub's own.
 * Idempotent; several processes may call it at once.
 */
export async function prepareDatabase(server: {
  adminUrl: string;
  logins: Record<string, string> | null;
}): Promise<string[]> {
  const done = await migrate(server.adminUrl);
  await ensureLogins(server.adminUrl, server.logins);
  return done;
}
