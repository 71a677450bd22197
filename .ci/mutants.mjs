/**
 * Fifty written mutations, one after another, each of which a test of its room must catch: `node .ci/mutants.mjs [room]`. They are over statements,
 * disclosure, linkage, themes and what comes in. A file is put back whatever happens; the script ends with 1 where a mutation survives.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** By room: its tests, and of each mutation the file, what stands in it, what it becomes. */
const ROOMS = {
  statements: {
    tests: ['tests/unit/statements'],
    mutations: [
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
      ['areas/compare-areas.ts', 'fallen.has(each)', 'false'],
      ['areas/ranks.ts', 'isNotKnown(code) ? 0 :', 'false ? 0 :'],
      ['grades/grade.ts', 'precision.low >= READY.precision', 'precision.value >= READY.precision'],
      ['grades/grade.ts', 'recall.low >= READY.recall', 'true'],
      ['grades/figures.ts', 'const value = count * factor.value', 'const value = count'],
      ['lists/bounds.ts', 'Math.min(sum(ticked, highOf), most)', 'sum(ticked, highOf)'],
      ['lists/bounds.ts', 'ofPerson && ticked.every', 'ticked.every'],
      ['lists/bounds.ts', 'Math.max(0, ...ticked.map(lowOf))', 'sum(ticked, lowOf)'],
      ['words/change.ts', 'if (!headline) return', 'if (false) return'],
      ['words/areas.ts', 'some.length > MOST_NAMED', 'false'],
      ['answers/stands-apart.ts', 'one.low > other.high', 'one.value > other.value'],
      ['records/under-heard.ts', 'value > AT_MOST * residents', 'false'],
    ],
  },
  disclosure: {
    tests: ['tests/unit/disclosure'],
    mutations: [
      ['sticky-series.ts', '>= sticky)', '> sticky)'],
      ['guard.ts', 'others <= guard.margin) return true', 'others < guard.margin) return true'],
      ['guard.ts', 'Math.min(people, figure) < guard.equalUnder', 'people < guard.equalUnder'],
      ['guard.ts', 'if (people === 0) continue;', ''],
      ['guard.ts', 'if (figure >= lowestTold', 'if (figure > lowestTold'],
      ['guard.ts', 'return ends && figure', 'return false && figure'],
      ['guard.ts', '(others <= guard.margin || touch)', '(others < guard.margin || touch)'],
      ['guard.ts', '(others <= guard.margin || touch)', 'others <= guard.margin'],
      ['guard.ts', 'Math.min(part.people, part.figure)', 'part.people - 99'],
      ['ends.ts', 'figures.ofSet(whole)) === -off)', 'figures.ofSet(whole)) === off)'],
      ['ends.ts', 'part.figure) === -off', 'part.figure) === off'],
      ['ends.ts', 'people === threshold &&', 'false &&'],
      ['told-before.ts', 'for (const part of cells) {', 'for (const part of cells.slice(1)) {'],
      ['groups.ts', 'turnOf(holder) > turnOf(code)', 'turnOf(holder) < turnOf(code)'],
    ],
  },
  linkage: {
    tests: ['tests/unit/linkage'],
    mutations: [
      ['cluster/vetoes.ts', 'if (decided.different.has(rowPair(a, b))) return true;', ''],
      [
        'cluster/vetoes.ts',
        'one !== other && values[one] === 1 && values[other] === 1',
        'one !== other && values[one] === 1',
      ],
      ['cluster/vetoes.ts', '&& rows[x + SOURCE_LANE] === rows[y + SOURCE_LANE]', ''],
      [
        'standardise/postcode.ts',
        'UNIT.exec(text) ?? (foreign ? null : UNIT.exec(mend(text)))',
        'UNIT.exec(text)',
      ],
      ['standardise/birth-date.ts', 'const PIVOT = 25', 'const PIVOT = 99'],
    ],
  },
  themes: {
    tests: [
      'tests/unit/themes-grouping',
      'tests/unit/themes-shares',
      'tests/unit/themes-personal-data',
      'tests/unit/themes-code',
      'tests/unit/themes-former-coder',
    ],
    mutations: [
      ['grouping/group.ts', 'ALIKE_SHORT = 0.92', 'ALIKE_SHORT = 0.99'],
      ['grouping/group.ts', 'CONTAINED = 0.9', 'CONTAINED = 0.99'],
      ['coders/negation.ts', 'const FURTHEST = 6', 'const FURTHEST = 0'],
      ['personal-data/check-digits.ts', 'const check = 11 - (sum % 11)', 'const check = sum % 11'],
      ['shares/share.ts', 'slope * everywhere.mean + rest.mean', 'everywhere.mean'],
    ],
  },
  pipeline: {
    tests: ['tests/unit/pipeline'],
    mutations: [
      [
        'intake/identity.ts',
        'const { file: _file, row: _row, ...content } = record;',
        'const content = record;',
      ],
      ['intake/identity.ts', 'code: byMapping ? answer.code : identityCode', 'code: identityCode'],
      ['intake/identity.ts', "join('\\u0000')", "join('')"],
      ['intake/identity.ts', "this.addedBy === null ? '' : `added-${this.addedBy}`", "''"],
      ['intake/identity.ts', 'const equal = String(this.nthOf(hash));', "const equal = '0';"],
    ],
  },
};

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
