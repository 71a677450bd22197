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
