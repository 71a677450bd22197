import type { Readable } from 'node:stream';

import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

import { endClient, openClient } from '../connections.js';
import {
  columnList,
  hubSequences,
  hubTables,
  lastMigration,
  type HubSequence,
  type HubTable,
} from './hub-tables.js';

/** The hub's database as it was at one moment. */
export interface Snapshot {
  /** Name of the last migration. */
  migration: string;
  tables: HubTable[];
  /** Rows of a table in COPY's text format. One at a time, each read to its end. */
  copyOut(table: HubTable): Readable;
  sequences(): Promise<HubSequence[]>;
  /** Folders of editions' files that are in use. */
  editionFolders(): Promise<string[]>;
}

/**
 * Reads the whole database in one repeatable-read transaction, by `hub_owner`, whom policies show every row. Facts are locked
 * from before it until the work ends, so that no edition is published, nobody erased and no edition's files replaced meanwhile;
 * deliveries are taken as ever.
 * @param adminUrl a login that may act as `hub_owner`
 * @throws Error where a table would not show every row, or no migration was run
 */
export async function withSnapshot<T>(
  adminUrl: string,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const client = await openClient(adminUrl);
  try {
    await client.query(`SELECT pg_advisory_lock(hashtextextended('hub.facts', 0))`);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migration = await lastMigration(client);
    if (migration === null) throw new Error('no migration was run here');
    await client.query('SET LOCAL ROLE hub_owner');
    await expectEveryRow(client);
    return await work({
      migration,
      tables: await hubTables(client),
      copyOut: (table) => client.query(copyTo(`COPY ${table.name} (${columnList(table)}) TO STDOUT`)),
      sequences: () => hubSequences(client),
      editionFolders: async () => {
        const { rows } = await client.query<{ folder: string }>(
          `SELECT folder FROM facts.edition_files WHERE folder LIKE 'edition-%' ORDER BY folder`,
        );
        return rows.map(({ folder }) => folder);
      },
    });
  } finally {
    await endClient(client);
  }
}

/** A forced policy that a later migration forgot for the owner would make a backup with holes. */
async function expectEveryRow(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relrowsecurity AND n.nspowner = 'hub_owner'::regrole AND NOT EXISTS (
       SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*' AND p.polpermissive
         AND 'hub_owner'::regrole = ANY (p.polroles) AND pg_get_expr(p.polqual, p.polrelid) = 'true')`,
  );
  if (rows.length > 0)
    throw new Error(`the owner does not see every row of ${rows.map(({ name }) => name).join(', ')}`);
}
