import { randomOf, shareOf } from '#themes';
import type { Audited } from '#themes';

import { LONG } from '../support/long.js';

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

const MIXES: [mix: string, tilt: number][] = [
  ['a shifted mix', 1.2],
  ['the mix that the model was trained on', 0],
  ['a mix shifted the other way', -1.2],
];

test.each(LONG ? MIXES : MIXES.slice(0, 1))(
  'intervals from 200 audit codings cover the truth: %s',
  (_, tilt) => {
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
  },
);

test.each(LONG ? [0, 0.3, 0.6] : [0.6])(
  'they cover it where people are drawn with all that they said, and repeat themselves (%s of the time)',
  (repeats) => {
    const random = randomOf(7);
    const covered = [0.02, 0.05, 0.12, 0.2].map((share) => {
      let held = 0;
      for (let i = 0; i < 100; i++) {
        const whole = peopleWhoRepeat(2700, share, repeats, random);
        const truth = whole.filter(({ actual }) => actual).length / whole.length;
        const drawn = new Set(whole.map(({ person }) => person!).filter(() => random() < 1 / 20));
        const { low, high } = shareOf(
          whole.filter(({ person }) => drawn.has(person!)),
          Float64Array.from(whole, ({ predicted }) => predicted),
        );
        held += Number(low <= truth && truth <= high) / 100;
      }
      return held;
    });
    // As if each response were drawn by itself: .95, .93 and .88.
    console.log(`people who repeat themselves ${repeats}: ${covered.map((one) => one.toFixed(3)).join(' ')}`);
    expect(covered.reduce((a, b) => a + b) / covered.length).toBeGreaterThanOrEqual(0.93);
  },
);

/** So many people with one to eight responses, of whom each says again what they said before in so many of them. */
function peopleWhoRepeat(people: number, share: number, repeats: number, random: () => number): Audited[] {
  return Array.from({ length: people }, (_, person) => {
    const before = random() < share;
    const responses = Math.min(8, 1 + Math.floor(-Math.log(1 - random()) * 1.3));
    return Array.from({ length: responses }, () => {
      const actual = random() < repeats ? before : random() < share;
      const sure = random() < (actual ? 0.7 : 0.05);
      return { actual, predicted: sure ? 0.5 + 0.5 * random() : 0.3 * random(), person: `p${person}` };
    });
  }).flat();
}

test('whoever came later, and of whom a smaller part was drawn, counts for as many', () => {
  // Of the first thousand a tenth was drawn, of the second a twentieth; only the second speak of it.
  const all = Array.from({ length: 2000 }, (_, i) => ({ actual: i >= 1000 && i % 2 === 0, predicted: 0.5 }));
  const drawn = all.flatMap((one, i) =>
    i < 1000 ? (i % 10 === 0 ? [{ ...one, weight: 10 }] : []) : i % 40 < 2 ? [{ ...one, weight: 20 }] : [],
  );
  const truth = all.filter(({ actual }) => actual).length / all.length;
  const share = shareOf(
    drawn,
    Float64Array.from(all, () => 0.5),
  );
  expect(share.value).toBeCloseTo(truth, 1);
  expect(
    shareOf(
      drawn.map(({ actual, predicted }) => ({ actual, predicted })),
      [...all.keys()].map(() => 0.5),
    ).value,
  ).toBeLessThan(truth - 0.05);
});
