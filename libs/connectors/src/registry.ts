import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { HubError } from '#domain';
import type { Connector } from './contract.js';
import type { LayoutKnowledge } from './recognise/layout.js';

const HERE = dirname(fileURLToPath(import.meta.url));
let found: Promise<Map<string, Connector>> | null = null;

/** Every connector, by code. Found once: each folder beside this file that holds `connector.js` (or `.ts`, from source). */
export async function connectors(): Promise<Connector[]> {
  return [...(await (found ??= loadFolders(HERE))).values()];
}

/** What is known of the tools whose exports are recognised, in the order of their codes. */
export async function layouts(): Promise<LayoutKnowledge[]> {
  return (await connectors()).flatMap(({ layout }) => (layout ? [layout] : []));
}

/** The connector of this code, or null where there is none. */
export async function connector(code: string): Promise<Connector | null> {
  return (await (found ??= loadFolders(HERE))).get(code) ?? null;
}

/** Loads the connectors in the folders of `root`. Throws a `HubError` naming the folder whose connector is not one. */
export async function loadFolders(root: string): Promise<Map<string, Connector>> {
  const loaded = new Map<string, Connector>();
  for (const { code, file } of connectorFolders(root)) {
    const module = (await import(pathToFileURL(file).href)) as { default?: unknown };
    const fault = connectorFault(module.default, code);
    if (fault)
      throw new HubError('bug', 'connector-invalid', `The connector in the folder "${code}" ${fault}.`);
    loaded.set(code, module.default as Connector);
  }
  return loaded;
}

/** Folders that hold a connector, in the order of their names. */
export function connectorFolders(root: string = HERE): { code: string; folder: string; file: string }[] {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => ({ code: name, folder: join(root, name) }))
    .flatMap(({ code, folder }) => {
      const file = ['connector.js', 'connector.ts']
        .map((name) => join(folder, name))
        .find((path) => existsSync(path));
      return file ? [{ code, folder, file }] : [];
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** What keeps a default export from being a connector; null where nothing does. */
export function connectorFault(candidate: unknown, code: string): string | null {
  if (typeof candidate !== 'object' || candidate === null) return 'has no default export';
  const connector = candidate as Partial<Connector>;
  if (connector.code !== code) return 'does not bear the name of its folder as its code';
  if (!/^[a-z][a-z0-9-]*$/.test(code)) return 'has a code that is not kebab-case';
  if (!connector.title) return 'has no title';
  if (!connector.agencyKinds?.length) return 'names no kind of agency';
  if (!connector.ways?.length) return 'names no way of delivery';
  const missing = (['checkMapping', 'fieldKinds', 'read', 'toRecord'] as const).find(
    (name) => typeof connector[name] !== 'function',
  );
  if (missing) return `has no ${missing}`;
  if (connector.ways.includes('pull') && typeof connector.pull !== 'function')
    return 'is to be pulled but has no pull';
  return null;
}
