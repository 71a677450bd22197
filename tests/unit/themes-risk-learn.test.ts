import { randomOf } from '#themes';
import { meaningByte, vectorOf } from '../../libs/themes/src/safeguarding/learnt/files.js';
import { kernelRidge } from '../../libs/themes/src/safeguarding/learnt/kernel-ridge.js';
import { learnRisk } from '../../libs/themes/src/safeguarding/learnt/learn.js';
import { Likeness } from '../../libs/themes/src/safeguarding/learnt/likeness.js';
import { RiskScorer } from '../../libs/themes/src/safeguarding/learnt/scorer.js';

const random = randomOf(4);
const points = Array.from({ length: 30 }, () => [random(), random()] as const);
const near = (a: readonly number[], b: readonly number[]): number =>
  Math.exp(-3 * Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!));
const targets = points.map(([x, y]) => (x > y ? 1 : -1));
const likeness = (of: readonly (readonly number[])[]): Float64Array[] =>
  of.map((a) => Float64Array.from(of, (b) => near(a, b)));

test('the score outside is that of a fit without the example', () => {
  const { outside } = kernelRidge(likeness(points), targets, 0.3);
  for (const left of [0, 7, 29]) {
    const rest = points.filter((_, i) => i !== left);
    const { weights } = kernelRidge(likeness(rest), targets.filter((_, i) => i !== left), 0.3); // prettier-ignore
    const score = rest.reduce((sum, point, i) => sum + weights[i]! * (near(points[left]!, point) + 1), 0);
    expect(outside[left]).toBeCloseTo(score, 8);
  }
});

test('a vector that is kept in bytes has its direction still', () => {
  const vector = Float32Array.from({ length: 512 }, () => random() - 0.5);
  const kept = vectorOf(meaningByte(vector));
  const dot = kept.reduce((sum, value, i) => sum + value * vector[i]!, 0);
  expect(dot / Math.hypot(...vector)).toBeGreaterThan(0.999);
});

test('what is learned tells its own kinds apart, and an ordinary sentence from them', () => {
  const made = Array.from({ length: 12 }, (_, i) => [
    { text: `he hits me, time ${i}`, kind: 'abuse' },
    { text: `no food in the house, day ${i}`, kind: 'neglect' },
    { text: `the bus was late, number ${i}`, kind: null },
  ]).flat();
  const axis = { abuse: 0, neglect: 1, none: 2 };
  const meaning = (kind: string | null): Float32Array =>
    Float32Array.from({ length: 3 }, (_, i) => (i === axis[(kind ?? 'none') as keyof typeof axis] ? 1 : 0));
  const compared = made.map(({ text, kind }) => ({ text, meaning: meaning(kind) }));
  const words = (): Float32Array => new Float32Array(3);
  const { model } = learnRisk(made, compared, new Likeness(compared, words), 'made up');
  const scorer = new RiskScorer(model, made, compared);
  expect(scorer.judge('he hits me again', meaning('abuse'))).toMatchObject({ flagged: true, kind: 'abuse' });
  expect(scorer.judge('no food at all', meaning('neglect'))).toMatchObject({
    flagged: true,
    kind: 'neglect',
  });
  expect(scorer.judge('the bus was full', meaning(null)).flagged).toBe(false);
});
