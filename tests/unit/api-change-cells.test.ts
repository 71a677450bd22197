import { expect, test } from '@jest/globals';
import type { Statement } from '#facts';
import { besideCityWords, changeWords, type Change } from '#statements';
import {
  againstCell,
  changeCells,
  changesThatStand,
  saidOfChange,
} from '../../apps/api/src/partner/reports/tables/change-cells.js';

const said = (theme: string, rest: Partial<Statement>): Statement =>
  ({
    theme,
    scope: 'city',
    ward: null,
    verdict: 'rose',
    headline: true,
    words: 'w',
    basis: 'b',
    ...rest,
  }) as Statement;

test('a paper prints the edition’s own words and what they rest on, of the theme and of the scope that is asked', () => {
  const change = {
    theme: 'litter', verdict: 'only-in-one', inIt: 'rose', series: ['Survey a'], heard: 0.4,
    relative: { value: 0.2, low: 0.1, high: 0.3 },
  } as Change; // prettier-ignore
  const statements = [
    said('litter', { ward: 'w', words: 'Above the rest of the city', basis: 'Within 2 engagements.' }),
    said('litter', { scope: 'police', words: 'Fell (between −9% and −1%)', basis: 'p' }),
    said('litter', { verdict: 'only-in-one', words: changeWords(change), basis: 'Survey a alone.' }),
  ];
  // One series asked in both years: never that it was asked in one year only.
  expect(changeCells(saidOfChange('litter', statements))).toEqual([
    'Only in Survey a: rose (between\u00a0+10%\u00a0and\u00a0+30%)',
    'Survey a alone.',
  ]);
  expect(changeCells(saidOfChange('litter', statements, 'police'))).toEqual([
    'Fell (between −9% and −1%)',
    'p',
  ]);
  expect(changeCells(saidOfChange('noise', statements))).toEqual(['Not compared', '']);
  expect(againstCell(statements[0])).toBe('Above the rest of the city. Within 2 engagements.');
  expect(againstCell(undefined)).toBe('');
});

test('an author may write of a rise or a fall only where it stands when all themes are compared at once', () => {
  const may = changesThatStand([
    said('litter', {}),
    said('drugs', { verdict: 'fell' }),
    said('noise', { headline: false }),
    said('parks', { verdict: 'no-clear-change', headline: false }),
    said('buses', { scope: 'police' }),
    said('lamps', { ward: 'w' }),
  ]);
  expect([...may]).toEqual([
    ['litter', 'rise'],
    ['drugs', 'fall'],
  ]);
});

test.each([
  ['rose', 'rose', 'the same: rose'],
  ['no-clear-change', 'no-clear-change', 'no clear change in either'],
  ['rose', 'fell', 'differs'],
  ['fell', 'rose', 'differs'],
  ['rose', 'no-clear-change', 'no clear difference'],
  ['no-clear-change', 'fell', 'no clear difference'],
  ['only-in-one', 'rose', 'can’t be compared'],
  ['rose', 'cannot-compare', 'can’t be compared'],
  [null, 'rose', 'can’t be compared'],
])('an agency whose change is %s beside a city whose change is %s: %s', (own, city, words) => {
  expect(besideCityWords(own, city)).toBe(words);
});
