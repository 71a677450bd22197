import type { Theme } from '#domain';
import {
  agreementOfKinds,
  byWords,
  type FewSide,
  type FewSources,
  learnKinds,
  openKinds,
  randomOf,
  type Side,
  sideByRules,
  sidesByFew,
  sidesLearnt,
  trainFew,
} from '#themes';

const vectors = { sentences: null, embedder: null, words: byWords() };
const FOR = ['The street is calmer', 'Children can play outside', 'Walking is safer', 'The air is cleaner'];
const AGAINST = [
  'Shops lose their trade',
  'Traffic moves to our road',
  'Deliveries cannot park',
  'Buses are slower',
];
const WHERE = [
  'near the school',
  'by the market',
  'at the quay',
  'on the hill',
  'around the green',
  'past the bridge',
];

/** Made-up answers to whether a street should be closed to cars; no word of praise or blame tells their side. */
const answers = Array.from({ length: 160 }, (_, i): FewSide => {
  const random = randomOf(i + 1);
  const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)]!;
  const side: Side = (['for', 'against', 'both', 'for'] as const)[i % 4]!;
  const said = [...(side === 'against' ? [] : [one(FOR)]), ...(side === 'for' ? [] : [one(AGAINST)])];
  return {
    id: String(i).padStart(4, '0'),
    text: said.map((words) => `${words} ${one(WHERE)}`).join(', yet '),
    question: 'Should it be closed to cars?',
    side,
  };
});
const theme: Theme = {
  code: 'cars',
  name: 'Cars',
  parent: null,
  definition: 'Cars and parking.',
  include: [],
  exclude: [],
  examples: [],
};
const sources = (sides?: readonly FewSide[]): FewSources => ({
  codebook: 'street',
  version: 1,
  themes: [theme, { ...theme, code: 'play', name: 'Play', definition: 'Children outside.' }],
  pool: answers,
  coded: [],
  grouped: [],
  ...(sides && { sides }),
});

test('agreement of kinds is Cohen’s kappa with its error, and F1 of what was given', () => {
  // Cohen's own way: 20 + 15 of 50 the same, by chance .5 x .6 + .5 x .4.
  const first = [...Array<string>(25).fill('yes'), ...Array<string>(25).fill('no')];
  const second = [
    ...Array<string>(20).fill('yes'),
    ...Array<string>(5).fill('no'),
    ...Array<string>(10).fill('yes'),
    ...Array<string>(15).fill('no'),
  ];
  const { kappa, error, right, macroF1, texts } = agreementOfKinds(first, second)!;
  expect([texts, right]).toEqual([50, 0.7]);
  expect(kappa).toBeCloseTo(0.4, 10);
  expect(error).toBeCloseTo(Math.sqrt((0.7 * 0.3) / 50) / 0.5, 10);
  expect(macroF1).toBeCloseTo((40 / 55 + 30 / 45) / 2, 10);
  expect(agreementOfKinds([], [])).toBeNull();
  expect(agreementOfKinds(['yes'], ['yes'])!.kappa).toBe(1);
});

test('a stance is learnt of people’s codings, where counted words of praise and blame tell none', () => {
  const model = trainFew(sources(answers.slice(0, 80)), vectors);
  const { codings, leftOut, rules } = sidesLearnt(model)!;
  expect(codings).toBe(80);
  expect(leftOut.kappa).toBeGreaterThan(0.8);
  expect(rules.kappa).toBeLessThan(0.3);
  const asked = answers.slice(80);
  const said = sidesByFew(model, asked, vectors);
  const truth = asked.map(({ side }) => side);
  expect(agreementOfKinds(truth, said.map(String))!.kappa).toBeGreaterThan(0.8);
  expect(sidesByFew(model, [{ text: 'n/a', question: null }], vectors)).toEqual([null]);
  // What is kept says the same, and the order of codings is of no say.
  const kept = JSON.parse(JSON.stringify(model)) as typeof model;
  expect(sidesByFew(kept, asked, vectors)).toEqual(said);
  expect(trainFew(sources(answers.slice(0, 80).reverse()), vectors).version).toBe(model.version);
});

test('under fifty codings nothing is learnt of sides, and the model is to the byte what it was without them', () => {
  const without = trainFew(sources(), vectors);
  const few = trainFew(sources(answers.slice(0, 49)), vectors);
  expect(few).toEqual(without);
  expect(sidesLearnt(few)).toBeNull();
  expect(sidesByFew(few, answers.slice(0, 2), vectors)).toEqual([null, null]);
  const blank = { id: 'x', text: 'n/a', question: null, side: 'neither' } as const;
  const blanks = Array.from({ length: 20 }, (_, i) => ({ ...blank, id: `x${i}` }));
  expect(trainFew(sources([...answers.slice(0, 49), ...blanks]), vectors)).toEqual(without);
});

test('what is right too seldom is told and has no say; neither has one kind alone', () => {
  const random = randomOf(3);
  const guessed = answers
    .slice(0, 80)
    .map((one): FewSide => ({ ...one, side: random() < 0.5 ? 'for' : 'against' }));
  const model = trainFew(sources(guessed), vectors);
  expect(sidesLearnt(model)!.leftOut.kappa).toBeLessThan(0.6);
  expect(sidesLearnt(model)!.linear).toBeNull();
  expect(sidesByFew(model, answers.slice(0, 1), vectors)).toEqual([null]);
  const alike = answers.slice(0, 80).map((one): FewSide => ({ ...one, side: 'for' }));
  expect(sidesLearnt(trainFew(sources(alike), vectors))).toBeNull();
});

test('what was learnt has no say where rules are as often right', () => {
  const coded = answers
    .slice(0, 80)
    .map(({ text, side }) => ({ text, question: null, embedding: null, labels: [side] }));
  const right = coded.map(({ labels }) => labels[0]!);
  expect(learnKinds(coded, right, null)!.linear).toBeNull();
  const wrong = coded.map(() => 'neither');
  const learnt = learnKinds(coded, wrong, null)!;
  expect(learnt.rules.kappa).toBeLessThanOrEqual(0);
  expect(coded.slice(0, 20).map(openKinds(learnt, null)!)).toEqual(right.slice(0, 20));
});

test('praise and blame are read as a stance only to be measured against', () => {
  expect(sideByRules('I love the new park.')).toBe('for');
  expect(sideByRules('The litter is awful.')).toBe('against');
  expect(sideByRules('There is a park.')).toBe('neither');
  expect(sideByRules('n/a')).toBeNull();
});
