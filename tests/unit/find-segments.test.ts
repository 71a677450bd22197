import { askedSpans, segmentsOf } from '../../apps/api/src/analyst/find/segments.js';

test('asked words that stand in what is personal are not shown', () => {
  const text = 'Ask Zoe Lamp about lamps';
  const masks = [{ span: { start: 4, end: 12 }, type: 'person' }];
  const asked = askedSpans('Ask Zoe \uE000Lamp\uE001 about \uE000lamps\uE001');
  const shown = segmentsOf({ text, masks }, asked, null);
  expect(shown.map(({ text: words, masked, asked: is }) => [words, masked, is])).toEqual([
    ['Ask ', null, false],
    ['', 'person', false],
    [' about ', null, false],
    ['lamps', null, true],
  ]);
});

test('a part that comes near may hold a mask and asked words', () => {
  const text = 'One. Two lamps here. Three.';
  const shown = segmentsOf({ text, masks: [] }, askedSpans('One. Two \uE000lamps\uE001 here. Three.'), {
    start: 5,
    end: 20,
  });
  expect(shown.filter(({ near }) => near).map(({ text: words }) => words)).toEqual([
    'Two ',
    'lamps',
    ' here.',
  ]);
  expect(shown.map(({ text: words }) => words).join('')).toBe(text);
});
