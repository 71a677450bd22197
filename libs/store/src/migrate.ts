import { closeSource, openSource } from './connections.js';
import { MIGRATIONS } from './migrations/index.js';

/**
 * Bring the database at `adminUrl` up to date. Safe to call from several processes at once: an advisory
 * lock lets one work and the others find nothing left to do.
 * @param through name of the last migration to run: a backup's own version; all of them unless given
 * @returns names of the migrations that were run, in order.
 */
export async function migrate(adminUrl: string, through?: string): Promise<string[]> {
  const last = through ? MIGRATIONS.findIndex((each) => new each().name === through) : MIGRATIONS.length - 1;
  if (last < 0) throw new Error('there is no migration of that name');
  const source = await openSource(adminUrl, {
    migrations: MIGRATIONS.slice(0, last + 1),
    migrationsTableName: 'hub_migration',
    extra: { max: 2 },
  });
  const lock = source.createQueryRunner();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtextextended('hub.migrate', 0))`);
    const done = await source.runMigrations({ transaction: 'each' });
    await lock.query(`SELECT pg_advisory_unlock(hashtextextended('hub.migrate', 0))`);
    return done.map((migration) => migration.name);
  } finally {
    await lock.release();
    await closeSource(source);
  }
}
