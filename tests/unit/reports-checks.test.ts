import { checkReportText, readText, type Looked } from '#reports';

const LITTER = 'themes-by-community/theme=litter';
const look = (text: string, over: Partial<Looked> = {}): string[] =>
  checkReportText({
    edition: 3,
    texts: [{ code: 'point', heading: 'The point', text, needed: true }],
    figures: new Map([
      [LITTER, 'shown'],
      [`${LITTER};ward=E1`, 'hidden'],
    ]),
    quotes: new Set(['12']),
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
});

test.each([
  ['bare-number', 'In the autumn walks, some 400 women said so.'],
  ['bare-number', 'A third of residents raised it.'],
  ['bare-number', 'It was 25% of all.'],
  ['bare-number', 'Some four hundred people came.'],
  ['hidden-figure', `In the ward [[${LITTER};ward=E1]] said so.`],
  ['absent-figure', 'And [[themes-by-community/theme=made-up]] said so.'],
  ['absent-figure', 'And [[Litter]] said so.'],
  ['absent-figure', 'And [[quote twelve]] said so.'],
  ['foreign-edition', `And [[${LITTER} @ 2]] said so.`],
  ['unreleased-quote', 'She said: [[quote 99]].'],
  ['unreleased-quote', 'She said “the lights went out in March” to us.'],
  ['written', '   '],
])('%s stops the release: %s', (code, text) => {
  expect(look(text)).toEqual([code]);
});

test('a theme that was not audited is not told by its share or as the most, but may be counted', () => {
  const none = { ready: new Set<string>() };
  expect(look(`[[${LITTER}]] raised it.`, none)).toEqual([]);
  expect(look(`[[${LITTER} | share]] raised it.`, none)).toEqual(['theme-not-ready']);
  expect(look(`Litter is what most raised, [[${LITTER}]]. It is told.`, none)).toEqual(['theme-not-ready']);
});

test('no clear change is called neither a rise nor a fall, in the sentence of the figure', () => {
  const unclear = { changes: new Map([['litter', 'unclear' as const]]) };
  expect(look(`It rose to [[${LITTER}]].`)).toEqual([]);
  expect(look(`It rose to [[${LITTER}]].`, unclear)).toEqual(['unclear-change']);
  expect(look(`[[${LITTER}]] raised it. Prices rose.`, unclear)).toEqual([]);
  expect(look(`It fell to [[${LITTER}]].`)).toEqual(['unclear-change']);
});
