/**
 * Asks whether the import rule is kept in the folder where it runs (`npm run borders`). The rules are handed over as JSON: the program
 * imports a module of rules by its plain path, which fails where that holds a per cent sign.
 * @param argv more arguments for dependency-cruiser, such as `-T json`
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
if (process.cwd().includes('#')) {
  // The program's resolver takes what follows for a fragment, finds none of our rooms and calls everything sound.
  console.error('The borders can’t be looked after in a folder whose path holds a "#": move the checkout.');
  process.exit(2);
}
const rules = createRequire(import.meta.url)(join(repository, '.dependency-cruiser.cjs'));
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'borders-'));
const file = join(folder, 'rules.json');
writeFileSync(file, JSON.stringify(rules));
const program = join(repository, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const { status } = spawnSync(
  process.execPath,
  [program, 'apps', 'libs', '--config', file, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
rmSync(file);
rmdirSync(folder);
process.exitCode = status ?? 1;
