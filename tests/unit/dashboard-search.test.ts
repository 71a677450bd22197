import { expect, test } from '@jest/globals';
import { titleOf } from '../../apps/dashboard/src/pages/search/asked-title';
import {
  filterOf,
  lastDayOfQuarter,
  nameOf,
  narrowedOf,
  toggled,
} from '../../apps/dashboard/src/pages/search/narrowing';

test('a quarter is its first and its last day, in leap years and over the turn of the year too', () => {
  expect(filterOf({ QUARTER: ['2024-01'] })).toMatchObject({ from: '2024-01-01', to: '2024-03-31' });
  expect(lastDayOfQuarter('2024-10')).toBe('2024-12-31');
  expect(lastDayOfQuarter('2023-04')).toBe('2023-06-30');
});

test('what was kept of a search narrows it as it did', () => {
  const narrowed = { WARD: ['a', 'b'], THEME: ['x'], QUARTER: ['2024-10'] };
  expect(narrowedOf(filterOf(narrowed))).toEqual(narrowed);
  expect(narrowedOf(filterOf({}))).toEqual({});
});

test('days that are no quarter are asked with as they were kept, until a quarter takes their place', () => {
  for (const [from, to] of [
    ['2024-10-01', '2024-10-31'],
    ['2024-10-15', '2024-12-31'],
    ['2024-11-01', '2025-01-31'],
    ['2024-10-01', null],
    [null, '2024-12-31'],
  ] as const) {
    const narrowed = narrowedOf({ ward: ['a'], from, to });
    expect(filterOf(narrowed)).toMatchObject({ ward: ['a'], from, to });
    expect(filterOf(toggled(narrowed, 'WARD', 'a'))).toMatchObject({ from, to });
    expect(toggled(narrowed, 'QUARTER', '2024-07')).toEqual({ WARD: ['a'], QUARTER: ['2024-07'] });
  }
});

test('who asked before is told of all that was found, and nothing found is not said to be nobody', () => {
  expect(titleOf({ edition: 7, wordings: 12, agencies: 1 })).toBe(
    'Asked before: 12 questions like it, by 1 agency',
  );
  expect(titleOf({ edition: 7, wordings: 0, agencies: 0 })).toBe(
    'No question like it was found in edition 7',
  );
  expect(titleOf({ edition: null, wordings: 0, agencies: 0 })).not.toMatch(/nobody|no question/i);
});

test('a code is added and taken away; of quarters one stands at a time', () => {
  const two = toggled(toggled({}, 'WARD', 'a'), 'WARD', 'b');
  expect(two).toEqual({ WARD: ['a', 'b'] });
  expect(toggled(toggled(two, 'WARD', 'a'), 'WARD', 'b')).toEqual({});
  expect(toggled({ QUARTER: ['2024-01'] }, 'QUARTER', '2024-04')).toEqual({ QUARTER: ['2024-04'] });
});

test('what has no code is said to be not known, or in no theme', () => {
  const themes = (code: string) => `Theme ${code}`;
  const of = (dimension: 'WARD' | 'THEME' | 'QUARTER', code: string) =>
    nameOf({ dimension, code, name: null, comments: 1 }, themes);
  expect([of('WARD', ''), of('THEME', ''), of('THEME', 'x'), of('QUARTER', '2024-10')]).toEqual([
    'Not known',
    'In no theme',
    'Theme x',
    'October 2024',
  ]);
});
