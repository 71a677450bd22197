import { expect, test } from '@jest/globals';
import { filterOf, lastDayOfQuarter, nameOf, toggled } from '../../apps/dashboard/src/pages/search/narrowing';

test('a quarter is its first and its last day, in leap years and over the turn of the year too', () => {
  expect(filterOf({ QUARTER: ['2024-01'] })).toMatchObject({ from: '2024-01-01', to: '2024-03-31' });
  expect(lastDayOfQuarter('2024-10')).toBe('2024-12-31');
  expect(lastDayOfQuarter('2023-04')).toBe('2023-06-30');
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
