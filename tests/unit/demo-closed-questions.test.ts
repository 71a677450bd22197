import { demoSources, generateCity } from '#demo';
import { saferPlymouth } from '#themes';

const city = generateCity({ seed: 19, size: 2_000 });
const { answers } = city.truth;

type Rule = { as: string; kind?: string; key?: string; options?: string[]; columns?: Record<string, string> };
const rules = demoSources('http://127.0.0.1:1').sources.flatMap(
  ({ mapping }) => (mapping as { columns?: Rule[] }).columns ?? [],
);

test('the city’s engagements ask sixty closed questions and more, of every kind that a sheet can hold', () => {
  expect(answers.length).toBeGreaterThanOrEqual(60);
  const kinds = new Set(rules.map(({ as, kind }) => (as === 'matrix' ? 'matrix' : kind)));
  for (const kind of ['choice', 'multi-choice', 'scale', 'matrix', 'ranking', 'number'])
    expect(kinds).toContain(kind);
});

test('three questions are asked by three agencies over three years, one of them with a break of wording', () => {
  const asked = (part: string) => answers.filter(({ text }) => text.includes(part));
  for (const part of ['after dark?', 'trust', 'influence decisions']) {
    const engagements = asked(part).map(({ engagement }) => engagement);
    for (const start of ['safer-plymouth-20', 'local-priorities-20'])
      expect(engagements.filter((each) => each.startsWith(start)).length).toBeGreaterThanOrEqual(2);
    expect(engagements).toEqual(expect.arrayContaining(['warm-welcome', 'safety-walks', 'youth-voice']));
  }
  expect(asked('at night').map(({ engagement }) => engagement)).toEqual(['local-priorities-2022']);
});

test('the truth counts each person once, and stands in no delivery', () => {
  for (const { people, engagement, question } of answers) {
    const given = Object.values(people).reduce((sum, each) => sum + each, 0);
    expect([engagement, question, given > 0]).toEqual([engagement, question, true]);
  }
  const rated = answers.find(({ question }) => question === 'good_here')!;
  expect(Object.keys(rated.people).some((key) => key.startsWith('Wardens: '))).toBe(true);
});

test('a conversation of two camps has statements of host and participants, and votes that some changed', () => {
  const { conversation } = city.truth;
  expect(conversation.voters.length).toBeGreaterThanOrEqual(50);
  const camps = ['out-late', 'at-home'].map((camp) => conversation.voters.filter((one) => one.camp === camp));
  for (const camp of camps) expect(camp.length).toBeGreaterThan(conversation.voters.length / 5);
  expect(conversation.statements.filter(({ host }) => host).length).toBeGreaterThan(10);
  expect(conversation.statements.filter(({ host }) => !host).length).toBeGreaterThan(10);
  const standing = conversation.statements.reduce(
    (sum, { agree, disagree, pass }) => sum + agree + disagree + pass,
    0,
  );
  expect(city.plan.conversation.votes.length).toBeGreaterThan(standing);
  const themes = new Set(saferPlymouth.themes.map(({ code }) => code));
  expect(conversation.statements.flatMap((one) => one.themes).filter((theme) => !themes.has(theme))).toEqual(
    [],
  );
});
