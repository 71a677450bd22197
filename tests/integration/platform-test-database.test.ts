import { DATABASE_ROLES } from '#platform';
import { openClient } from '#store';
import { testDatabase } from '../support/database.js';

describe('the database of a test', () => {
  it('is migrated, lets each role log in as itself, and shares nothing with the next', async () => {
    const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
    for (const role of DATABASE_ROLES) {
      const client = await openClient(one.urlFor(role));
      const { rows } = await client.query(
        `SELECT current_user AS name, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user`,
      );
      await client.end();
      expect(rows).toEqual([{ name: `hub_${role}`, rolsuper: false, rolbypassrls: false }]);
    }
    await one.admin.query('CREATE TABLE planted (x int)');
    const seen = await two.admin.query(
      `SELECT to_regclass('planted') AS planted, to_regclass('hub_migration') AS m`,
    );
    expect(seen.rows).toEqual([{ planted: null, m: 'hub_migration' }]);
    await Promise.all([one.drop(), two.drop()]);
  });
});
