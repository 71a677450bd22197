import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * The register of editions' files: which folder holds an edition, and the hash of its manifest, which holds those of
 * all its other files. It may be renewed (erasure rewrites files); the edition and its own hash never change.
 */
const REGISTER = `
CREATE TABLE facts.edition_files (
  edition integer PRIMARY KEY REFERENCES facts.edition(number),
  folder text NOT NULL CHECK (folder ~ '^[a-z0-9-]+$'),
  manifest text NOT NULL CHECK (manifest ~ '^[0-9a-f]{64}$'),
  written_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE facts.edition_files IS 'Folder of each edition''s files under the hub''s data folder, and the SHA-256 of its manifest';
GRANT SELECT, INSERT, UPDATE ON facts.edition_files TO hub_worker;
CREATE FUNCTION facts.edition_files_of(wanted integer) RETURNS SETOF facts.edition_files LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.edition_files WHERE edition = wanted
$$;
GRANT EXECUTE ON FUNCTION facts.edition_files_of(integer) TO hub_published;
`;

export class EditionFiles0011 implements MigrationInterface {
  name = 'EditionFiles1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(REGISTER));
  }

  async down(): Promise<void> {
    throw new Error('Without the register no edition could be checked against its files.');
  }
}
