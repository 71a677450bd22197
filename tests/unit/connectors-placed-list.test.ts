import { placedList } from '../../libs/connectors/src/mapping/split-options.js';

describe('an order whose items bear their places', () => {
  it.each([
    ['Pool : 2, Gym : 1', ['Gym', 'Pool']],
    ['Pool: 2;Gym: 1;', ['Gym', 'Pool']],
    ['Pool=2\nGym=1\n', ['Gym', 'Pool']],
    ['Parks, at night : 1, Zone 3: buses : 2', ['Parks, at night', 'Zone 3: buses']],
  ])('%j', (cell, items) => expect(placedList(cell)).toEqual(items));

  it.each(['Pool : 1', 'Pool : 1, Gym : 1', 'Pool : 1, Gym : 3', 'Pool : 1, Gym : 2, Hall', ': 1, : 2', ''])(
    'and none in %j',
    (cell) => expect(placedList(cell)).toBeNull(),
  );

  it('nor in what is longer than an order is', () =>
    expect(placedList(`${'a'.repeat(5_000)} : 1, b : 2`)).toBeNull());
});
