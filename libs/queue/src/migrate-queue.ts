import { runMigrations, type PgQueryable } from 'bullmq';
import { postgresConnection, QUEUE_SCHEMA } from './backend.js';

/**
 * Brings the queue's tables in PostgreSQL up to date, in a schema of their own that belongs to the worker's role: every
 * queue makes a sequence there, so a mere grant would not do. Doing so twice, or in two processes at once, is harmless.
 * Call after the store's migrations, which make the role. Redis needs nothing of the kind.
 * @param adminUrl a login that may create schemas and act as the worker's role
 */
export async function migrateQueue(adminUrl: string, owner = 'hub_worker'): Promise<void> {
  const connection = postgresConnection(adminUrl, 1);
  connection.on('error', () => undefined);
  const client = await connection.pool.connect();
  try {
    await runMigrations(asOwner(client, owner), QUEUE_SCHEMA);
  } finally {
    client.release();
    await connection.close();
  }
}

/**
 * BullMQ migrates in one transaction that begins by creating the schema. Ours is created for the worker's role, and the
 * rest of the transaction is done in that role, so that everything in it belongs to it.
 */
function asOwner(client: PgQueryable, owner: string): PgQueryable {
  return {
    query: async <R>(text: string, parameters?: readonly unknown[]) => {
      if (!text.startsWith('CREATE SCHEMA')) return client.query<R>(text, parameters);
      const created = await client.query<R>(`${text} AUTHORIZATION "${owner}"`);
      await client.query(`SET LOCAL ROLE "${owner}"`);
      return created;
    },
  };
}
