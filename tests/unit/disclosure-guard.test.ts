import { cellReleaser, type CountCell, type DisclosurePolicy, policyP, policyPWithGroups } from '#disclosure';
import { Figures } from '../../libs/disclosure/src/figures-of.js';
import { guarded } from '../../libs/disclosure/src/guard.js';

const policy = policyP('a made-up secret');
const guard = policy.guard!;
/** Is a cell of these people, shown as this figure, hidden beside a larger set of so many? */
const hidden = (people: number, figure: number, whole: number): boolean =>
  guarded(people, figure, [{ people: whole, noiseKey: 7 }], guard, new Figures(policy));

test('everybody of a larger set is hidden where the count is small, and where it is not but its figure is', () => {
  const small = guard.equalUnder - 5;
  expect(hidden(small, small, small)).toBe(true);
  // Noise and rounding show fewer than there are: whoever reads it takes the set for a small one.
  expect(hidden(guard.equalUnder + 2, small, guard.equalUnder + 2)).toBe(true);
  expect(hidden(guard.equalUnder + 2, guard.equalUnder, guard.equalUnder + 2)).toBe(false);
});

test('all but a few of a larger set are hidden, at the margin too', () => {
  expect(hidden(100, 100, 100 + guard.margin)).toBe(true);
  expect(hidden(100, 100, 100 + guard.margin + 50)).toBe(false);
});

describe('at opposite ends', () => {
  /** A sum of keys by which so much is added to a count. */
  const keyOf = (noise: number): number => policy3.noise!.people.indexOf(noise);
  const policy3 = policyPWithGroups('a made-up secret');
  const asBefore = { ...policy3, guard };
  const cell = (people: number, noise: number, more: Partial<CountCell>): CountCell => ({
    ...{ keys: ['x'], people, submissions: people, arguments: people, larger: [] },
    noiseKeys: { people: keyOf(noise), submissions: 0, arguments: 0 },
    ...more,
  });
  const told = (by: DisclosurePolicy, of: CountCell): number | null => {
    const released = cellReleaser(by, ['deprivation'])(of);
    return released.hidden ? null : released.people;
  };
  const setOf = (people: number, noise: number) => ({ people, noiseKey: keyOf(noise) });

  test('a whole of two parts does not give its counts away: one is told as it is', () => {
    // 2,365 and 2,335 people are told as far down as can be, the 4,700 that they are as far up.
    const parts = [2365, 2335].map((people) => cell(people, -3, { larger: [setOf(9000, 0)] }));
    const group = (by: DisclosurePolicy): CountCell => {
      const smaller = parts.map((part) => ({ people: part.people, figure: told(by, part)! }));
      return cell(4700, 3, { larger: [setOf(9000, 0)], smaller });
    };
    expect(parts.map((part) => told(policy3, part))).toEqual([2360, 2330]);
    expect([told(asBefore, group(asBefore)), told(policy3, group(policy3))]).toEqual([4705, 4700]);
    // The same where the whole comes first, and the other way about.
    for (const [own, others] of [[-3, 3], [3, -3]] as const) {
      const part = cell(2365, own, { larger: [setOf(4700, others), setOf(9000, 0)] });
      expect([told(asBefore, part), told(policy3, part)]).toEqual([own < 0 ? 2360 : 2370, 2365]);
    }
    const alike = cell(2365, 3, { larger: [setOf(4700, 3)] });
    expect(told(policy3, alike)).toBe(2370);
  }); // prettier-ignore

  test('no whole and two parts leave one count possible, whatever noise they bear', () => {
    let [proved, sums] = [0, 0];
    for (const first of [100, 101, 102, 103, 104, 105])
      for (const second of [60, 61, 62, 63, 64, 65])
        for (const noises of threeOf([-3, -2, -1, 0, 1, 2, 3])) {
          const [of, by, whole] = noises;
          const larger = [setOf(first + second, whole)];
          const a = told(policy3, cell(first, of, { larger }))!;
          const b = told(policy3, cell(second, by, { larger }))!;
          const all = told(policy3, cell(first + second, whole, {}))!;
          sums += 1;
          if (Math.abs(a + b - all) === 15) proved += 1;
        }
    expect({ proved, sums }).toEqual({ proved: 0, sums: 36 * 343 });
  });

  test('the same people are never told as two figures: of two sets at an end the smaller is hidden', () => {
    const same = { larger: [setOf(2365, 3), setOf(4700, -3)] };
    expect([told(asBefore, cell(2365, 3, same)), told(policy3, cell(2365, 3, same))]).toEqual([2370, null]);
    expect(told(policy3, cell(2365, 2, { larger: [setOf(2365, 2), setOf(4700, -3)] }))).toBe(2365);
    const within = { larger: [setOf(9000, 0)], smaller: [{ people: 2365, figure: 2370 }] };
    expect([told(asBefore, cell(2365, 3, within)), told(policy3, cell(2365, 3, within))]).toEqual([
      2370,
      null,
    ]);
  });

  test('five people are hidden where all of a whole’s parts could only be five', () => {
    const five = cell(5, 0, { larger: [setOf(15, -3)] });
    expect([told(asBefore, five), told(policy3, five)]).toEqual([5, null]);
    expect(told(policy3, cell(5, 0, { larger: [setOf(15, 0)] }))).toBe(5);
    const health = { healthThreshold: 8 };
    expect(told({ ...policy3, ...health }, cell(8, 0, { larger: [setOf(30, -3)] }))).toBe(10);
    expect(told({ ...policy3, ...health }, cell(8, 0, { health: true, larger: [setOf(30, -3)] }))).toBeNull();
  });

  test('a figure that is told as it is lies below every whole that may be told as it is', () => {
    // The whole would be told as 115; where it lies within a whole of its own at the other end, as 110.
    const part = cell(100, 3, { larger: [setOf(110, 3)] });
    expect(told(policy3, part)).toBe(105);
    expect([told(asBefore, cell(105, 3, { larger: [setOf(110, 3)] })), told(policy3, cell(105, 3, { larger: [setOf(110, 3)] }))]).toEqual([110, null]);
  }); // prettier-ignore
});

function* threeOf(values: readonly number[]): Generator<readonly [number, number, number]> {
  for (const a of values) for (const b of values) for (const c of values) yield [a, b, c];
}
