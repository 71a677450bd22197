import { randomOf, shareOf } from '#themes';
import type { Audited } from '#themes';

/** A whole of responses with known truth and a model that is wrong in a known way. */
function makeWhole(size: number, positives: number, tilt: number, seed: number): Audited[] {
  const random = randomOf(seed);
  return Array.from({ length: size }, () => {
    const actual = random() < positives;
    // Logit of the prediction: two overlapping bells, moved by the tilt (a model trained on another mix).
    const bell = random() + random() + random() + random() - 2;
    const logit = (actual ? 1.6 : -2.2) + 2.2 * bell + tilt;
    return { actual, predicted: 1 / (1 + Math.exp(-logit)) };
  });
}

interface Outcome {
  covered: number;
  naive: number;
  width: number;
}

function repeat(whole: Audited[], times: number, seed: number): Outcome {
  const truth = whole.filter(({ actual }) => actual).length / whole.length;
  const all = Float64Array.from(whole, ({ predicted }) => predicted);
  const counted = whole.filter(({ predicted }) => predicted >= 0.5).length / whole.length;
  const half = 1.96 * Math.sqrt((counted * (1 - counted)) / whole.length);
  const outcome = { covered: 0, naive: Number(Math.abs(counted - truth) <= half), width: 0 };
  const random = randomOf(seed);
  for (let i = 0; i < times; i++) {
    const drawn = new Set<number>();
    while (drawn.size < 200) drawn.add(Math.floor(random() * whole.length));
    const share = shareOf(
      [...drawn].map((row) => whole[row]!),
      all,
    );
    outcome.covered += Number(share.low <= truth && truth <= share.high) / times;
    outcome.width += (share.high - share.low) / times;
  }
  return outcome;
}

// 2,000 repeats over shares from rare to common, as the nine themes of the NHS comments are spread, and a shifted mix.
const SHARES = [0.015, 0.03, 0.05, 0.08, 0.12, 0.16, 0.28, 0.33];

test.each([
  ['the mix that the model was trained on', 0],
  ['a shifted mix', 1.2],
  ['a mix shifted the other way', -1.2],
])('intervals from 200 audit codings cover the truth: %s', (_, tilt) => {
  const outcomes = SHARES.map((share, i) => repeat(makeWhole(4000, share, tilt, i + 1), 250, i + 100));
  const mean = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((sum, one) => sum + of(one) / outcomes.length, 0);
  const [covered, width, naive] = [mean((o) => o.covered), mean((o) => o.width), mean((o) => o.naive)];
  console.log(
    `covered ${covered.toFixed(3)}, width ${(100 * width).toFixed(1)} points; naive count covers ${naive.toFixed(2)}`,
  );
  expect(covered).toBeGreaterThanOrEqual(0.93);
  expect(width).toBeLessThanOrEqual(0.06);
  for (const outcome of outcomes) expect(outcome.covered).toBeGreaterThanOrEqual(0.9);
});
