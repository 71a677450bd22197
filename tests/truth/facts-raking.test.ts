import { effectiveSize, rake, weightedShare } from '../../libs/facts/src/ask/raking.js';
import { seeded } from '../../bench/disclosure/made-up-city.js';

/** A city with known truth: who lives there, what each group thinks, and who bothers to answer. */
const ROWS = [0.12, 0.3, 0.38, 0.2];
const COLUMNS = [0.51, 0.49];
const THINKS = [
  [0.6, 0.5],
  [0.4, 0.35],
  [0.25, 0.2],
  [0.1, 0.15],
];
const ANSWERS = [
  [0.2, 0.1],
  [0.5, 0.3],
  [0.9, 0.6],
  [1, 0.8],
];
const TRUTH =
  100 * THINKS.flat().reduce((sum, share, at) => sum + share * ROWS[at >> 1]! * COLUMNS[at & 1]!, 0);

function survey(asked: number, random: () => number) {
  const heard = THINKS.map((row) => row.map(() => 0));
  const raised = THINKS.map((row) => row.map(() => 0));
  for (let n = 0; n < asked; n++) {
    let [left, row] = [random(), 0];
    while (row < 3 && (left -= ROWS[row]!) > 0) row += 1;
    const column = random() < COLUMNS[0]! ? 0 : 1;
    if (random() > ANSWERS[row]![column]!) continue;
    heard[row]![column]! += 1;
    if (random() < THINKS[row]![column]!) raised[row]![column]! += 1;
  }
  return { heard, raised };
}

test('weights fit both margins of the residents', () => {
  const { heard } = survey(4000, seeded(1));
  const weights = rake({ heard, rowTargets: ROWS.map((share) => 9e4 * share), columnTargets: COLUMNS })!;
  ROWS.forEach((share, row) => expect(weights[row]![0]! + weights[row]![1]!).toBeCloseTo(share, 6));
  COLUMNS.forEach((share, column) =>
    expect(weights.reduce((sum, row) => sum + row[column]!, 0)).toBeCloseTo(share, 6),
  );
});

test('weighted shares come back to the truth, which their interval holds 95 times in a hundred', () => {
  const random = seeded(7);
  const runs = Array.from({ length: 400 }, () => {
    const { heard, raised } = survey(1500, random);
    const weights = rake({ heard, rowTargets: ROWS, columnTargets: COLUMNS })!;
    const plain = (100 * raised.flat().reduce((a, b) => a + b, 0)) / heard.flat().reduce((a, b) => a + b, 0);
    const people = heard.flat().reduce((a, b) => a + b, 0);
    return {
      plain,
      people,
      effective: effectiveSize(weights, heard),
      ...weightedShare(weights, heard, raised),
    };
  });
  const mean = (list: number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
  expect(Math.abs(mean(runs.map((run) => run.value)) - TRUTH)).toBeLessThan(0.3);
  expect(Math.abs(mean(runs.map((run) => run.plain)) - TRUTH)).toBeGreaterThan(3);
  const held = mean(runs.map((run) => (run.low <= TRUTH && TRUTH <= run.high ? 1 : 0)));
  expect(held).toBeGreaterThan(0.92);
  expect(held).toBeLessThan(0.98);
  for (const { effective, people } of runs) expect(effective).toBeLessThan(people);
});

test('a group that lives there and was not heard at all has no weights', () => {
  const heard = [
    [40, 60],
    [0, 0],
  ];
  expect(rake({ heard, rowTargets: [1, 1], columnTargets: [1, 1] })).toBeNull();
});
