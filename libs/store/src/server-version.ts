import { endClient, openClient } from './connections.js';

/**
 * Asks a PostgreSQL server for its major version, as the start of every process does.
 * @param url where it is, login included
 * @returns 18 and the like
 * @throws the driver's error, with its code, where the server can't be reached in ten seconds or refuses the login
 */
export async function serverVersion(url: string): Promise<number> {
  const client = await openClient(url, { tries: 1, waitMs: 10_000 });
  try {
    const asked = await client.query<{ number: string }>(
      `SELECT current_setting('server_version_num') AS number`,
    );
    return Math.floor(Number(asked.rows[0]?.number) / 10_000);
  } finally {
    await endClient(client);
  }
}
