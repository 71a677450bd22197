import { chooseQuotes, type QuotableAnswer } from '#demo';

const answer = (text: string, more: Partial<QuotableAnswer> = {}): QuotableAnswer => ({
  answer: text.length,
  text,
  themes: ['litter'],
  tone: 'negative',
  ...more,
});

const ANSWERS = [
  answer('Bins overflow by the shops.'),
  answer('Nobody sweeps our lane any more.'),
  answer('The bins by the beach are full each Sunday.'),
  answer('BINS EVERYWHERE PLEASE.'),
  answer('It is clean here, I have to say, and I feel safe.', { themes: ['litter', 'positive-feels-safe'] }),
  answer('The sweepers do a lovely job.', { tone: 'positive' }),
  answer('Cars race at night.', { themes: ['speeding', 'litter'] }),
];

test('of each theme two that ask for more are quoted and one that does not, each answer once, and no shouting', () => {
  const chosen = chooseQuotes(ANSWERS, ['litter', 'speeding', 'parking']);
  const of = (theme: string, stance: string) =>
    chosen.filter((one) => one.theme === theme && one.stance === stance).length;
  expect([of('litter', 'with'), of('litter', 'against'), of('parking', 'with')]).toEqual([2, 1, 0]);
  expect(new Set(chosen.map(({ text }) => text)).size).toBe(chosen.length);
  expect(chosen.map(({ text }) => text)).not.toContain('BINS EVERYWHERE PLEASE.');
});

test('the choice is the same whatever numbers and order the answers have', () => {
  const again = ANSWERS.map((one, at) => ({ ...one, answer: 100 + at })).reverse();
  const texts = (answers: readonly QuotableAnswer[]) =>
    chooseQuotes(answers, ['litter']).map(({ text, stance }) => [text, stance]);
  expect(texts(again)).toEqual(texts(ANSWERS));
});
