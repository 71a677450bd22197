import { checkReportText, readText, type Looked } from '#reports';

const LITTER = 'themes-by-community/theme=litter';
const look = (text: string, over: Partial<Looked> = {}): string[] =>
  checkReportText({
    edition: 3,
    texts: [{ code: 'point', heading: 'The point', text, needed: true }],
    figures: new Map([
      [LITTER, 'shown'],
      [`${LITTER};ward=E1`, 'hidden'],
      [`${LITTER};ward=E2`, 'shown'],
    ]),
    untold: new Map([[`${LITTER};ward=E2`, ['share', 'gap']]]),
    wards: ['Ham', 'Efford and Lipson'],
    ofWard: false,
    quotes: new Set(['12']),
    themes: new Map([
      ['litter', 'Litter'],
      ['noise', 'Noise at night'],
    ]),
    ready: new Set(['litter']),
    changes: new Map([['litter', 'rise']]),
    ...over,
  })
    .filter(({ stops }) => stops.length > 0)
    .map(({ code }) => code);

test('figures and quotes are read out of a text, and all else stays words', () => {
  expect(readText(`A [[${LITTER} @ 3 | share]] b [[quote 12]] [[what?]]`)).toEqual([
    { kind: 'words', text: 'A ' },
    { kind: 'figure', id: LITTER, edition: 3, show: 'share' },
    { kind: 'words', text: ' b ' },
    { kind: 'quote', quote: '12', edition: null },
    { kind: 'words', text: ' [[what?]]' },
  ]);
});

test('a text whose numbers are all figures passes, with its days, years, times and money', () => {
  const text = `The board is asked on 4 March 2025 at 14:00 to spend £84,000 a year. [[${LITTER}]] raised it ([[${LITTER} | share]]); [[quote 12]]. See F5, edition 3.`;
  expect(look(text)).toEqual([]);
  expect(
    look('In 2024 residents asked, in May 2024 people answered until 22.30, and the residents’ board met.'),
  ).toEqual([]);
  for (const words of ['The survey of 2024 asked the same.', 'The 2011 census asked so.', 'The Equality Act 2010 asks for it.', '2010 was a hard year.'])
    expect([words, look(words)]).toEqual([words, []]); // prettier-ignore
});

test.each([
  ['bare-number', 'In the autumn walks, some 400 women said so.'],
  ['bare-number', 'A third of residents raised it.'],
  ['bare-number', 'It was 25% of all.'],
  ['bare-number', 'Some four hundred people came.'],
  ['bare-number', 'It was 25.50% of all.'],
  ['bare-number', '1950 residents said so.'],
  ['bare-number', '2010 told us so.'],
  ['bare-number', 'Some 2010 of the city came.'],
  ['bare-number', '1998 were asked.'],
  ['bare-number', '2010 have since said so.'],
  ['bare-number', '2010 local people said so.'],
  ['bare-number', 'And ４００ said so, or ½ of all.'],
  ['bare-number', 'And ٤٠٠ said so.'],
  ['bare-number', 'One in four said so.'],
  ['bare-number', 'Nine out of ten agree.'],
  ['bare-number', 'Two thirds want it.'],
  ['bare-number', 'Twice as many came.'],
  ['bare-number', 'A clear majority of residents agree.'],
  ['hidden-figure', `In the ward [[${LITTER};ward=E1]] said so.`],
  ['hidden-figure', `In the ward [[${LITTER};ward=E2 | share]] said so.`],
  ['hidden-figure', `They are [[${LITTER};ward=E2 | gap]].`],
  ['absent-figure', 'And [[themes-by-community/theme=made-up]] said so.'],
  ['absent-figure', 'And [[Litter]] said so.'],
  ['absent-figure', 'And [[quote twelve]] said so.'],
  ['absent-figure', `And [[${LITTER} @ working]] said so.`],
  ['foreign-edition', `And [[${LITTER} @ 2]] said so.`],
  ['unreleased-quote', 'She said: [[quote 99]].'],
  ['unreleased-quote', 'She said “the lights went out in March” to us.'],
  ['unreleased-quote', 'She said ‘the lights don’t burn in March’ to us.'],
  ['unreleased-quote', "She said 'the lights don't burn in March' to us."],
  ['written', '   '],
  ['written', `[[${LITTER}]] said so. [[write your judgement here]]`],
])('%s stops the release: %s', (code, text) => {
  expect(look(text)).toEqual([code]);
});

test('a theme that was not audited is not told by its share or as the most, but may be counted', () => {
  const none = { ready: new Set<string>() };
  expect(look(`[[${LITTER}]] raised it.`, none)).toEqual([]);
  expect(look(`[[${LITTER} | share]] raised it.`, none)).toEqual(['theme-not-ready']);
  expect(look(`Litter is what most raised, [[${LITTER}]]. It is told.`, none)).toEqual(['theme-not-ready']);
  expect(look(`[[${LITTER} | gap]] spoke of it.`, none)).toEqual(['theme-not-ready']);
  // Also without a figure, by its name, and in the sentence that goes on about it.
  expect(look('Litter is what people raised above all.', none)).toEqual(['theme-not-ready']);
  expect(look(`[[${LITTER}]] raised it. It comes first.`, none)).toEqual(['theme-not-ready']);
  expect(look('Noise at night is the largest worry.')).toEqual(['theme-not-ready']);
  expect(look('What we ask of the board comes first.', none)).toEqual([]);
});

test('no clear change is called neither a rise nor a fall, in the sentence of the figure', () => {
  const unclear = { changes: new Map([['litter', 'unclear' as const]]) };
  expect(look(`It rose to [[${LITTER}]].`)).toEqual([]);
  expect(look(`It rose to [[${LITTER}]].`, unclear)).toEqual(['unclear-change']);
  expect(look(`[[${LITTER}]] raised it. Prices rose.`, unclear)).toEqual([]);
  expect(look(`It fell to [[${LITTER}]].`)).toEqual(['unclear-change']);
  for (const words of [
    'Litter went up.', 'Worry about litter is growing.', `[[${LITTER}]] raised it. It doubled.`, `[[${LITTER}]] raised it, more than the year before.`,
    `[[${LITTER}]] raised it: up on last year.`, 'Litter has got worse.', 'Noise at night has gone down.',
  ]) expect([words, look(words, unclear)]).toEqual([words, ['unclear-change']]); // prettier-ignore
  expect(look('Litter is growing.')).toEqual([]);
  // No change is told by ward, agency or time: a rise of the city says nothing of them.
  for (const words of [
    `[[${LITTER};ward=E2]] raised it, and it rose.`,
    'Litter rose in Efford and Lipson.', 'In Ham litter is growing.',
  ]) expect([words, look(words)]).toEqual([words, ['unclear-change']]); // prettier-ignore
  expect(look('Litter is growing, and ham is dear.')).toEqual([]);
  // A ward's brief is read as of the ward.
  expect(look('Litter is growing.', { ofWard: true })).toEqual(['unclear-change']);
  expect(look('In the city litter is growing.', { ofWard: true })).toEqual([]);
  expect(look('The rent of bins went up.', unclear)).toEqual([]);
});

test('a title is words alone, and is looked at as any other text', () => {
  const titled = (text: string) => look('Decide.', { texts: [{ code: 'title', heading: 'Title', text, needed: true, wordsAlone: true }] }); // prettier-ignore
  expect(titled('Litter in 2024')).toEqual([]);
  expect(titled('Litter: what 400 residents want')).toEqual(['bare-number']);
  expect(titled('Noise at night is rising')).toEqual(['unclear-change']);
  expect(titled(`Litter: [[${LITTER}]]`)).toEqual(['absent-figure']);
  expect(titled('Litter [[quote 12]]')).toEqual(['absent-figure']);
});
