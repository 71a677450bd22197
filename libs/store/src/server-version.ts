import pg from 'pg';

/**
 * Asks a PostgreSQL server for its major version, as the start of every process does.
 * @param url where it is, login included
 * @returns 18 and the like
 * @throws the driver's error, with its code, where the server can't be reached in ten seconds or refuses the login
 */
export async function serverVersion(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that ends the connection by itself must not end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const asked = await client.query<{ number: string }>(
      `SELECT current_setting('server_version_num') AS number`,
    );
    return Math.floor(Number(asked.rows[0]?.number) / 10_000);
  } catch (error) {
    if (error instanceof Error && /timeout/i.test(error.message)) Object.assign(error, { code: 'ETIMEDOUT' });
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
