import { stickySeries } from '#disclosure';

test('a count stays as it was told until it has moved by five from where it was set', () => {
  expect(stickySeries([100, 101, 104, 105, 104, 101, 100])).toEqual([100, 100, 100, 105, 105, 105, 100]);
  // Small steps add up: none of them is told, their sum is.
  expect(stickySeries([40, 42, 44, 46])).toEqual([40, 40, 40, 45]);
});

test('one who comes or goes between two of a series changes nothing that is told, wherever the count stands', () => {
  for (let count = 0; count < 60; count++) {
    const told = stickySeries([count, count, count, count, count]);
    for (const change of [1, -1]) {
      const [before, , came, left] = [count, count, count + change, count];
      expect(stickySeries([before, count, came, left, count])).toEqual(told);
    }
  }
});

test('what is told is a multiple of five, at most seven from the truth', () => {
  const counts = Array.from({ length: 500 }, (_, n) =>
    Math.round(100 + 60 * Math.sin(n / 9) + ((n * 7) % 4)),
  );
  stickySeries(counts).forEach((told, at) => {
    expect(told % 5).toBe(0);
    expect(Math.abs(told - counts[at]!)).toBeLessThan(7);
  });
  expect(stickySeries([])).toEqual([]);
});
