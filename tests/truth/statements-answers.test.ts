import {
  answersHeading,
  leadingAnswers,
  percentages,
  percentRange,
  scaleHeading,
  scaleNet,
} from '#statements';
import { generator } from '../support/generator.js';

/** Released people of each option: drawn from the true shares, with the release's noise and rounding. */
function released(shares: readonly number[], people: number, random: () => number): number[] {
  const counts = shares.map(() => 0);
  for (let n = 0; n < people; n++) {
    let left = random();
    const chosen = shares.findIndex((share) => (left -= share) < 0);
    counts[chosen < 0 ? shares.length - 1 : chosen]! += 1;
  }
  const noise = (): number =>
    Array.from({ length: 8 }, () => (random() < 0.5 ? -0.5 : 0.5)).reduce((a, b) => a + b, 0);
  return counts.map((count) => 5 * Math.round(Math.max(0, count + noise()) / 5));
}

const leadersOf = (counts: readonly number[]): readonly { label: string }[] => {
  const base = counts.reduce((sum, count) => sum + count, 0);
  const shares = percentages(
    counts.map((people, at) => ({ code: String(at), people })),
    base,
  )!;
  const shown = shares.options.map(({ code, percent }) => ({ label: code, percent }));
  return leadingAnswers(shown, base, false) ?? [];
};

const TRIES = 1_500;

test.each([80, 200, 800])(
  'of %i people no answer is called first where two are first alike, but in 1 of 20',
  (people) => {
    const random = generator(people);
    let wrong = 0;
    for (let at = 0; at < TRIES; at++)
      if (leadersOf(released([0.3, 0.3, 0.2, 0.2], people, random)).length === 1) wrong += 1;
    // The first is chosen after looking, so each of the two may be it: both tails of the 95%.
    expect(wrong / TRIES).toBeLessThan(0.06);
  },
);

test('an answer that is well ahead is called first, and two that are alike together', () => {
  const random = generator(5);
  const [alone, together] = [
    [0.45, 0.25, 0.2, 0.1],
    [0.4, 0.38, 0.12, 0.1],
  ].map((shares) => {
    const found = Array.from({ length: 300 }, () => leadersOf(released(shares, 500, random)));
    return found.map((leaders) =>
      leaders
        .map(({ label }) => label)
        .sort()
        .join(),
    );
  });
  expect(alone!.filter((each) => each === '0').length / 300).toBeGreaterThan(0.97);
  expect(together!.filter((each) => each === '0,1').length / 300).toBeGreaterThan(0.8);
});

test.each([
  [60, 0.5],
  [120, 0.1],
  [500, 0.3],
  [2_000, 0.05],
])('the range of a percentage of %i people holds the true share %d in 94%% or more', (people, share) => {
  const random = generator(people * 7);
  let held = 0;
  for (let at = 0; at < TRIES; at++) {
    const counts = released([share, 1 - share], people, random);
    const base = counts[0]! + counts[1]!;
    const { low, high } = percentRange((100 * counts[0]!) / base, base);
    if (low <= 100 * share && high >= 100 * share) held += 1;
  }
  expect(held / TRIES).toBeGreaterThan(0.94);
});

test('what may be larger than the first is not passed over because it is hidden', () => {
  const options = [
    { label: 'Yes', percent: 40 },
    { label: 'No', percent: null },
  ];
  expect(leadingAnswers(options, 500, false)).toBeNull();
  expect(answersHeading(null, 'answered')).toBe('Which answer stands first is not told: some are hidden');
});

test('of several ticks a hidden one may be what nearly everybody ticked', () => {
  const options = [
    { label: 'Parks', percent: null },
    { label: 'Libraries', percent: 60 },
    { label: 'Buses', percent: 20 },
  ];
  expect(leadingAnswers(options, 200, true)).toBeNull();
  expect(leadingAnswers(options.slice(1), 200, true)).toEqual([{ label: 'Libraries', percent: 60 }]);
});

test('what is hidden and surely small keeps no answer from standing first, nor from not doing so', () => {
  const rest = { label: 'Other', percent: null };
  const [yes, no] = [
    { label: 'Yes', percent: 60 },
    { label: 'No', percent: 35 },
  ];
  expect(leadingAnswers([yes, no, rest], 500, false)).toEqual([yes]);
  expect(leadingAnswers([{ ...yes, percent: 48 }, { ...no, percent: 47 }, rest], 100, false)).toHaveLength(2);
});

test('the heading says the number, or that no answer stands first', () => {
  expect(answersHeading([], 'answered')).toBe('No answer stands clearly first');
  expect(answersHeading([{ label: 'Parks', percent: 51 }], 'ticked')).toBe(
    '51% ticked “Parks”, more than anything else',
  );
});

test.each([
  [100, [0.2, 0.3, 0.1, 0.25, 0.15]],
  [400, [0.1, 0.2, 0.2, 0.3, 0.2]],
  [2_000, [0.02, 0.08, 0.3, 0.4, 0.2]],
])('the range of the net of a scale of %i people holds the true net in 94%% or more', (people, shares) => {
  const random = generator(people * 3);
  const truth = 100 * (shares[0]! + shares[1]! - shares[3]! - shares[4]!);
  let held = 0;
  for (let at = 0; at < TRIES; at++) {
    const counts = released(shares, people, random);
    const base = counts.reduce((sum, each) => sum + each, 0);
    const percent = percentages(counts.map((each, code) => ({ code: String(code), people: each })), base)!.options; // prettier-ignore
    const steps = percent.map((each, step) => ({ label: each.code, percent: each.percent, side: 2 - step }));
    const { low, high } = scaleNet(steps, base)!;
    if (low <= truth && high >= truth) held += 1;
  }
  expect(held / TRIES).toBeGreaterThan(0.94);
});

test('the heading of a scale says which side more stand on, or that it is not clear; a hidden step is never taken for nothing', () => {
  const steps = [
    { label: 'Fairly safe', percent: 60, side: 1 },
    { label: 'Neither', percent: 10, side: 0 },
    { label: 'Fairly unsafe', percent: 30, side: -1 },
  ];
  expect(scaleHeading(steps, scaleNet(steps, 500)!)).toBe(
    'More answered “fairly safe” (60%) than “fairly unsafe” (30%)',
  );
  expect(scaleHeading(steps, scaleNet(steps, 20)!)).toContain('no clear difference');
  expect(scaleNet([...steps, { label: 'Very unsafe', percent: null, side: -2 }], 500)).toBeNull();
});
