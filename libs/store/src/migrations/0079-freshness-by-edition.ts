import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * When a source was last received, to the minute, and how far its data reach, to the day, tell of one person who answers alone. Everybody
 * is told what an edition keeps of it (by weeks of five people); to the minute the worker reads it, and staff of their own agencies.
 */
const FRESHNESS = `
REVOKE EXECUTE ON FUNCTION facts.freshness() FROM hub_published, hub_workbench;
REVOKE EXECUTE ON FUNCTION facts.freshness_of_sources() FROM hub_published, hub_workbench;
CREATE FUNCTION facts.freshness_of_own() RETURNS TABLE (source text, name text, agency text, agency_name text, agency_kind text,
  last_received timestamptz, data_to date, expected_every_days integer, stopped text, closes date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.freshness_of_sources() f WHERE f.agency = ANY ((SELECT access.session_agencies('partner', 'lead', 'analyst'))::text[])
$$;
GRANT EXECUTE ON FUNCTION facts.freshness_of_own() TO hub_workbench;
CREATE FUNCTION facts.sources_by_name() RETURNS TABLE (source text, name text, agency text, agency_name text, agency_kind text,
  last_received timestamptz, data_to date, expected_every_days integer, stopped text, closes date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT f.source, f.name, f.agency, f.agency_name, f.agency_kind, NULL::timestamptz, NULL::date, f.expected_every_days, f.stopped, NULL::date FROM facts.freshness() f
$$;
GRANT EXECUTE ON FUNCTION facts.sources_by_name() TO hub_published;
`;

export class FreshnessByEdition0079 implements MigrationInterface {
  name = 'FreshnessByEdition1700000000079';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(FRESHNESS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
