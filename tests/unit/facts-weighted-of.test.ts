import type { AskedQuestion } from '../../libs/facts/src/ask/results/asked-questions.js';
import type { Answers } from '../../libs/facts/src/ask/results/result-shapes.js';
import type { ReleasedAnswers } from '../../libs/facts/src/ask/results/released-answers.js';
import { weightedOf } from '../../libs/facts/src/ask/results/weighted-of.js';

const CODES = ['answered', 'yes', 'no'] as const;
const roleOf = (code: string) => (code === 'answered' ? ('base' as const) : ('option' as const));
const QUESTION = {
  ...{ engagement: 'city/survey', key: 'q', position: 0, text: 'Aware?', kind: 'choice', matrix: null, stem: null },
  ...{ item: null, unit: null, language: null, otherWordings: [] },
  options: CODES.map((code, place) => ({ engagement: 'city/survey', question: 'q', place, code, label: code, role: roleOf(code) })),
} as AskedQuestion; // prettier-ignore

type Row = readonly [answered: number | null, yes: number | null, no: number | null];
const margin = (rows: Record<string, Row>): ReleasedAnswers => ({
  values: Object.keys(rows),
  people: (_, code, value = '') => rows[value]![CODES.indexOf(code as 'yes')]!,
});
/** Of a thousand: every category alike. */
const evenly = (codes: readonly string[]): Record<string, Row> => {
  const each = 1_000 / codes.length;
  return Object.fromEntries(codes.map((code) => [code, [each, 0.4 * each, 0.6 * each] as const]));
};
const AGES = ['15-24', '25-34', '35-49', '50-64', '65-74', '75+'];
const FIFTHS = ['1', '2', '3', '4', '5'];
const all = (base: number | null, yes = 400, no = 600): Answers =>
  ({
    base,
    options: [['yes', yes] as const, ['no', no] as const].map(([code, people]) => ({ code, role: 'option', people })),
  }) as Answers; // prettier-ignore
const weighted = (more: { ages?: Record<string, Row>; all?: Answers } = {}) =>
  weightedOf(
    QUESTION,
    more.all ?? all(1_000),
    [margin({ ...evenly(AGES), ...more.ages }), margin(evenly(['female', 'male'])), margin(evenly(FIFTHS))],
    true,
  );

test('a question of many people is weighted', () => {
  expect(weighted()).toMatchObject({ refused: null, options: [{ code: 'yes', percent: 40 }, {}] });
});

test('bases that are hidden because hardly anybody left the question out are told by their answers', () => {
  const hidden: Row = [null, 70, 95];
  expect(weighted({ ages: { '35-49': hidden, '75+': hidden } }).refused).toBeNull();
  expect(weighted({ all: all(null) }).refused).toBeNull();
  // Where an answer is hidden too nobody is said to be few.
  expect(weighted({ ages: { '35-49': [null, 70, null] } }).refused).toMatch(/is hidden/);
});

test('who did not say is what those who said leave, also where that figure is hidden', () => {
  const few = evenly(AGES);
  for (const age of AGES) few[age] = [110, 45, 65];
  expect(weighted({ ages: { ...few, 'not-asked': [null, null, null] } }).refused).toMatch(/over 30%/);
});
