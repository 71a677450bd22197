import { type AskedEngagement, breakDay, proposeSeriesOf, whatParts } from '#domain';

const run = (key: string, change: Partial<AskedEngagement> = {}): AskedEngagement => ({
  agency: 'city',
  key,
  title: `Safer streets: tell us, ${key.slice(-4)}`,
  kind: 'survey',
  participation: 'consultation',
  opens: `${key.slice(-4)}-06-01`,
  closes: `${key.slice(-4)}-09-30`,
  channel: 'online',
  communities: ['Everyone'],
  questions: ['What  worries you?'],
  ...change,
});
const keys = (...some: AskedEngagement[]): string[][] =>
  proposeSeriesOf(some).map(({ engagements }) => engagements);

test('runs whose titles differ in the year alone are proposed, in order of opening', () => {
  const [series] = proposeSeriesOf([run('safer-2024'), run('safer-2023')]);
  expect(series).toMatchObject({
    key: 'safer-2023',
    name: 'Safer streets: tell us',
    kind: 'repeats',
    engagements: ['safer-2023', 'safer-2024'],
  });
});

test('a title alone is never enough: question, channel, level, people asked and agency are the same too', () => {
  for (const change of [
    { questions: ['What would you do?'] },
    { questions: [] },
    { channel: 'paper' },
    { participation: 'engagement' },
    { communities: ['Women and girls'] },
    { agency: 'police' },
    { title: 'Another survey' },
  ])
    expect(keys(run('safer-2023'), run('safer-2024', change))).toEqual([]);
  expect(keys(run('safer-2023'), run('safer-2024', { questions: ['what worries YOU?'] }))).toHaveLength(1);
});

test('a standing feed, and what was open for over a year, is a series of itself', () => {
  expect(keys(run('feed-2022', { kind: 'standing-feed', closes: null }))).toEqual([['feed-2022']]);
  expect(keys(run('meetings-2022', { closes: '2024-09-30' }))).toEqual([['meetings-2022']]);
  expect(keys(run('survey-2022', { closes: '2023-03-31' }))).toEqual([]);
  // What only announces is answered by nobody.
  expect(keys(run('news-2022', { kind: 'standing-feed', questions: [] }))).toEqual([]);
});

test('a break is given by a day or a quarter, and by nothing else', () => {
  expect(['2024-Q3', '2024-q1', ' 2024-12-31 '].map(breakDay)).toEqual([
    '2024-07-01',
    '2024-01-01',
    '2024-12-31',
  ]);
  expect(['2024-Q5', '2024-02-30', '2024', 'last summer', ''].map(breakDay)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('engagements declared as one series share a way of asking and a question word for word', () => {
  const both = (change: Partial<AskedEngagement>): string | null =>
    whatParts([run('safer-2023'), run('safer-2024', change)]);
  expect(both({ title: 'Another name', questions: ['What worries you?', 'And why?'] })).toBeNull();
  expect(both({ questions: ['What would you change?'] })).toBe('questions');
  expect(both({ questions: [] })).toBe('questions');
  expect(both({ channel: 'paper' })).toBe('channel');
  expect(both({ participation: 'engagement' })).toBe('participation');
  expect(whatParts(['votes-2023', 'votes-2024'].map((key) => run(key, { questions: [] })))).toBeNull();
});
