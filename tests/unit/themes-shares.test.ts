import {
  areTied,
  auditSample,
  cohenKappa,
  f1Between,
  krippendorffAlpha,
  nextBatch,
  proposeThemes,
  shareOf,
} from '#themes';
import { wilson } from '#statements';

test('agreement figures equal worked examples', () => {
  // Cohen's kappa: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no gives 0.4.
  const first = [...Array(25).fill(true), ...Array(25).fill(false)] as boolean[];
  const second = [
    ...Array(20).fill(true),
    ...Array(5).fill(false),
    ...Array(10).fill(true),
    ...Array(15).fill(false),
  ] as boolean[];
  expect(cohenKappa({ first, second })).toBeCloseTo(0.4, 10);
  expect(f1Between({ first, second })).toBeCloseTo(40 / 55, 10);
  // Krippendorff 2011, example C: 12 units, four observers, missing data, nominal alpha 0.743.
  const units = [
    [1, 1, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [5, 5, 5],
    [1, 1],
    [3],
  ];
  expect(krippendorffAlpha(units)).toBeCloseTo(0.743, 3);
  expect(krippendorffAlpha([['a'], []])).toBeNaN();
});

test('the Wilson interval of 10 in 100 is the published one', () => {
  const { low, high } = wilson(0.1, 100);
  expect(low).toBeCloseTo(0.0552, 4);
  expect(high).toBeCloseTo(0.1744, 4);
});

test('without five of each kind the model has no say in a share', () => {
  const audit = Array.from({ length: 200 }, (_, i) => ({ actual: i < 4, predicted: i < 4 ? 0.9 : 0.1 }));
  expect(shareOf(audit, new Float64Array(5000).fill(0.1)).method).toContain('Wilson');
  expect(() => shareOf([], [0.5])).toThrow('audit');
});

test('a share is what the model gives everywhere, put right by what it had wrong in the audit', () => {
  // 30 of 100 by people, and the model says .8 where they say yes and .3 where they say no: .15 too much on the whole.
  const audit = Array.from({ length: 100 }, (_, i) => ({ actual: i < 30, predicted: i < 30 ? 0.8 : 0.3 }));
  const all = Float64Array.from({ length: 5000 }, (_, i) => (i < 2000 ? 0.8 : 0.3));
  const share = shareOf(audit, all);
  expect(share.method).toContain('PPI++');
  expect(share.value).toBeCloseTo(0.5 - 0.15, 10);
  expect([share.low < 0.35, share.high > 0.35]).toEqual([true, true]);
});

test('shares whose intervals overlap are tied', () => {
  expect(areTied({ value: 0.2, low: 0.15, high: 0.25 }, { value: 0.28, low: 0.24, high: 0.33 })).toBe(true);
  expect(areTied({ value: 0.2, low: 0.15, high: 0.25 }, { value: 0.4, low: 0.35, high: 0.45 })).toBe(false);
});

test('the audit sample does not depend on order, and a tenth of it is coded twice', () => {
  const ids = Array.from({ length: 1000 }, (_, i) => `r${i}`);
  const sample = auditSample(ids, 'edition-1');
  expect(auditSample([...ids].reverse(), 'edition-1')).toEqual(sample);
  expect(sample.ids).toHaveLength(200);
  expect(sample.twice).toHaveLength(20);
  expect(auditSample(ids, 'edition-2').ids).not.toEqual(sample.ids);
});

test('a batch holds the least decided texts and a random tenth', () => {
  const candidates = Array.from({ length: 500 }, (_, i) => ({
    id: `r${i}`,
    chances: [i / 500, 1 - i / 500],
  }));
  const batch = nextBatch(candidates, { mode: 'one' });
  expect(new Set(batch).size).toBe(50);
  expect(batch[0]).toBe('r250');
  expect(batch.slice(0, 45).every((id) => Math.abs(Number(id.slice(1)) - 250) <= 23)).toBe(true);
});

test('copies do not fill a batch', () => {
  const candidates = Array.from({ length: 100 }, (_, i) => ({
    id: `r${i}`,
    chances: [i < 60 ? 0.5 : 0.9],
    content: i < 60 ? 'the same letter' : `own words ${i}`,
  }));
  const batch = nextBatch(candidates, { size: 20, randomShare: 0 });
  expect(batch.filter((id) => Number(id.slice(1)) < 60)).toHaveLength(1);
});

test('uncoded texts of two subjects are proposed as groups named by their words', () => {
  const texts = Array.from({ length: 40 }, (_, i) => ({
    id: `r${i}`,
    question: null,
    text:
      i % 2 ? `the seagulls steal chips on the seafront ${i}` : `church bells ring too early on sunday ${i}`,
  }));
  const proposed = proposeThemes(texts, { groups: 2 });
  expect(proposed).toHaveLength(2);
  for (const { responseIds } of proposed) {
    expect(new Set(responseIds.map((id) => Number(id.slice(1)) % 2)).size).toBe(1);
  }
  expect(proposed.flatMap(({ terms }) => terms).join(' ')).toMatch(/seagulls|chips/);
});
