import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformFileSync } from '@swc/core';

/**
 * Compiles one library's sources for tests that start processes of their own (which Jest's transform does not reach).
 * @param library folder under libs/
 * @param into a folder from which `node_modules` can be found; by default one that goes when the run ends
 * @returns address of the compiled `index.js`, to be imported: a path would not do where it holds a per cent sign
 */
export function compileLibrary(library: string, into = compiled()): string {
  const from = join(process.cwd(), 'libs', library, 'src');
  const to = mkdtempSync(join(into, 'hub-compiled-'));
  writeFileSync(join(to, 'package.json'), '{ "type": "module" }');
  for (const path of sources(from)) {
    const target = join(to, relative(from, path).replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, transformFileSync(path, options()).code);
  }
  return pathToFileURL(join(to, 'index.js')).href;
}

function compiled(): string {
  const into = join(process.env.HUB_TEST_STATE ?? tmpdir(), 'compiled');
  mkdirSync(into, { recursive: true });
  const modules = join(into, 'node_modules');
  try {
    if (!existsSync(modules)) symlinkSync(join(process.cwd(), 'node_modules'), modules, 'junction');
  } catch {
    // Another test process was quicker.
  }
  return into;
}

const options = () => ({
  ...(JSON.parse(readFileSync('.swcrc', 'utf8')) as object),
  sourceMaps: false,
  swcrc: false,
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}
