import { largeInTurn, mapInTurns, sortInTurns } from '../../libs/facts/src/ask/turns.js';
import { generator } from '../support/generator.js';

const busy = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

test('however many tables are made at once, between two turns of others one alone is worked on', async () => {
  const log: (number | 'others')[] = [];
  let over = false;
  const others = (): void => {
    log.push('others');
    if (!over) setImmediate(others);
  };
  setImmediate(others);
  // Each step takes a fraction of a stint, so that each table needs many turns.
  const tables = [1, 2, 3, 4].map((table) =>
    mapInTurns(Array(320).fill(0), () => {
      busy(0.25);
      log.push(table);
    }),
  );
  await Promise.all(tables);
  over = true;
  // The first stint of each began in one go, before anybody could wait.
  const turns = log
    .map((one) => (one === 'others' ? '|' : one))
    .join('')
    .split('|')
    .slice(1);
  expect(turns.length).toBeGreaterThan(10);
  expect(turns.filter((turn) => new Set(turn).size > 1)).toEqual([]);
});

test('what is sorted with turns between is sorted as without, equal ones in their order', async () => {
  const random = generator(7);
  const list = Array.from({ length: 7_777 }, (_, at) => ({ at, of: Math.floor(random() * 500) }));
  const compare = (a: { of: number }, b: { of: number }): number => a.of - b.of;
  expect(await sortInTurns(list, compare)).toEqual([...list].sort(compare));
  expect(await sortInTurns([], compare)).toEqual([]);
});

test('large tables are made one after the other, small ones at once', async () => {
  const log: string[] = [];
  const make = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.push(`${name} ends`);
  };
  await Promise.all([
    largeInTurn(9_000, make('first')),
    largeInTurn(9_000, make('second')),
    largeInTurn(10, make('small')),
  ]);
  expect(log.indexOf('second begins')).toBeGreaterThan(log.indexOf('first ends'));
  expect(log.indexOf('small begins')).toBeLessThan(log.indexOf('first ends'));
});

test('one asker takes some places of those that wait and no more; some are kept for who is signed in', async () => {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const outcomes: string[] = [];
  const ask = (by: string, signedIn: boolean): Promise<void> =>
    largeInTurn(9_000, () => ended, { by, signedIn }).then(
      () => void outcomes.push(`${by} had it`),
      (error: { code: string }) => void outcomes.push(`${by} ${error.code}`),
    );
  const many = (times: number, by: string, signedIn: boolean) =>
    Array.from({ length: times }, () => ask(by, signedIn));
  const all = [...many(20, 'one', false), ...many(20, 'two', false), ...many(1, 'three', false)];
  all.push(...many(20, 'colleague', true));
  await new Promise(setImmediate);
  const refused = (by: string): number => outcomes.filter((one) => one === `${by} EBUSY`).length;
  expect([refused('one'), refused('two'), refused('three'), refused('colleague')]).toEqual([16, 16, 1, 16]);
  end();
  await Promise.all(all);
  expect(outcomes.filter((one) => one.endsWith('had it'))).toHaveLength(12);
  // Places that were given back are there again.
  await largeInTurn(9_000, async () => undefined, { by: 'three', signedIn: false });
});
