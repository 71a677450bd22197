import { expect, test } from '@jest/globals';
import { placesOf } from '#statements';

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
