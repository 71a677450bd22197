import { describe, expect, it } from '@jest/globals';
import { rate } from '#statements';
import { crimeParts } from '../../apps/dashboard/src/charts/crime-parts.js';
import { classLimits, classOf, quarterEnd, roundUp, ticks } from '../../apps/dashboard/src/charts/scale.js';
import { beside, threeLetters } from '../../apps/dashboard/src/charts/tile-places.js';
import { funnelBars, stepWords } from '../../apps/dashboard/src/receipt/funnel-bars.js';

describe('bars of the funnel', () => {
  it('start again at each total, and what is left and taken away make up the bar before', () => {
    const bars = funnelBars([
      { name: 'Received', count: 100, kind: 'total' },
      { name: 'Rejected', count: 10, kind: 'less' },
      { name: 'Repeated', count: 10, kind: 'less' },
      { name: 'Submissions', count: 80, kind: 'total' },
      { name: 'Same person', count: 40, kind: 'less' },
    ]);
    expect(bars.map((bar) => bar && [bar.left, bar.gone])).toEqual([
      [1, 0],
      [0.9, 0.1],
      [0.8, 0.1],
      [0.8, 0],
      [0.5, 0.5],
    ]);
  });

  it('say with one sign what is taken away and what rounding adds, and stay on the scale', () => {
    expect([stepWords('less', 1240), stepWords('less', -2), stepWords('less', 0)]).toEqual([
      '−1,240',
      '+2',
      '0',
    ]);
    expect([stepWords('total', 98), stepWords('figure', 0)]).toEqual(['98', '0']);
    const [, added] = funnelBars([
      { name: 'People', count: 98, kind: 'total' },
      { name: 'Rounding', count: -2, kind: 'less' },
    ]);
    expect(added).toEqual({ kind: 'less', left: 1, gone: 0 });
  });

  it('draw nothing for a count that may not be told, nor for what hangs on it', () => {
    const bars = funnelBars([
      { name: 'People', count: 50, kind: 'total' },
      { name: 'Elsewhere', count: null, kind: 'less' },
      { name: 'Others', count: 3, kind: 'less' },
      { name: 'In this figure', count: null, kind: 'figure' },
    ]);
    expect(bars.slice(1)).toEqual([undefined, undefined, undefined]);
  });
});

describe('the tile map', () => {
  const tiles = [
    { column: 2, row: 0 },
    { column: 1, row: 1 },
    { column: 2, row: 1 },
    { column: 5, row: 3 },
  ];
  it('leads by an arrow to the nearest tile straight ahead, and stays where there is none', () => {
    expect(beside(tiles, 0, 'ArrowDown')).toBe(2);
    expect(beside(tiles, 2, 'ArrowLeft')).toBe(1);
    expect(beside(tiles, 2, 'ArrowRight')).toBe(3);
    expect(beside(tiles, 0, 'ArrowUp')).toBeNull();
    expect(beside(tiles, 0, 'x')).toBeNull();
  });

  it('tells neighbours apart by three letters', () => {
    const names = ['St Budeaux', 'Stoke', 'P’ton Erle', 'P’ton St Mary', 'Sutton', 'Southway'].map(
      threeLetters,
    );
    expect(names).toEqual(['STB', 'STO', 'ERL', 'MAR', 'SUT', 'SOU']);
  });

  it('puts every value in one of six classes whose limits rise', () => {
    for (const values of [
      [0.4, 0.9],
      [3, 12, 20],
      [46.8, 25.4],
      [1, 1, 1],
    ]) {
      const limits = classLimits(values);
      expect([...limits].sort((one, other) => one - other)).toEqual(limits);
      expect(values.every((value) => classOf(value, limits) >= 1 && classOf(value, limits) <= 6)).toBe(true);
    }
    expect(classLimits([])).toEqual([]);
  });
});

describe('scales', () => {
  it('reach at least the greatest value, from zero', () => {
    for (const max of [0.3, 1, 7, 99, 505, 12_480]) {
      expect(ticks(max)[0]).toBe(0);
      expect(ticks(max).at(-1)).toBeGreaterThanOrEqual(max);
      expect(roundUp(max)).toBeGreaterThanOrEqual(max);
    }
  });

  it('know where a quarter ends', () => {
    expect([quarterEnd('2024-Q1'), quarterEnd('2024-Q4'), quarterEnd('not-known')]).toEqual([
      '2024-03-31',
      '2024-12-31',
      null,
    ]);
  });
});

describe('a series with a known break', () => {
  const point = (month: string, afterBreak: boolean) => ({ month, value: 1, afterBreak });
  it('is cut at the break, and again where the broken months end', () => {
    const parts = crimeParts([point('a', false), point('b', true), point('c', true), point('d', false)]);
    expect([parts.before, parts.inside, parts.after].map((part) => part.length)).toEqual([1, 2, 1]);
    expect(crimeParts([point('a', false)]).inside).toEqual([]);
  });
});

describe('the rate of the whole city', () => {
  it('agrees with the published interval of 10 events in 1,000 (Byar: 4.8 to 18.4)', () => {
    const ten = rate(10, 1000);
    expect(ten?.value).toBe(10);
    expect(ten?.low).toBeCloseTo(4.79, 1);
    expect(ten?.high).toBeCloseTo(18.39, 1);
  });
  it('is not given for fewer than 10 people, nor for a hidden number', () => {
    expect(rate(5, 1000)).toBeNull();
  });
});
