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
