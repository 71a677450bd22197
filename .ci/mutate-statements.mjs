/**
 * Twenty written mutations of changes, rates, ranks, grades and bounds, one after another, each of which a test must catch:
 * `node .ci/mutate-statements.mjs`. A file is put back whatever happens; the script ends with 1 where a mutation survives.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const room = join(root, 'libs', 'statements', 'src');

/** File, what stands in it, what it becomes. */
const MUTATIONS = [
  ['change/change-of.ts', '<= quantile) return', '<= 0) return'],
  ['change/change-of.ts', "difference > 0 ? 'rose' : 'fell'", "difference > 0 ? 'fell' : 'rose'"],
  ['change/change-of.ts', '&& standing.has(change)', '&& change'],
  ['change/change-of.ts', 'MOST_OF_ONE_SERIES = 0.8', 'MOST_OF_ONE_SERIES = 1'],
  ['change/change-of.ts', 'LEAST_OF_THE_HEARD = 0.1', 'LEAST_OF_THE_HEARD = 0'],
  ['change/change-of.ts', 'codedBy.before.coder !== codedBy.now.coder', 'false'],
  ['change/change-of.ts', 'MINIMUM_EXPECTED_IN_ALL = 30', 'MINIMUM_EXPECTED_IN_ALL = 3'],
  ['change/strata.ts', "return same ? ['whole'] : both", "return ['whole']"],
  ['change/strata.ts', '|| x0 === null || x1 === null) return []', ') return []'],
  ['change/mantel-haenszel.ts', 'drifted += drift * information ** 2', 'drifted += 0 * information'],
  ['change/drift.ts', 'LEAST_DRIFT = 0.01', 'LEAST_DRIFT = 0'],
  ['interval/rate.ts', 'MINIMUM_FOR_RATE = 10', 'MINIMUM_FOR_RATE = 1'],
  ['interval/rate.ts', 'limit(people + 1, Z95)', 'limit(people, Z95)'],
  ['areas/ranks.ts', 'other > own).length', 'other >= own).length'],
  ['areas/ranks.ts', 'isNotKnown(code) ? 0 :', 'false ? 0 :'],
  ['grades/grade.ts', 'precision.low >= READY.precision', 'precision.value >= READY.precision'],
  ['grades/grade.ts', 'recall.low >= READY.recall', 'true'],
  ['grades/figures.ts', 'const value = count * factor', 'const value = count'],
  ['lists/bounds.ts', 'Math.min(sum(ticked, highOf), wholeHigh)', 'sum(ticked, highOf)'],
  ['lists/bounds.ts', 'ofPerson && ticked.every', 'ticked.every'],
];

/** Do the tests of the room pass? */
function passes() {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const { status } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', jest, 'tests/unit/statements', '-w', '1', '--silent'],
    { cwd: root, stdio: 'ignore' },
  );
  return status === 0;
}

// Tests that fail anyhow would catch everything.
if (!passes()) throw new Error('the tests of the statements fail without any mutation');
let survived = 0;
for (const [file, from, to] of MUTATIONS) {
  const path = join(room, ...file.split('/'));
  const text = readFileSync(path, 'utf8');
  if (text.split(from).length !== 2) throw new Error(`${file} does not hold “${from}” once`);
  try {
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
    const lives = passes();
    if (lives) survived += 1;
    console.log(`${lives ? 'SURVIVED' : 'caught  '} ${file}: ${from} -> ${to}`);
  } finally {
    writeFileSync(path, text);
  }
}
console.log(`${MUTATIONS.length - survived} of ${MUTATIONS.length} caught`);
process.exitCode = survived > 0 ? 1 : 0;
