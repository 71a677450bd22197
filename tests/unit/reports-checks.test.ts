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
  ['bare-number', 'And c.400 residents said so.'],
  ['bare-number', 'And c400 people said so.'],
  ['bare-number', 'CA400 people said so.'],
  ['bare-number', 'Approx.400 wrote.'],
  ['bare-number', 'Nearly half said so.'],
  ['bare-number', 'One third agreed.'],
  ['bare-number', 'One third of the budget goes.'],
  ['bare-number', 'Dozens complained.'],
  ['bare-number', 'Forty said so.'],
  ['bare-number', 'Forty-two of them have asked for it.'],
  ['bare-number', 'A quarter want lamps.'],
  ['bare-number', 'The forty who came agreed.'],
  ['bare-number', 'Eighteen were heard.'],
  ['bare-number', 'Half of us mind.'],
  ['bare-number', 'Scores of residents wrote.'],
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

test.each([
  'The bus leaves at half past six, from forty-two Acacia Road.',
  'It is one of the routes by the A386, in PL4, row F5.1, until 10pm.',
  'The two agreed to meet; two agreed actions are late, six reported crimes are told apart.',
  'It pays two support workers, three raised beds and ten supported homes.',
  'Walk two of the three longest routes in the first half of the year, and one quarter later again.',
  'Since COVID-19 meetings are in two halls.',
])('a number that counts nobody is none: %s', (text) => {
  expect(look(text)).toEqual([]);
});

test.each([
  'Litter is the main concern.',
  'The chief worry is litter.',
  'Litter is the principal local issue.',
  'Litter is number one.',
  'Litter dominates.',
  'Litter is the dominant theme.',
  'People mainly raised litter.',
  'Litter outweighs all else.',
  'Litter tops the list.',
  'Litter matters more than anything.',
  'Litter came in second place.',
  'Litter is second only to noise.',
])('a theme that was not audited is not ranked in other words: %s', (text) => {
  expect(look(text, { ready: new Set() })).toEqual(['theme-not-ready']);
});

test.each([
  'Litter lies at the main entrance, near the principal bus stop and the main access points.',
  'Litter was raised with the police chief inspector.',
  'No one minds litter on the main road.',
  'Litter is one of the concerns.',
  'Litter is found mainly at night.',
])('what is called main and is no matter ranks nothing: %s', (text) => {
  expect(look(text, { ready: new Set() })).toEqual([]);
});

test.each([
  'There was growth in litter.',
  'Litter shows an upward trend.',
  'Complaints of litter spiked.',
  'Worry about litter escalates.',
  'Litter has deteriorated.',
  'Litter: up by half.',
  `Litter, up by [[${LITTER}]].`,
  'Litter is intensifying.',
  'More and more litter lies about.',
  'Litter has been reduced.',
  'Litter improved.',
  'Litter has improved.',
  'Litter improved since the spring.',
  'Litter is down by a third of it.',
  `Litter, down by [[${LITTER}]].`,
  'Litter is improving.',
  'We saw an improvement in litter.',
  'Litter dwindled.',
  'Litter is better than last year.',
])('a change that is not clear is told in no words: %s', (text) => {
  expect(look(text, { changes: new Map() }).filter((code) => code !== 'bare-number')).toEqual([
    'unclear-change',
  ]);
});

test.each([
  'The board is asked to reduce litter, and to improve the bins.',
  'Residents want litter reduced.',
  'Litter should be reduced.',
  'They ask for improved bins against litter.',
  'Litter reports are escalated to officers.',
  'Weed growth hides litter.',
  'Litter lies down by the river.',
  'Litter is picked up by volunteers.',
  'Fireworks, rockets and balloons are litter.',
])('what is asked for or done about a theme is no change: %s', (text) => {
  expect(look(text, { changes: new Map() })).toEqual([]);
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
