import type { Queryable, Transaction } from '../../database.js';
import { FACT_COLUMNS } from './facts-writer-sql.js';

/** Where an edition's files are, and the hash of their manifest. */
export interface EditionFilesRow {
  folder: string;
  /** SHA-256 of the manifest, in hexadecimal. */
  manifest: string;
}

/** Kinds of a column as a file may hold it; dates, ids and documents are text. */
export type ColumnKind = 'text' | 'texts' | 'boolean' | 'integer' | 'bigint' | 'number';
export interface TableColumn {
  name: string;
  kind: ColumnKind;
}

/** Tables of an edition, the facts among them. */
export const editionTables = (): string[] => Object.keys(FACT_COLUMNS);

const KINDS: Record<string, ColumnKind> = {
  boolean: 'boolean',
  smallint: 'integer',
  integer: 'integer',
  bigint: 'bigint',
  numeric: 'number',
  'double precision': 'number',
  real: 'number',
  ARRAY: 'texts',
};

/** Columns of a table of an edition, without the edition's number. By the worker role. */
export async function editionColumns(tx: Queryable, table: string): Promise<TableColumn[]> {
  const found = await tx.query<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'facts' AND table_name = $1 AND column_name <> 'edition' ORDER BY ordinal_position`,
    [table],
  );
  return found.map(({ name, type }) => ({ name, kind: KINDS[type] ?? 'text' }));
}

const AS_TEXT: readonly ColumnKind[] = ['text', 'bigint'];
/** Facts lie person by person, so that files pack well. */
const ORDER: Record<string, string> = { fact: 'ward, person_key, submission_key, theme COLLATE "C"' };

/**
 * Rows of one table of an edition, a page at a time; keys come as text. By the worker role, in its transaction.
 * @param rows most rows a page
 */
export async function* editionRows(
  tx: Transaction,
  edition: number,
  table: string,
  columns: readonly TableColumn[],
  rows: number,
): AsyncGenerator<Record<string, unknown>[]> {
  const list = columns.map(({ name, kind }) => {
    if (kind === 'number') return `${name}::float8 AS ${name}`;
    return AS_TEXT.includes(kind) ? `${name}::text AS ${name}` : name;
  });
  const order = ORDER[table] ?? columns.slice(0, 3).map(({ name }) => name);
  await tx.query(
    `DECLARE edition_rows NO SCROLL CURSOR FOR SELECT ${list.join(', ')} FROM facts.${table} f WHERE edition = ${Number(edition)}
     ORDER BY ${order.toString()}`,
  );
  for (;;) {
    const page = await tx.query(`FETCH ${Number(rows)} FROM edition_rows`);
    if (page.length > 0) yield page;
    if (page.length < rows) break;
  }
  await tx.query('CLOSE edition_rows');
}

/** Enters, or renews, where an edition's files are. By the worker role. */
export async function registerEditionFiles(
  tx: Queryable,
  edition: number,
  { folder, manifest }: EditionFilesRow,
): Promise<void> {
  await tx.query(
    `INSERT INTO facts.edition_files (edition, folder, manifest) VALUES ($1, $2, $3)
     ON CONFLICT (edition) DO UPDATE SET folder = excluded.folder, manifest = excluded.manifest, written_at = now()`,
    [edition, folder, manifest],
  );
}

/** The register, by the worker role. */
export function registeredEditionFiles(
  tx: Queryable,
): Promise<(EditionFilesRow & { edition: number; hash: string })[]> {
  return tx.query(
    `SELECT f.edition, f.folder, f.manifest, e.hash FROM facts.edition_files f JOIN facts.edition e ON e.number = f.edition
     ORDER BY f.edition`,
  );
}

/** What the register says of an edition whose files must be written anew: no folder bears this name. */
const RETIRED: EditionFilesRow = { folder: 'retired', manifest: '0'.repeat(64) };

/** Takes an edition's files out of use, where it has any: nobody opens them any more. By the worker role. */
export async function retireEditionFiles(tx: Queryable, edition: number): Promise<void> {
  await tx.query('UPDATE facts.edition_files SET folder = $2, manifest = $3 WHERE edition = $1', [
    edition,
    RETIRED.folder,
    RETIRED.manifest,
  ]);
}

/** Numbers of published editions that no files are registered of, or only retired ones. By the worker role. */
export async function editionsWithoutFiles(tx: Queryable): Promise<number[]> {
  const found = await tx.query<{ number: number }>(
    `SELECT number FROM facts.edition WHERE number > 0 AND number NOT IN (SELECT edition FROM facts.edition_files WHERE folder <> $1) ORDER BY number`,
    [RETIRED.folder],
  );
  return found.map(({ number }) => number);
}

/** What an edition's manifest tells of it. By the worker role. */
export async function editionFacts(
  tx: Queryable,
  edition: number,
): Promise<{
  hash: string;
  dataTo: string | null;
  versions: Record<string, string>;
  synthetic: boolean;
} | null> {
  const [row] = await tx.query<{
    hash: string;
    dataTo: string | null;
    versions: Record<string, string>;
    synthetic: boolean;
  }>(
    `SELECT hash, data_to::text AS "dataTo", versions, synthetic FROM facts.edition WHERE number = $1 AND number > 0`,
    [edition],
  );
  return row ?? null;
}

/** Where the files of one edition are, by the published role; null where none are registered. */
export async function editionFilesOf(db: Queryable, edition: number): Promise<EditionFilesRow | null> {
  const [row] = await db.query<EditionFilesRow>('SELECT folder, manifest FROM facts.edition_files_of($1)', [
    edition,
  ]);
  return row ?? null;
}
