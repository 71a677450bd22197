import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { StartError } from './start-error.js';

/** One extension found at start-up: its code is its folder's name. */
export interface Found {
  code: string;
  /** Absolute path of the folder. */
  folder: string;
  /** What the file exports by default, still to be checked by the registry. */
  value: unknown;
}

const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Finds every `<code>/<file>.ts` (or `.js`, once built) beside a registry and imports its default export, in the order
 * of the codes. A folder without that file is not an extension and is left alone.
 * @param registryUrl `import.meta.url` of the registry
 * @param file what the file is called, without its ending: `connector`, `codebook`, `report`
 * @param under folder beside the registry that holds the extensions; '.' = the registry's own
 * @throws StartError for a folder name that can't be a code, or a file without a default export
 */
export async function discoverFolders(registryUrl: string, file: string, under = '.'): Promise<Found[]> {
  const parent = fileURLToPath(new URL(`${under}/`, registryUrl));
  const found: Found[] = [];
  for (const code of folderNames(parent)) {
    const path = [join(parent, code, `${file}.ts`), join(parent, code, `${file}.js`)].find(isFile);
    if (!path) continue;
    if (!CODE.test(code)) {
      throw new StartError(
        `the folder ${code} can't be a code: use lower-case letters, digits and single hyphens`,
      );
    }
    const module = (await import(pathToFileURL(path).href)) as { default?: unknown };
    if (module.default === undefined) throw new StartError(`${code}/${file} has no default export`);
    found.push({ code, folder: join(parent, code), value: module.default });
  }
  return found;
}

function folderNames(parent: string): string[] {
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
