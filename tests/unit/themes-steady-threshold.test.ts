import { steadyThreshold } from '../../libs/themes/src/discover/steady-threshold.js';
import { randomOf } from '../../libs/themes/src/model/random.js';

/** The threshold with the best F1 of all scores, each counted once. */
function plainThreshold(scores: readonly Float64Array[], truth: readonly (readonly boolean[])[]): number {
  const all = scores.flatMap((row, i) => [...row].map((score, k) => ({ score, yes: truth[i]![k]! })));
  return all
    .map(({ score }) => {
      const said = all.filter((one) => one.score >= score);
      const positives = all.filter(({ yes }) => yes).length;
      return { score, f1: (2 * said.filter(({ yes }) => yes).length) / (said.length + positives) };
    })
    .sort((a, b) => b.f1 - a.f1 || b.score - a.score)[0]!.score;
}

/** Texts of two labels, each true with the chance that its score says. */
function drawn(texts: number, seed: number): { scores: Float64Array[]; truth: boolean[][] } {
  const random = randomOf(seed);
  const scores = Array.from({ length: texts }, () =>
    Float64Array.from({ length: 2 }, () => 6 * random() - 4),
  );
  const truth = scores.map((row) => [...row].map((score) => random() < 1 / (1 + Math.exp(-score))));
  return { scores, truth };
}

const deviation = (values: number[]): number => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

test('scores that tell yes from no have their threshold between them', () => {
  const scores = Array.from({ length: 40 }, (_, i) => Float64Array.of(i % 2 === 0 ? 2 : -2, -2));
  const truth = scores.map((_, i) => [i % 2 === 0, false]);
  expect(steadyThreshold(scores, truth)).toBe(2);
  expect(steadyThreshold([], [])).toBe(0);
});

test('from another hundred texts of the same kind the threshold moves less than the best one on the texts', () => {
  const samples = Array.from({ length: 40 }, (_, seed) => drawn(100, seed + 1));
  const steady = samples.map(({ scores, truth }) => steadyThreshold(scores, truth));
  const plain = samples.map(({ scores, truth }) => plainThreshold(scores, truth));
  expect(deviation(steady)).toBeLessThan(0.8 * deviation(plain));
});

test('the same texts give the same threshold, to the bit', () => {
  const { scores, truth } = drawn(120, 7);
  expect(steadyThreshold(scores, truth)).toBe(steadyThreshold(scores, truth));
});
