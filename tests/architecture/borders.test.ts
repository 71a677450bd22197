import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { removeFolder, temporaryFolder } from '#platform';
import { BESIDE, PACKAGES, PLANTS, SOUND } from './planted.js';

const repository = process.cwd();
const bordersScript = join(repository, '.ci', 'borders.mjs');

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

/** Runs the borders' rules on a tree, as `npm run borders` does. */
function cruise(root: string): Violation[] {
  const args = [bordersScript, '-T', 'json'];
  const ran = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (!ran.stdout.startsWith('{')) throw new Error(ran.stderr);
  return (JSON.parse(ran.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

function grow(files: Record<string, string>): string {
  const root = temporaryFolder('borders');
  plant(root, files);
  return root;
}

function plant(root: string, files: Record<string, string>): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  for (const path of ['package.json', 'tsconfig.json']) write(path, readFileSync(path, 'utf8'));
  for (const name of PACKAGES) {
    write(
      `node_modules/${name}/package.json`,
      `{ "name": "${name}", "version": "1.0.0", "main": "index.js" }`,
    );
    write(`node_modules/${name}/index.js`, 'module.exports = {};');
  }
}

const told = (violations: Violation[]): string[] =>
  violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);

describe('the borders between rooms', () => {
  it('are kept', () => {
    expect(told(cruise(repository))).toEqual([]);
  });

  it('let through what the import rule allows', () => {
    const root = grow(SOUND);
    expect(told(cruise(root))).toEqual([]);
    removeFolder(root);
  });

  it('are looked after in a checkout of a difficult name, by its own script', () => {
    const folder = temporaryFolder('borders');
    const root = join(folder, `Mes projets é "l'essai" [copie] (1) 100%`);
    plant(root, {
      ...SOUND,
      ...BESIDE,
      'libs/domain/src/planted.ts': `import * as y from '#linkage';\nexport const z = y;\n`,
    });
    for (const path of ['.ci/borders.mjs', '.dependency-cruiser.cjs'])
      plant(root, { [path]: readFileSync(path, 'utf8') });
    symlinkSync(
      join(repository, 'node_modules', 'dependency-cruiser'),
      join(root, 'node_modules', 'dependency-cruiser'),
    );
    const { borders } = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { borders: string } })
      .scripts;
    const ran = spawnSync(borders, { cwd: root, encoding: 'utf8', shell: true });
    expect(ran.stderr).toBe('');
    expect(ran.stdout).toMatch(/room-domain: libs\/domain\/src\/planted\.ts/);
    expect(ran.stdout).toMatch(/^x \d+ dependency violations/m);
    removeFolder(folder);
  });

  it('are not called kept where the program can’t look', () => {
    const folder = temporaryFolder('borders #2');
    const ran = spawnSync(process.execPath, [bordersScript], { cwd: folder, encoding: 'utf8' });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(/path holds a "#"/);
    removeFolder(folder);
  });

  describe('catch a planted violation', () => {
    let caught: Set<string>;
    beforeAll(() => {
      const planted = Object.fromEntries(PLANTS.map(({ file, text }) => [file, text]));
      const root = grow({ ...SOUND, ...BESIDE, ...planted });
      caught = new Set(cruise(root).map(({ rule, from }) => `${rule.name} ${from}`));
      removeFolder(root);
    });

    it.each(PLANTS.map(({ rule, file }) => [rule, file]))('of %s, in %s', (rule, file) => {
      expect(caught).toContain(`${rule} ${file}`);
    });

    it('of every rule that there is', () => {
      const config = createRequire(import.meta.url)(join(repository, '.dependency-cruiser.cjs')) as {
        forbidden: { name: string }[];
      };
      const rules = config.forbidden.map(({ name }) => name).sort();
      expect([...new Set(PLANTS.map(({ rule }) => rule))].sort()).toEqual(rules);
    });
  });

  it('know no folder called common, shared, utils, helpers or core', () => {
    const found = ['apps', 'libs', 'tests', 'bench', 'docs'].flatMap((root) =>
      folders(join(repository, root)),
    );
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((path) => /\/(common|shared|utils|helpers|core)$/.test(path))).toEqual([]);
  });
});

describe('purity', () => {
  const impure = [
    'export const a = Math.random();',
    'export const b = Date.now();',
    'export const c = new Date();',
    'export const d = process.cwd();',
    'export const e = performance.now();',
    'export const f = fetch("https://example.org");',
    'export const g = () => setTimeout(() => undefined, 1);',
    'export const h = () => console.log(1);',
    'export const i = () => import("./x.js");',
    'import { randomUUID } from "node:crypto"; export const j = randomUUID();',
  ];
  const sound = ['export const a = new Date("2024-01-01");', 'export const b = Math.round(1.5);'];

  /** Lines that the linter refuses in a file of that name. */
  function refused(file: string, lines: string[]): Set<number> {
    const program = join(repository, 'node_modules', 'eslint', 'bin', 'eslint.js');
    const args = [program, '--stdin', '--stdin-filename', file, '-f', 'json'];
    const ran = spawnSync(process.execPath, args, {
      cwd: repository,
      encoding: 'utf8',
      input: `${lines.join('\n')}\n`,
    });
    if (!ran.stdout.startsWith('[')) throw new Error(ran.stderr);
    const [result] = JSON.parse(ran.stdout) as { messages: { line: number; ruleId: string }[] }[];
    const purity = result?.messages.filter(({ ruleId }) => ruleId.startsWith('no-restricted')) ?? [];
    return new Set(purity.map(({ line }) => line));
  }

  it('means: no clock, no unseeded chance, no waiting, no input or output', () => {
    expect(refused('libs/linkage/src/planted.ts', [...impure, ...sound])).toEqual(
      new Set(impure.map((_, index) => index + 1)),
    );
  });

  it('is asked of the pure rooms only', () => {
    expect(refused('libs/connectors/src/planted.ts', impure)).toEqual(new Set());
  });
});

function folders(root: string): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .flatMap((entry) => [join(root, entry.name), ...folders(join(root, entry.name))]);
}
