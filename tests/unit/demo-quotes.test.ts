import { chooseQuotes, demoDecisions, generateCity, type QuotableAnswer } from '#demo';

const answer = (text: string, more: Partial<QuotableAnswer> = {}): QuotableAnswer => ({
  answer: text.length,
  text,
  themes: ['litter'],
  tone: 'negative',
  dissents: false,
  ...more,
});

const ANSWERS = [
  answer('Bins overflow by the shops.'),
  answer('Nobody sweeps our lane any more.'),
  answer('The bins by the beach are full each Sunday.'),
  answer('BINS EVERYWHERE PLEASE.'),
  answer('It is clean here, I have to say, and I feel safe.', { themes: ['litter', 'positive-feels-safe'] }),
  answer('The sweepers do a lovely job.', { tone: 'positive' }),
  answer('There are bins enough: take your litter home.', { dissents: true }),
  answer('Cars race at night.', { themes: ['speeding', 'litter'] }),
];

test('of each theme two that ask for more are quoted and one that disagrees, each answer once, no praise and no shouting', () => {
  const chosen = chooseQuotes(ANSWERS, ['litter', 'speeding', 'parking']);
  const of = (theme: string, stance: string) =>
    chosen.filter((one) => one.theme === theme && one.stance === stance).length;
  expect([of('litter', 'with'), of('litter', 'against'), of('parking', 'with')]).toEqual([2, 1, 0]);
  expect(new Set(chosen.map(({ text }) => text)).size).toBe(chosen.length);
  expect(chosen.flatMap(({ text, stance }) => (stance === 'against' ? [text] : []))).toEqual([
    'There are bins enough: take your litter home.',
  ]);
  expect(chosen.map(({ text }) => text)).not.toContain('BINS EVERYWHERE PLEASE.');
  expect(chosen.map(({ text }) => text)).not.toContain('The sweepers do a lovely job.');
});

test('of most themes that somebody decided on, a few people of even a small city disagree, in words that can be quoted', () => {
  const { plan } = generateCity({ seed: 2014, size: 2_500 });
  const against = plan.submissions.flatMap(({ texts }) => texts.filter(({ dissents }) => dissents));
  const decided = demoDecisions('2026-01-01', 1).decisions.map(({ themes: [theme] }) => theme);
  const heard = new Set(against.flatMap(({ themes }) => themes));
  const most = ['street-lighting', 'safety-at-night', 'safety-on-transport', 'litter', 'speeding'];
  expect(most.filter((theme) => !heard.has(theme))).toEqual([]);
  const without = decided.filter((theme) => !heard.has(theme!));
  expect(without.length).toBeLessThan(decided.length / 4);
  expect(against.filter(({ text }) => text.length < 40 || text.length > 220)).toEqual([]);
  for (const theme of heard) {
    const its = against.filter(({ themes }) => themes.includes(theme));
    expect(its.length).toBeLessThanOrEqual(4);
    expect(its.every(({ themes, planted }) => themes.length === 1 && planted.length === 0)).toBe(true);
  }
});

test('the choice is the same whatever numbers and order the answers have', () => {
  const again = ANSWERS.map((one, at) => ({ ...one, answer: 100 + at })).reverse();
  const texts = (answers: readonly QuotableAnswer[]) =>
    chooseQuotes(answers, ['litter']).map(({ text, stance }) => [text, stance]);
  expect(texts(again)).toEqual(texts(ANSWERS));
});
