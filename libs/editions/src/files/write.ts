import { join } from 'node:path';
import { assemble, count, type FactTable, keepPairs } from '#counting';
import {
  editionColumns,
  editionFacts,
  type EditionFilesRow,
  editionRows,
  editionTables,
  type PartDocuments,
  readParts,
  type TableColumn,
  type Transaction,
} from '#store';
import { writeCache } from './cache.js';
import { columnsOfRows } from './fact-rows.js';
import { answerHash, goldenQuestions } from './golden.js';
import {
  checkFile,
  type Manifest,
  MANIFEST,
  type ManifestFile,
  PARTS,
  readManifest,
  sha256,
} from './manifest.js';
import { readPart, writePart } from './parquet.js';
import { folderName, placeFolder, writeWhole } from './place.js';
import { readFileSync } from 'node:fs';

const ROWS_A_PART = 200_000;

/**
 * Writes the files of an edition that the transaction sees, whole or not at all. The caller registers them in the same
 * transaction: a folder that no register names is nothing, and is swept away.
 * @param editions folder of all editions
 */
export async function writeEditionFiles(
  tx: Transaction,
  editions: string,
  edition: number,
): Promise<EditionFilesRow> {
  const facts = await editionFacts(tx, edition);
  if (!facts) throw new RangeError(`there is no edition ${edition}`);
  let manifest = '';
  const folder = await placeFolder(editions, async (into) => {
    const { files, schema } = await writeTables(tx, into, edition);
    const table = await factTable(into, files, schema.fact!);
    const golden = goldenQuestions(table.description).map((question) => ({
      question,
      answer: answerHash(count(table, question)),
    }));
    const parts = writeParts(into, await readParts(tx, edition));
    const format = parts ? 2 : 1;
    const told: Manifest = { format, edition, ...facts, schema, files: [...files, ...(parts ?? [])], golden };
    const bytes = Buffer.from(`${JSON.stringify(told, null, 1)}\n`);
    manifest = sha256(bytes);
    writeWhole(join(into, MANIFEST), bytes);
    cacheOf(into, manifest, table);
    return folderName(edition, manifest);
  });
  return { folder, manifest };
}

/**
 * Makes the cache anew from the Parquet parts, each checked first.
 * @param folder the edition's own
 * @throws DamagedFile naming the part that is damaged
 */
export async function rebuildCache(folder: string, manifestHash: string): Promise<void> {
  const { files, schema } = readManifest(folder, manifestHash);
  const parts = files.filter(({ table }) => table === 'fact');
  for (const part of parts) checkFile(folder, part);
  cacheOf(folder, manifestHash, await factTable(folder, parts, schema.fact!));
}

const cacheOf = (folder: string, manifest: string, table: FactTable): void =>
  writeCache(
    folder,
    manifest,
    table,
    keepPairs(table, (question) => count(table, question)),
  );

/** Words that somebody said, of proposals and statements: an erasure takes them from the database, and a file would keep them. */
const SAID = new Set(['support', 'votes']);

/** A part without words that people said; keys and counts stay. */
const wordless = (part: unknown): unknown =>
  JSON.parse(
    JSON.stringify(part, (key, value: unknown) =>
      key === 'text' && typeof value === 'string' ? null : value,
    ),
  );

/** The parts of an edition as one document; null of one made before there were any. */
function writeParts(folder: string, parts: PartDocuments): ManifestFile[] | null {
  const rows = Object.keys(parts).length;
  if (rows === 0) return null;
  const told = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, SAID.has(name) ? wordless(part) : part]),
  );
  const bytes = Buffer.from(`${JSON.stringify(told, null, 1)}\n`);
  writeWhole(join(folder, PARTS), bytes);
  return [{ name: PARTS, table: 'part', rows, bytes: bytes.length, sha256: sha256(bytes) }];
}

async function writeTables(
  tx: Transaction,
  folder: string,
  edition: number,
): Promise<Pick<Manifest, 'files' | 'schema'>> {
  const files: ManifestFile[] = [];
  const schema: Manifest['schema'] = {};
  for (const table of editionTables()) {
    const columns = (schema[table] = await editionColumns(tx, table));
    let part = 0;
    for await (const rows of editionRows(tx, edition, table, columns, ROWS_A_PART)) {
      const name = `${table.replaceAll('_', '-')}-${String(++part).padStart(4, '0')}.parquet`;
      await writePart(join(folder, name), columns, rows);
      const bytes = readFileSync(join(folder, name));
      files.push({ name, table, rows: rows.length, bytes: bytes.length, sha256: sha256(bytes) });
    }
  }
  return { files, schema };
}

/** The facts of the Parquet parts, ready to be counted: what was written is what is read. */
async function factTable(
  folder: string,
  files: readonly ManifestFile[],
  columns: readonly TableColumn[],
): Promise<FactTable> {
  const parts: Record<string, unknown>[][] = [];
  for (const { name, table } of files) if (table === 'fact') parts.push(await readPart(join(folder, name)));
  return assemble(
    columnsOfRows(
      parts.flat(),
      columns.map(({ name }) => name),
    ),
  );
}
