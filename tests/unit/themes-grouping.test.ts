import { groupArguments } from '#themes';

const campaign =
  'We the undersigned ask the council to reopen the youth centre in Honicknowle because young people have nowhere safe to go after school';

test('equal texts are one argument whatever their signs and capitals, named by the smallest id', () => {
  const groups = groupArguments([
    { id: 'b', text: 'More police please!' },
    { id: 'a', text: 'more police, please' },
    { id: 'c', text: 'More buses please' },
  ]);
  expect(Object.fromEntries(groups)).toEqual({ a: 'a', b: 'a', c: 'c' });
});

test('a campaign text with small changes or an added sentence stays one argument', () => {
  const copies = [
    campaign,
    campaign.replace('the council', 'Plymouth council'),
    campaign.replace('young people', 'youngsters'),
    `${campaign}. My own two would use it every week.`,
    campaign.toUpperCase(),
  ].map((text, i) => ({ id: `r${i}`, text }));
  expect(new Set(groupArguments(copies).values())).toEqual(new Set(['r0']));
});

test('texts that share an opening but say different things stay apart', () => {
  const opening = 'I have lived in this part of the city for a long time and I feel that ';
  const groups = groupArguments([
    { id: 'a', text: `${opening} the street lights should be on all night near the school and the park` },
    { id: 'b', text: `${opening} nobody listens when we report rubbish dumped in the lanes behind shops` },
  ]);
  expect(groups.get('a')).not.toBe(groups.get('b'));
});

const words = (from: number, many: number): string[] =>
  Array.from({ length: many }, (_, at) => `word${String.fromCharCode(97 + ((from + at) % 26))}${from + at}`);

test('a short text whose last word is another stays one argument; with two other words it is one of its own', () => {
  const text = words(0, 17);
  const alike = [text, [...text.slice(0, 16), 'otherwise']].map((each, i) => ({
    id: `r${i}`,
    text: each.join(' '),
  }));
  expect(new Set(groupArguments(alike).values())).toEqual(new Set(['r0']));
  const apart = [text, [...text.slice(0, 8), 'quite', ...text.slice(9, 16), 'otherwise']];
  const groups = groupArguments(apart.map((each, i) => ({ id: `r${i}`, text: each.join(' ') })));
  expect(new Set(groups.values()).size).toBe(2);
});

test('a long text stays one argument where its last word is another and many of one’s own follow', () => {
  const text = words(0, 21);
  const longer = [...text.slice(0, 20), 'otherwise', ...words(100, 15)];
  const copies = [text, longer].map((each, i) => ({ id: `r${i}`, text: each.join(' ') }));
  expect(new Set(groupArguments(copies).values())).toEqual(new Set(['r0']));
});

test('the order of the responses does not matter', () => {
  const texts = Array.from({ length: 60 }, (_, i) => ({
    id: `r${String(i).padStart(2, '0')}`,
    text:
      i % 3 === 0
        ? `${campaign} ${'and also '.repeat(i % 4)}`
        : `Comment ${i % 7} about lights and noise number ${i % 5}`,
  }));
  const sorted = (list: typeof texts) => [...groupArguments(list)].sort();
  expect(sorted([...texts].reverse())).toEqual(sorted(texts));
});
