import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = ['owner', 'intake', 'worker', 'linker', 'published', 'workbench'];
const SCHEMAS = ['access', 'audit', 'intake', 'engagement', 'vault', 'linkage', 'coding', 'facts'];

/** Roles are made without a login; whoever runs the server gives them one (docker/roles.sql, or the embedded launcher). */
export class RolesAndSchemas0001 implements MigrationInterface {
  name = 'RolesAndSchemas1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const role of ROLES) {
      await runner.query(`
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hub_${role}') THEN CREATE ROLE hub_${role} NOLOGIN; END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of the same server was first
        END $$`);
      // Needed to act as the role where the connecting user is no superuser.
      await runner.query(`
        DO $$ BEGIN
          IF NOT pg_has_role(current_user, 'hub_${role}', 'MEMBER') THEN EXECUTE 'GRANT hub_${role} TO ' || quote_ident(current_user); END IF;
        END $$`);
    }
    for (const schema of SCHEMAS) await runner.query(`CREATE SCHEMA ${schema} AUTHORIZATION hub_owner`);
    await runner.query(`
      REVOKE ALL ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA intake TO hub_intake, hub_worker, hub_workbench;
      GRANT USAGE ON SCHEMA engagement TO hub_worker, hub_linker, hub_workbench;
      GRANT USAGE ON SCHEMA vault TO hub_worker, hub_linker, hub_workbench;
      GRANT USAGE ON SCHEMA linkage TO hub_worker, hub_linker, hub_workbench;
      GRANT USAGE ON SCHEMA coding TO hub_worker, hub_workbench;
      GRANT USAGE ON SCHEMA facts TO hub_worker, hub_published, hub_workbench;
      GRANT USAGE ON SCHEMA access TO hub_workbench;
      GRANT USAGE ON SCHEMA audit TO hub_worker, hub_linker, hub_workbench;
      ALTER DEFAULT PRIVILEGES FOR ROLE hub_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const schema of SCHEMAS) await runner.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  }
}
