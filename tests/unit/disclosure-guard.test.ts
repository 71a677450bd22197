import { policyP } from '#disclosure';
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
