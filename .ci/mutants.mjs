/**
 * Written mutations (mutations.mjs), one after another, each of which a test of its room must catch: `node .ci/mutants.mjs [room]`. They are over statements,
 * disclosure, linkage, themes and what comes in. A file is put back whatever happens; the script ends with 1 where a mutation survives.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOMS } from './mutations.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Do these tests pass? */
function passes(tests) {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', jest, ...tests, '-w', '1', '--silent'],
    { cwd: root, stdio: 'ignore' },
  );
  return status === 0;
}

/** @returns whether the tests pass with the mutation in the file */
function survives(room, tests, [file, from, to]) {
  const path = join(root, 'libs', room, 'src', ...file.split('/'));
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} does not hold “${from}” once`);
  try {
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
    return passes(tests);
  } finally {
    writeFileSync(path, text);
  }
}

const wanted = process.argv[2];
let [tried, survived] = [0, 0];
for (const [room, { tests, mutations }] of Object.entries(ROOMS)) {
  if (wanted && wanted !== room) continue;
  // Tests that fail anyhow would catch everything.
  if (!passes(tests)) throw new Error(`the tests of ${room} fail without any mutation`);
  for (const mutation of mutations) {
    const lives = survives(room, tests, mutation);
    tried += 1;
    if (lives) survived += 1;
    console.log(
      `${lives ? 'SURVIVED' : 'caught  '} ${room}/${mutation[0]}: ${mutation[1]} -> ${mutation[2]}`,
    );
  }
}
console.log(`${tried - survived} of ${tried} caught`);
process.exitCode = survived > 0 || tried === 0 ? 1 : 0;
