import { erasePeople } from '#facts';
import { findEmerging, indexComments } from '#pipeline';
import { Database, type Queryable } from '#store';
import { randomOf } from '#themes';
import { plantComments } from '../../bench/search/plant.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

/** What an agency's comments begin to speak of is told to its analysts, with the comments, until somebody says that it is no news. */

const PLACES = 'harbour market station library museum stadium gardens barracks hospital quay'.split(' ');
const DOINGS =
  'litter parking lighting noise drinking graffiti speeding potholes hedges benches drains dogs'.split(' ');
const WEEKS = 66;
const A_WEEK = 40;

let api: TestApi;
let worker: Database;
let rows: Queryable;
let release: () => void = () => undefined;
const answers = new Map<number, number>();

beforeAll(async () => {
  api = await startApi(async (database) => {
    worker = await Database.open(database.urlFor('worker'));
    const client = await database.admin.connect();
    release = () => client.release();
    rows = {
      query: async (sql: string, values?: unknown[]) =>
        (await client.query(sql, values as never)).rows as never,
    };
    const random = randomOf(5);
    const oneOf = (words: string[]): string => words[Math.floor(random() * words.length)]!;
    // The two agencies take turns; of one a tenth of the last two weeks speaks of something new.
    const texts = Array.from({ length: WEEKS * A_WEEK }, (_, at) => {
      const scooter = at >= (WEEKS - 2) * A_WEEK && at % 8 === 0;
      const usual = `${oneOf(DOINGS)} near ${oneOf(PLACES)} and ${oneOf(DOINGS)} by the ${oneOf(PLACES)}, ${oneOf(DOINGS)}`;
      return scooter ? `Electric scooters again, ${usual}` : usual;
    });
    for (const [answer, place] of await plantComments(worker, rows, texts, ['one', 'two'])) {
      answers.set(place, answer);
    }
    await rows.query(
      `UPDATE engagement.submission s SET submitted_on = date '2024-01-01' + 7 * (x.place / ${A_WEEK}) + x.place % 5
       FROM unnest($1::int[], $2::bigint[]) AS x(place, answer) JOIN engagement.answer a ON a.id = x.answer WHERE s.id = a.submission`,
      [[...answers.keys()], [...answers.values()]],
    );
  });
}, 240_000);
afterAll(async () => {
  release();
  await worker?.close();
  await api?.stop();
});

const ASK = `{ emergingTopics { falseAYear scans { agency { code } until } topics { id agency { code } words since until weeks mentions people comments setAsideBy reason
  nodes(first: 2) { submission submittedOn segments { text asked } } } } }`;
const asked = async (as: string) => (await api.ask(ASK, { as })).data.emergingTopics;

test('a new topic is told to analysts of its agency alone, with its comments and the words marked', async () => {
  expect(await findEmerging(worker)).toBe(2);
  const one = await asked(await api.signIn('Ann', ['analyst'], ['one']));
  const last = await rows.query<{ day: string }>(
    'SELECT max(submitted_on)::text AS day FROM engagement.submission',
  );
  const sunday = new Date(
    Date.parse(last[0]!.day) + ((7 - new Date(last[0]!.day).getUTCDay()) % 7) * 86_400_000,
  )
    .toISOString()
    .slice(0, 10);
  expect(one.scans).toEqual([{ agency: { code: 'one' }, until: sunday }]);
  expect(one.topics).toHaveLength(1);
  expect(one.topics[0]).toMatchObject({
    agency: { code: 'one' },
    until: sunday,
    weeks: expect.any(Number),
    setAsideBy: null,
  });
  expect(one.topics[0].words).toContain('electric scooters');
  expect(one.topics[0].comments).toBeGreaterThanOrEqual(4);
  expect(one.topics[0].people).toBe(one.topics[0].comments);
  const marked = one.topics[0].nodes[0].segments.filter(({ asked: is }: { asked: boolean }) => is);
  expect(marked.map(({ text }: { text: string }) => text.toLowerCase())).toEqual(
    expect.arrayContaining(['electric', 'scooters']),
  );
  expect((await asked(await api.signIn('Bob', ['analyst'], ['two']))).topics).toEqual([]);
  for (const role of ['partner', 'lead', 'editor', 'duty'] as const)
    expect(codeOf(await api.ask(ASK, { as: await api.signIn(role, [role], ['one']) }))).toBe('NOT_ALLOWED');
  expect(codeOf(await api.ask(ASK))).toMatch(/^NOT_/);
  // Nothing came since.
  expect(await findEmerging(worker)).toBe(0);
});

test('what somebody set aside with a reason is not told again by the next scan, until it is taken up', async () => {
  const ann = await api.signIn('Ann', ['analyst'], ['one']);
  const [{ id }] = (await asked(ann)).topics;
  const aside = (as: string, reason: string | null) =>
    api.ask(`mutation { setTopicAside(id: "${id}", reason: ${JSON.stringify(reason)}) }`, { as });
  expect(codeOf(await aside(ann, 'short'))).toBe('BAD_REQUEST');
  expect(codeOf(await aside(await api.signIn('Bob', ['analyst'], ['two']), 'It is another town.'))).toBe(
    'NOT_FOUND',
  );
  expect((await aside(ann, 'We let the scooters in ourselves.')).data).toEqual({ setTopicAside: true });
  await rows.query('DELETE FROM coding.emerging_scan');
  expect(await findEmerging(worker)).toBe(2);
  const [topic, ...others] = (await asked(ann)).topics;
  expect(others).toEqual([]);
  expect(topic).toMatchObject({ id, setAsideBy: 'Ann', reason: 'We let the scooters in ourselves.' });
  await aside(ann, null);
  expect((await asked(ann)).topics[0]).toMatchObject({ id, setAsideBy: null, reason: '' });
  const events = await rows.query<{ action: string }>(
    `SELECT action FROM audit.event WHERE action LIKE 'topic-%' ORDER BY id`,
  );
  expect(events.map(({ action }) => action)).toEqual(['topic-set-aside', 'topic-taken-up']);
});

test('with the people who spoke of it a topic is gone, its words too', async () => {
  const spoke = await rows.query<{ submission: string }>(
    'SELECT DISTINCT a.submission FROM coding.emerging_answer l JOIN engagement.answer a ON a.id = l.answer ORDER BY 1',
  );
  await erasePeople(
    worker,
    spoke.slice(3).map(({ submission }) => submission),
  );
  expect(await rows.query('SELECT words FROM coding.emerging')).toEqual([]);
  await indexComments(worker);
  await findEmerging(worker);
  expect(await rows.query('SELECT words FROM coding.emerging')).toEqual([]);
});
