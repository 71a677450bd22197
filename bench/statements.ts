import { parseArgs } from 'node:util';
import { missesOf } from './statements/hold.js';
import { simulate } from './statements/library.js';

/**
 * `--people N --drift D [--change X] [--cities N] [--seed S] [--json] [--hold]`: how often the statements of an edition are false, in
 * made-up cities whose truth is known; with `--json` the last line is one object of shares from 0 to 1; with `--hold` the
 * end is 1 where a share is not as it is asked (statements/hold.ts).
 */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '8000' },
    drift: { type: 'string', default: '0.1' },
    change: { type: 'string', default: '0' },
    cities: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    hold: { type: 'boolean', default: false },
  },
});

/** @throws Error, which names the option */
function numberOf(
  name: 'people' | 'drift' | 'change' | 'cities' | 'seed',
  least: number,
  most: number,
): number {
  const value = Number(values[name]);
  if (Number.isFinite(value) && value >= least && value <= most) return value;
  throw new Error(`--${name} must be a number from ${least} to ${most}; it is "${values[name]}"`);
}

const report = simulate({
  people: Math.round(numberOf('people', 500, 1_000_000)),
  drift: numberOf('drift', 0, 2),
  change: numberOf('change', -0.9, 5),
  cities: Math.round(numberOf('cities', 1, 100_000)),
  seed: Math.round(numberOf('seed', 0, 2 ** 31)),
});
const { today, intervals, found, grades, cityCoverageByGrade, aside, ...rule } = report;
const percent = (value: number | null): string => (value === null ? '' : `${(100 * value).toFixed(1)}%`);
const row = (name: string, own: number | null, before: number | null, interval = ''): object => ({
  measured: name,
  'this rule': percent(own),
  'simulation’s 95%': interval,
  'rule of before': percent(before),
});
console.log(
  `${report.cities} made-up cities of ${report.people} people, drift ${report.drift}, change ${report.change}, seed ${report.seed}`,
);
const NAMES = [
  'falseAlarms',
  'wrongHeadlines',
  'wrongDirection',
  'cannotCompare',
  'wardCoverage',
  'wardWrongWay',
  'cityCoverage',
  'versionsMeet',
] as const;
console.table([
  ...NAMES.map((name) => {
    const interval = intervals[name];
    const told = interval ? `${percent(interval.low)} to ${percent(interval.high)}` : '';
    return row(name, rule[name], today[name], told);
  }),
  ...(['base5', 'base10', 'base20'] as const).map((size) =>
    row(`found, ${size}`, found[size], today.found[size]),
  ),
  ...(['ready', 'indicative', 'learning'] as const).map((grade) =>
    row(`cityCoverage, ${grade}`, cityCoverageByGrade[grade], null),
  ),
]);
console.table(
  Object.fromEntries(
    Object.entries(aside).map(([name, { falseAlarms, wrongHeadlines, wrongDirection }]) => {
      const high = intervals.aside[name as keyof typeof aside].falseAlarms?.high ?? null;
      return [
        name,
        {
          falseAlarms: percent(falseAlarms),
          'upper end': percent(high),
          wrongHeadlines: percent(wrongHeadlines),
          wrongDirection: percent(wrongDirection),
        },
      ];
    }),
  ),
);
console.log(
  `grades of 40 themes: ${grades.ready.toFixed(1)} ready, ${grades.indicative.toFixed(1)} indicative, ${grades.learning.toFixed(1)} learning, of ${grades.codings.toFixed(0)} codings`,
);
if (values.hold) {
  const misses = missesOf(report);
  for (const miss of misses) console.error(`not held: ${miss}`);
  process.exitCode = misses.length > 0 ? 1 : 0;
}
if (values.json) console.log(JSON.stringify(report));
