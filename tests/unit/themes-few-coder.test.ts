import { createHash } from 'node:crypto';

import { byWords, codeByFew, trainFew, type CoderModel, type FewSources } from '#themes';
import type { Theme } from '#domain';
import { LIBRARY_TOPICS, libraryComments } from '../support/libraries.js';

const vectors = { sentences: null, embedder: null, words: byWords() };
const theme = (code: string, definition: string): Theme => ({
  code,
  name: code,
  parent: null,
  definition,
  include: [],
  exclude: [],
  examples: [],
});

/** Made-up comments, so few that nothing is learnt of them all. */
const SAID = {
  hours: ['Open later in the evening', 'Longer opening hours on Sunday', 'It closed before I finished work'],
  computers: ['The computers are slow', 'Printing never works', 'Faster internet and more laptops'],
  children: ['Story time for toddlers is lovely', 'My kids love picture books', 'Rhyme sessions for babies'],
};
const few = Object.entries(SAID).flatMap(([topic, texts], a) =>
  texts.map((text, b) => ({
    id: `r${a}${b}`,
    text,
    question: b === 0 ? 'What should change?' : null,
    themes: [topic],
  })),
);
const smallSources: FewSources = {
  codebook: 'libraries',
  version: 1,
  themes: [
    theme('hours', 'When the library is open.'),
    theme('computers', 'Computers, printing and internet.'),
    theme('children', 'Books and activities for children.'),
  ],
  pool: few,
  coded: [...few.slice(0, 8), { id: 'x', text: 'Hello to you all', question: null, themes: [] }],
  grouped: [],
};
const asked = [
  ...few,
  { text: 'n/a', question: null },
  { text: 'Open on Sunday for babies, and mend the printing', question: 'What should change?' },
];

const comments = libraryComments(300, 1).map(({ text, topics }, i) => ({
  id: String(i).padStart(4, '0'),
  text: `${text} (${i})`,
  question: 'What should change?',
  themes: topics,
}));
const sources: FewSources = {
  codebook: 'libraries',
  version: 1,
  themes: LIBRARY_TOPICS.map((topic) => theme(topic, '')),
  pool: comments,
  coded: comments.slice(0, 40),
  grouped: [],
};
const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const kept = (model: CoderModel): CoderModel => JSON.parse(JSON.stringify(model)) as CoderModel;

test('a model as former coders kept it codes to the byte as it did', () => {
  const model = trainFew(smallSources, vectors);
  // A pool so small is learnt from as `few-3` did: its model had this version, by the hash of all that it kept.
  expect(model.version).toBe('few-4-5db87de94c06824d');
  expect(Object.keys(model.parameters)).toEqual(['embedder', 'zero', 'linear', 'learned']);
  expect(sha256(codeByFew({ ...kept(model), version: 'few-3-5db87de94c06824d' }, asked, vectors))).toBe(
    'a8428daed4085545a6d13f9f17bc92bfaa2d16691053df8d79a3c4111efc11a7',
  );
});

test('the same sources give the same model in any order, and what is kept codes as what was learnt', () => {
  const model = trainFew(sources, vectors);
  expect(model.parameters['space']).toBeDefined();
  expect(trainFew({ ...sources, coded: [...sources.coded].reverse() }, vectors).version).toBe(model.version);
  const coded = codeByFew(model, comments, vectors);
  expect(codeByFew(kept(model), comments, vectors)).toEqual(coded);
  const right = comments.filter(({ themes }, i) => themes.includes(coded[i]![0]!.theme)).length;
  expect(right / comments.length).toBeGreaterThanOrEqual(0.9);
});

test('a question of two lines is kept as one term', () => {
  const asking = (question: string, { pool, coded, ...rest }: FewSources): CoderModel => {
    const with_ = <T extends { question: string | null }>(one: T): T => ({
      ...one,
      question: one.question && question,
    });
    return trainFew({ ...rest, pool: pool.map(with_), coded: coded.map(with_) }, vectors);
  };
  const texts = comments.slice(0, 20).map(({ text }) => ({ text, question: null }));
  for (const given of [sources, smallSources]) {
    const [one, two] = ['What should change?', 'What should change\nin here?'].map((question) =>
      codeByFew(asking(question, given), texts, vectors),
    );
    expect(two).toEqual(one);
  }
});

test('a linear model keeps weights of terms that codings held alone', () => {
  const { space, linear } = trainFew(sources, vectors).parameters as {
    space: { terms: string };
    linear: { terms: string; sparse: string[] };
  };
  const weights = Buffer.from(linear.sparse[0]!, 'base64').length / 4;
  expect(linear.terms).toBe('');
  expect(weights).toBeGreaterThan(0);
  expect(weights).toBeLessThan(space.terms.split('\n').length);
});
