import { emergingTopics, type HeardComment, heardUntil, randomOf, termsOf } from '#themes';

const PLACES = 'harbour market station library museum stadium gardens barracks hospital quay'.split(' ');
const DOINGS =
  'litter parking lighting noise drinking graffiti speeding potholes hedges benches playground cyclists buses taxis drains dogs'.split(
    ' ',
  );
const HOWS =
  'awful dreadful ignored broken filthy constant cheerful improved lovely tidy neglected crowded'.split(' ');

/** Made-up comments of a city in which nothing is new: 40 a week through one feed. */
function quiet(weeks: number, seed = 3): HeardComment[] {
  const random = randomOf(seed);
  const oneOf = (words: string[]): string => words[Math.floor(random() * words.length)]!;
  return Array.from({ length: weeks * 40 }, (_, at) =>
    said(
      `c${at}`,
      Math.floor(at / 40),
      `${oneOf(DOINGS)} near ${oneOf(PLACES)}, ${oneOf(HOWS)} and ${oneOf(DOINGS)} by ${oneOf(PLACES)} number ${at}`,
    ),
  );
}

const said = (id: string, week: number, text: string, more: Partial<HeardComment> = {}): HeardComment => ({
  id,
  week,
  stream: 'feed',
  by: id,
  terms: termsOf(text),
  ...more,
});

const scooters = (week: number, at: number, more: Partial<HeardComment> = {}): HeardComment =>
  said(
    `s${week}-${at}`,
    week,
    `Electric scooters left at the ${PLACES[(week + 3 * at) % 10]!}, it is ${HOWS[(5 * week + at) % 12]!} with the ${DOINGS[(7 * week + 4 * at) % 16]!}`,
    more,
  );

const told = async (comments: HeardComment[], now: number): Promise<string[][]> =>
  (await emergingTopics(heardUntil(now, comments))).map(({ words }) => words);

test('what four people a week begin to speak of is told with its comments, in their own words', async () => {
  const comments = [
    ...quiet(66),
    ...[64, 65].flatMap((week) => [0, 1, 2, 3].map((at) => scooters(week, at))),
  ];
  const [topic, ...others] = await emergingTopics(heardUntil(65, comments));
  expect(topic!.words).toContain('electric scooters');
  expect(topic).toMatchObject({ window: 2, mentions: 8, people: 8, since: 64 });
  expect(topic!.expected).toBeLessThan(1);
  expect(topic!.comments).toHaveLength(8);
  expect(topic!.comments.every((id) => id.startsWith('s'))).toBe(true);
  expect(others).toEqual([]);
});

test('where nothing is new nothing is told, and half a year later what is new is usual', async () => {
  expect(await told(quiet(66), 65)).toEqual([]);
  const usual = Array.from({ length: 40 }, (_, week) =>
    [0, 1, 2].map((at) => scooters(26 + week, at)),
  ).flat();
  expect(await told([...quiet(66), ...usual], 65)).toEqual([]);
});

test('copies of one comment, one person who writes often, and what a new consultation asks about are no topic', async () => {
  const weeks = [63, 64, 65].flatMap((week) => [0, 1, 2, 3].map((at) => ({ week, at })));
  const copies = weeks.map(({ week, at }) =>
    said(
      `k${week}${at}`,
      week,
      'Stop the electric scooters on the pavement of our street before somebody is hurt',
    ),
  );
  const often = weeks.map(({ week, at }) => scooters(week, at, { by: 'one person' }));
  const asked = weeks.map(({ week, at }) => scooters(week, at, { stream: 'scooter trial' }));
  for (const some of [copies, often, asked]) expect(await told([...quiet(66), ...some], 65)).toEqual([]);
});

test('too few weeks, no comments, or none with words tell nothing', async () => {
  expect(await told([], 5)).toEqual([]);
  expect(await told([...quiet(8), ...[0, 1, 2, 3, 4].map((at) => scooters(7, at))], 7)).toEqual([]);
  expect(await told([said('a', 3, '...'), said('b', 3, 'It is')], 3)).toEqual([]);
});

test('plural and singular are one term, pairs do not cross a clause, and what is small is left out', () => {
  const keys = (text: string): string[] => termsOf(text).map(({ key }) => key);
  expect(keys('Scooters')).toEqual(keys('scooter'));
  expect(keys('The buses, the bus')).toEqual(['bus']);
  expect(keys("Women's safety")).toEqual(keys('women safety'));
  expect(keys('I never see any police here; scooters are left everywhere in town')).not.toContain(
    'police scooter',
  );
  expect(keys('It is what it was')).toEqual([]);
});

test('many people who say the same short thing are no copies of one', async () => {
  const flooding = [64, 65].flatMap((week) =>
    Array.from({ length: 6 }, (_, at) => said(`f${week}${at}`, week, at % 2 ? 'Flooding!' : 'The flooding')),
  );
  const [topic] = await emergingTopics(heardUntil(65, [...quiet(66), ...flooding]));
  expect(topic).toMatchObject({ words: ['flooding'], mentions: 12, people: 12 });
});
