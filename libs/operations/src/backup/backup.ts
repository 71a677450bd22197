import { createWriteStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { copyFile, chmod, open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { makeFolder, StartError } from '#platform';
import { withSnapshot, type Snapshot } from '#store';

import { FORMAT, JOURNAL, MANIFEST, sha256Of, type BackupManifest } from './manifest.js';

/** Files of the data folder, beside the editions, that belong to what the database holds. */
const KEPT_FILES = ['audit-heads.jsonl', 'audit-key.pem', JOURNAL];

export interface Backup {
  tables: number;
  editions: number;
  bytes: number;
  /** SHA-256 of the manifest, hexadecimal: kept elsewhere, it vouches for the whole. */
  manifest: string;
}

/**
 * Writes a whole hub into an empty or new folder, while the hub works: its database as it was at one moment, the files of
 * editions that belong to it, the signed heads of the audit trail with their key, and the journal of erasures. Files are for this
 * account alone. A backup that was cut short has no manifest and can't be restored.
 * @throws StartError where the folder is not empty or can't be used
 */
export async function backUp(hub: { adminUrl: string; dataDir: string }, folder: string): Promise<Backup> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new StartError(`${folder} is not empty; name a new folder for the backup`);
  makeFolder(folder, 0o700);
  await chmod(folder, 0o700);
  const paths: string[] = [];
  // Before the database: what they vouch for must be in it.
  for (const name of KEPT_FILES)
    if (existsSync(join(hub.dataDir, name))) paths.push(await keep(hub.dataDir, folder, name));
  return withSnapshot(hub.adminUrl, async (snapshot) => {
    const tables = await writeTables(snapshot, folder);
    const editions = await snapshot.editionFolders();
    for (const edition of editions)
      for (const name of filesUnder(join(hub.dataDir, 'editions', edition)))
        paths.push(await keep(hub.dataDir, folder, `editions/${edition}/${name}`));
    const files = await Promise.all(
      [...tables.map(({ file }) => file), ...paths].map(async (path) => ({
        path,
        bytes: statSync(join(folder, path)).size,
        sha256: await sha256Of(join(folder, path)),
      })),
    );
    const { migration } = snapshot;
    const sequences = await snapshot.sequences();
    const madeAt = new Date().toISOString();
    const manifest: BackupManifest = { format: FORMAT, madeAt, migration, tables, sequences, files };
    const path = join(folder, MANIFEST);
    await writeFile(path, `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flag: 'wx', flush: true });
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return { tables: tables.length, editions: editions.length, bytes, manifest: await sha256Of(path) };
  });
}

async function writeTables(snapshot: Snapshot, folder: string): Promise<BackupManifest['tables']> {
  makeFolder(join(folder, 'tables'), 0o700);
  const written: BackupManifest['tables'] = [];
  for (const table of snapshot.tables) {
    const file = `tables/${table.name}.copy.gz`;
    const to = createWriteStream(join(folder, file), { mode: 0o600, flags: 'wx', flush: true });
    await pipeline(snapshot.copyOut(table), createGzip({ level: 4 }), to);
    written.push({ name: table.name, columns: table.columns, file });
  }
  return written;
}

/** Copies one file, whole or not at all, which is for this account alone and on the disk when this returns. @returns its path */
export async function keep(from: string, to: string, path: string): Promise<string> {
  const target = join(to, path);
  const part = `${target}.part`;
  let above = to;
  for (const name of path.split('/').slice(0, -1)) makeFolder((above = join(above, name)), 0o700);
  // A line may be in the writing: what was not ended is left out, as whoever reads the file does.
  if (path.endsWith('.jsonl')) await writeFile(part, wholeLines(join(from, path)), { mode: 0o600 });
  else await copyFile(join(from, path), part);
  await chmod(part, 0o600);
  const file = await open(part, 'r+');
  await file.sync().finally(() => file.close());
  await rename(part, target);
  return path;
}

function wholeLines(path: string): Buffer {
  const bytes = readFileSync(path);
  return bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
}

/** Paths of the files under a folder, parts joined by `/`, in order. */
function filesUnder(folder: string, under = ''): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true })
    .flatMap((entry) => {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(folder, path) : [path];
    })
    .sort();
}
