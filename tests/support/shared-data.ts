import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real material, if it is there; never part of the repository. */
const ROOT = process.env['HUB_TEST_DATA'] ?? join(process.cwd(), '..', 'shared', 'data');

/** Path within that folder, or null with a line on the console where it isn't there. */
export function sharedData(...path: string[]): string | null {
  const full = join(ROOT, ...path);
  if (existsSync(full)) return full;
  console.log('skipped, no data');
  return null;
}

/** All files under a folder whose names end so. */
export function filesUnder(folder: string, ending: RegExp): string[] {
  const found = readdirSync(folder, { withFileTypes: true, recursive: true });
  return found
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
