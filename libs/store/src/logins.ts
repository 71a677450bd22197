import { endClient, openClient } from './connections.js';

/**
 * Lets the roles that the migrations made log in with these passwords. For servers that belong to the hub alone (the
 * embedded one, those of tests); elsewhere the administrator decides who may log in. Doing so twice changes nothing.
 * @param adminUrl a login that may alter roles
 * @param logins role without its `hub_` -> password; null = leave the logins as they are
 */
export async function ensureLogins(adminUrl: string, logins: Record<string, string> | null): Promise<void> {
  if (!logins) return;
  const client = await openClient(adminUrl);
  try {
    // Two commands that start at once would change the same rows of the catalogue, which PostgreSQL refuses (XX000).
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 1))', ['hub.logins']);
    for (const [role, password] of Object.entries(logins)) {
      const name = client.escapeIdentifier(`hub_${role}`);
      await client.query(`ALTER ROLE ${name} WITH LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
  } finally {
    await endClient(client);
  }
}
