import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { removalFaults } from './removal-faults.js';

/** The only file that may remove a folder with all that is in it, and those that hold faults to be caught. */
const APART = [
  'libs/platform/src/remove-folder.ts',
  'tests/architecture/removal-faults.ts',
  'tests/architecture/removals.test.ts',
];
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git', '.hub-data']);

/** Everything in the tree that people wrote. */
function files(folder = process.cwd()): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : files(path);
    return entry.isFile() ? [relative(process.cwd(), path)] : [];
  });
}

describe('what is removed', () => {
  it('with all that is in it goes through the one guard, and is never what holds a path', () => {
    const all = files().filter((path) => !APART.includes(path));
    expect(all.length).toBeGreaterThan(300);
    expect(all.flatMap((path) => removalFaults(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each([
    ['recursive', 'x.ts', `rmSync(folder, { recursive: true, force: true });`],
    ['recursive, awaited', 'x.mjs', `await fs.rm(folder, { force: true, recursive: true });`],
    ['options from elsewhere', 'x.ts', `rmSync(folder, options);`],
    ['options spread', 'x.ts', `rmSync(folder, { ...options });`],
    ['rmdir', 'x.ts', `rmdirSync(folder, { recursive: true });`],
    ['under another name', 'x.ts', `import { rmSync as remove } from 'node:fs';`],
    ['as a value', 'x.ts', `const remove = fs.rmSync;`],
    ['what holds it', 'x.ts', `removeFolder(dirname(folder));`],
    ['what holds it, named', 'x.ts', `const above = dirname(folder); removeFolder(above);`],
    ['what holds it, one file', 'x.ts', `rmSync(join(dirname(folder), name), { force: true });`],
    ['by the shell', 'x.ts', `spawnSync('rm', ['-rf', folder]);`],
    ['by the shell, in words', 'x.ts', 'execSync(`rm -fr ${folder}`);'],
    ['in a script', '.ci/run', '#!/bin/bash\nrm -rf "$folder"'],
    ['in a script, apart', 'a.sh', 'rm -f -r "$folder"'],
    ['in a script, long', 'a.sh', 'rm --recursive "$folder"'],
    ['by find', 'a.sh', 'find "$folder" -delete'],
    ['by rimraf', 'package.json', '{ "scripts": { "clean": "rimraf dist" } }'],
    ['by a package script', 'package.json', '{ "scripts": { "clean": "rm -rf dist" } }'],
  ])('a planted fault is caught: %s', (_, path, text) => {
    expect(removalFaults(path, text)).toHaveLength(1);
  });

  it.each([
    [
      'x.ts',
      `rmSync(file, { force: true }); await rm(file); removeFolder(folder, { inside: dirname(folder) });`,
    ],
    ['.ci/run', 'rm -f "$summary"\nnpm run --silent build'],
    ['x.md', 'Never `rm -rf` anything.'],
  ])('what is sound is let through, in %s', (path, text) => {
    expect(removalFaults(path, text)).toEqual([]);
  });
});
