import { MIGRATIONS } from '../../libs/store/src/migrations/index.js';

test('migrations stand in the order in which they are run: a backup names the last, and all up to it are run before it is put back', () => {
  const numbers = MIGRATIONS.map((each) => Number(/\d+$/.exec(new each().name)![0]));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(new Set(numbers).size).toBe(numbers.length);
});
