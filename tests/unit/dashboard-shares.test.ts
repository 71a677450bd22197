import { expect, test } from '@jest/globals';
import { placesInOrder, placesOf } from '#statements';

test('a share has every place that its interval leaves open', () => {
  const shares = [
    { low: 20, high: 25 },
    { low: 18, high: 22 },
    { low: 5, high: 9 },
  ];
  expect(shares.map((share) => placesOf(share, shares))).toEqual([
    { first: 1, last: 2 },
    { first: 1, last: 2 },
    { first: 3, last: 3 },
  ]);
});

test('places in the order of the rows never go back, and are never narrower than the intervals leave open', () => {
  // The second is unsure: it may be first, so the one above it may not be the first for sure.
  const rows = [
    { low: 40, high: 42 },
    { low: 10, high: 60 },
    { low: 20, high: 24 },
    { low: 2, high: 4 },
  ];
  const places = placesInOrder(rows);
  expect(places).toEqual([
    { first: 1, last: 2 },
    { first: 1, last: 3 },
    { first: 2, last: 3 },
    { first: 4, last: 4 },
  ]);
  rows.forEach((row, at) => {
    const own = placesOf(row, rows);
    expect([places[at]!.first <= own.first, places[at]!.last >= own.last]).toEqual([true, true]);
  });
});
