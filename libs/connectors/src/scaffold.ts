import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HubError } from '#domain';
import { connectorSource, FIXTURE_CSV, fixtureMapping, readme } from './scaffold-texts.js';

const HERE = dirname(fileURLToPath(import.meta.url));

/** The folder of connectors in the sources, also when this runs from the build. */
function sourceFolder(): string {
  const source = HERE.replace(`${sep}dist${sep}libs${sep}`, `${sep}libs${sep}`);
  return existsSync(source) ? source : HERE;
}

/**
 * Writes the folder of a new connector that passes the contract suite as it stands: to be made one's own from there.
 * @param code kebab-case; becomes the folder's name
 * @param dir where the connectors' folders are; the sources of this library where absent
 * @returns path of the new folder
 * @throws HubError `refuse` where the code is no code or the folder is there already
 */
export async function newConnector(code: string, dir: string = sourceFolder()): Promise<string> {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(code))
    throw new HubError(
      'refuse',
      'code-invalid',
      'A connector’s code is small letters, digits and hyphens, at most 40, with a letter first.',
    );
  const folder = join(dir, code);
  if (existsSync(folder))
    throw new HubError('refuse', 'connector-exists', `There is a folder ${code} already.`);
  mkdirSync(join(folder, 'fixture'), { recursive: true });
  const library = relative(folder, sourceFolder()).split(sep).join('/') || '.';
  writeFileSync(join(folder, 'connector.ts'), connectorSource(code, library));
  writeFileSync(join(folder, 'README.md'), readme(code));
  writeFileSync(join(folder, 'fixture', 'mapping.json'), fixtureMapping(code));
  writeFileSync(join(folder, 'fixture', 'answers.csv'), FIXTURE_CSV);
  return Promise.resolve(folder);
}
