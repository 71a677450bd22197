import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { StartError } from '#platform';
import { loadTables, lookAtTarget, migrate, type Target } from '#store';

import { keep } from './backup.js';
import { type BroughtBack, broughtBack } from './brought-back.js';
import { checkedManifest, JOURNAL, sha256Of, type BackupFile, type BackupManifest } from './manifest.js';

const REFUSED: Record<Exclude<Target, 'ready'>, string> = {
  used: 'this database is not empty: a hub is restored into a new one, never over another',
  newer:
    'this database was prepared by a newer version than the backup was made by; name one that no hub has used',
  'unknown-version': 'the backup was made by a newer version of the hub; restore it with that version',
};

/**
 * Restores a hub into a database and a data folder that hold none: every file is checked first, the tables are all put in or
 * none, and the database is then brought up to this version. Whoever was erased since is back until the journal is replayed,
 * so no hub may open before that. Sessions and sign-in links of then are not brought back.
 * @param agreed hears which accounts, rights and keys come back as they were, before anything is written; false leaves all as it is
 * @throws StartError before anything is written, where the backup is damaged, the place is taken, or it is not agreed to
 */
export async function restore(
  folder: string,
  hub: { adminUrl: string; dataDir: string },
  agreed: (back: BroughtBack) => Promise<boolean> = () => Promise.resolve(true),
): Promise<BackupManifest> {
  const manifest = await checkedManifest(folder);
  const target = await lookAtTarget(hub.adminUrl, manifest.migration);
  if (target !== 'ready') throw new StartError(REFUSED[target]);
  const files = manifest.files.filter(({ path }) => !path.startsWith('tables/'));
  await expectRoom(hub.dataDir, files);
  if (!(await agreed(await broughtBack(folder, manifest))))
    throw new StartError('nothing was restored; with --yes it is not asked');
  await migrate(hub.adminUrl, manifest.migration);
  for (const { path } of files)
    if (!existsSync(join(hub.dataDir, path))) await keep(folder, hub.dataDir, path);
  const tables = manifest.tables.map(({ name, columns, file }) => ({
    name,
    columns,
    open: () => unpacked(join(folder, file)),
  }));
  await loadTables(hub.adminUrl, { tables, sequences: manifest.sequences });
  await migrate(hub.adminUrl);
  return manifest;
}

/** Nothing may be there but what an earlier try at the same brought, and a journal of erasures, which goes on. */
async function expectRoom(dataDir: string, files: readonly BackupFile[]): Promise<void> {
  const ours = new Set(files.map(({ path }) => path.split('/')[1]));
  const editions = join(dataDir, 'editions');
  const strange = existsSync(editions) && readdirSync(editions).some((name) => !ours.has(name));
  const taken = [strange ? 'editions' : null];
  for (const { path, sha256 } of files) {
    const there = path !== JOURNAL && existsSync(join(dataDir, path));
    if (there && (await sha256Of(join(dataDir, path))) !== sha256) taken.push(path);
  }
  const first = taken.find((path) => path !== null);
  if (first)
    throw new StartError(
      `${join(dataDir, first)} is there already: a hub is restored into a new data folder`,
    );
}

function unpacked(path: string): Readable {
  const from = createReadStream(path);
  const gunzip = createGunzip();
  from.on('error', (error) => gunzip.destroy(error));
  return from.pipe(gunzip);
}
