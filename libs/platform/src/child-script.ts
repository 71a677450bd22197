import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where the built script of a child is: beside the file that asks for it, or, run from TypeScript sources, in `dist`.
 * @param from `import.meta.url` of the file that asks
 * @returns null where there is none
 */
export function childScript(from: string, name: string): string | null {
  const beside = fileURLToPath(new URL(`./${name}.js`, from));
  const built = beside.replace(/([\\/])libs([\\/](?!.*[\\/]libs[\\/]))/, '$1dist$1libs$2');
  return [beside, built].find((path) => existsSync(path)) ?? null;
}
