import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';

import type { BackupManifest } from './manifest.js';

/** What lets somebody into a restored hub, as it was when the backup was made: it may have been taken from them since. */
export interface BroughtBack {
  /** Of the backup; ISO instant. */
  madeAt: string;
  /** Accounts in force, with their rights (`analyst of city`), in order of names. */
  accounts: { name: string; rights: string[] }[];
  /** Codes of sources that partners push to by a key. */
  keys: string[];
  /** Names of accounts whose feed has a key. */
  feeds: string[];
}

/** @param folder of a backup whose files were compared with its manifest */
export async function broughtBack(folder: string, manifest: BackupManifest): Promise<BroughtBack> {
  const read = (table: string): Promise<Row[]> => rowsOf(folder, manifest, table);
  const [accounts, held, sources, feeds] = await Promise.all(
    ['access.account', 'access.role_held', 'intake.source', 'access.feed_key'].map(read),
  );
  const inForce = accounts!.filter(({ ended_at: ended }) => !ended);
  const withFeed = new Set(feeds!.map((row) => row['account_id']));
  return {
    madeAt: manifest.madeAt,
    accounts: inForce
      .map(({ id, name }) => ({
        name: name ?? '',
        rights: held!
          .filter((row) => row['account_id'] === id)
          .map(({ role, agency }) => `${role} of ${agency}`)
          .sort(),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    keys: sources!.flatMap(({ code, key_hash: key }) => (key && code ? [code] : [])).sort(),
    feeds: inForce.flatMap(({ id, name }) => (withFeed.has(id ?? '') && name ? [name] : [])).sort(),
  };
}

type Row = Record<string, string | null>;

/** Rows of a small table, by column; none where the backup has no such table. */
async function rowsOf(folder: string, manifest: BackupManifest, table: string): Promise<Row[]> {
  const kept = manifest.tables.find(({ name }) => name === table);
  if (!kept) return [];
  const lines = await text(createReadStream(join(folder, kept.file)).pipe(createGunzip()));
  return lines
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(kept.columns.map((column, at) => [column, cellOf(cells[at] ?? '\\N')]));
    });
}

const ESCAPED: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** One cell of COPY's text format. */
const cellOf = (cell: string): string | null =>
  cell === '\\N' ? null : cell.replace(/\\(.)/gs, (_, sign: string) => ESCAPED[sign] ?? sign);
