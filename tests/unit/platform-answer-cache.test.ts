import { AnswerCache } from '#platform';

test('equal questions under way at once are asked once', async () => {
  const cache = new AnswerCache<number>(9, () => 1);
  let asked = 0;
  const ask = async (): Promise<number> => (asked += 1);
  expect(
    await Promise.all([cache.answer('q', ask), cache.answer('q', ask), cache.answer('other', ask)]),
  ).toEqual([1, 1, 2]);
  expect(await cache.answer('q', ask)).toBe(1);
});

test('a failure is not remembered', async () => {
  const cache = new AnswerCache<string>(9, () => 1);
  const fail = (): Promise<string> => Promise.reject(new Error('away'));
  await expect(cache.answer('q', fail)).rejects.toThrow('away');
  expect(await cache.answer('q', async () => 'back')).toBe('back');
});

test('what was asked longest ago goes first, by weight', async () => {
  const cache = new AnswerCache<string>(6, (answer) => answer.length);
  const ask = (key: string, answer: string): Promise<string> => cache.answer(key, async () => answer);
  for (const key of ['a', 'b', 'a', 'c']) await ask(key, 'one');
  expect([await ask('a', 'two'), await ask('c', 'two'), await ask('b', 'two')]).toEqual([
    'one',
    'one',
    'two',
  ]);
  expect(await ask('large', 'too heavy')).toBe('too heavy');
  expect(await ask('large', 'again')).toBe('again');
});

test('an answer that asked others on its way outlives them, and none under way is forgotten', async () => {
  const cache = new AnswerCache<number>(2, () => 1);
  let asked = 0;
  const chain = async (n: number): Promise<number> => {
    asked += 1;
    return n === 0 ? 0 : 1 + (await cache.answer(String(n - 1), () => chain(n - 1)));
  };
  expect(await cache.answer('9', () => chain(9))).toBe(9);
  asked = 0;
  expect(await cache.answer('9', () => chain(9))).toBe(9);
  expect(asked).toBe(0);
  // What was kept weighs what it should: two more find their room.
  for (const key of ['x', 'y', 'x', 'y']) await cache.answer(key, async () => (asked += 1));
  expect(asked).toBe(2);
});

test('an answer that is too heavy pushes nothing out', async () => {
  const cache = new AnswerCache<string>(6, (answer) => answer.length);
  await cache.answer('a', async () => 'one');
  await cache.answer('large', async () => 'too heavy');
  expect(await cache.answer('a', async () => 'two')).toBe('one');
});
