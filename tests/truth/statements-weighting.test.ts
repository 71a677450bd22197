import { weightedEngagements } from '../../bench/answers/weighting.js';
import { LONG, testLong } from '../support/long.js';

/** Rule E on simulated engagements, from what the hub would publish of them. Simulation errors of the shares: under one point. */
const ROUNDS = 700;
const percent = (share: number): number => Math.round(1000 * share) / 10;

test.each(LONG ? [500, 1_000] : [1_000])('of %i people, shares weighted to residents hold the truth 94 times in a hundred where they are shown', (people) => {
  const found = weightedEngagements({ people }, ROUNDS, people);
  expect(found.shown).toBeGreaterThan(people === 500 ? 0.2 : 0.95);
  expect(percent(found.covers)).toBeGreaterThanOrEqual(94);
  expect(Math.abs(found.biasWeighted)).toBeLessThan(0.6);
  expect(found.biasUnweighted).toBeGreaterThan(4);
  expect(found.coversUnweighted).toBeLessThan(0.35);
}); // prettier-ignore

test.each(LONG ? [0.01, 0.02, 0.04] : [0.02])('it is shown and holds where %d of those heard left the question out: hidden bases are told by their answers', (unanswered) => {
  const found = weightedEngagements({ people: 1_000, unanswered }, ROUNDS, 1_000 * unanswered);
  expect(found.shown).toBeGreaterThan(0.95);
  expect(percent(found.covers)).toBeGreaterThanOrEqual(94);
  expect(Math.abs(found.biasWeighted)).toBeLessThan(0.6);
}); // prettier-ignore

testLong('under a strong selection it is refused or holds', () => {
  const found = weightedEngagements({ people: 1_000, selection: 1.6 }, ROUNDS, 16);
  expect(weightedEngagements({ people: 500, selection: 1.6 }, 200, 17).shown).toBeLessThan(0.2);
  expect(percent(found.covers)).toBeGreaterThanOrEqual(94);
});

testLong(
  'where opinion itself decides who answers it is shown and wrong: no rule sees it, as docs/methods say',
  () => {
    const found = weightedEngagements({ people: 1_000, opinion: 1.65 }, ROUNDS, 165);
    expect(found.shown).toBeGreaterThan(0.9);
    expect(found.covers).toBeLessThan(0.05);
    expect(found.biasWeighted).toBeGreaterThan(8);
  },
);

test('it is refused of few, of a group, and where many did not say', () => {
  expect(weightedEngagements({ people: 200 }, 100, 2)).toMatchObject({ shown: 0 });
  expect(weightedEngagements({ people: 1_000, forAGroup: true }, 20, 3).refused).toEqual({
    'for-a-group': expect.closeTo(1),
  });
  const silent = weightedEngagements({ people: 2_000, silent: 0.4 }, 50, 4);
  expect(silent.shown).toBe(0);
  expect(silent.refused['too-many-did-not-say']).toBeCloseTo(1);
});
