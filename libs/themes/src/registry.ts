import { discoverFolders } from '#platform';
import { checkCodebook } from './check-codebook.js';
import type { CodebookFolder } from './coders/rule.js';

/**
 * The codebooks found at start-up: every folder `codebooks/<code>/` with a `codebook.ts` that exports a
 * CodebookFolder by default. Keyed by code, in order of code.
 * @throws Error naming the codebook and what is wrong with it.
 */
export async function findCodebooks(): Promise<Map<string, CodebookFolder>> {
  const found = new Map<string, CodebookFolder>();
  for (const { code, value } of await discoverFolders(import.meta.url, 'codebook', 'codebooks')) {
    const folder = value as CodebookFolder;
    const problems = checkCodebook(folder);
    if (folder.codebook?.code !== code) problems.unshift('its code must be the name of its folder');
    if (problems.length > 0) throw new Error(`codebook ${code}: ${problems[0]}`);
    found.set(code, folder);
  }
  return found;
}
