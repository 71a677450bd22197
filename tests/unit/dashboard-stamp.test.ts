import { expect, test } from '@jest/globals';
import { frozenAddress } from '../../apps/dashboard/src/downloads/frozen.js';
import { addressPart, shownIn, type ShownFilters } from '../../apps/dashboard/src/filters/shown.js';

test('a frozen address keeps the filters and names its edition once', () => {
  const address = 'https://hub.example.org/wards?theme=drugs&edition=2#ward-table';
  expect(frozenAddress(address, 14)).toBe('https://hub.example.org/wards?theme=drugs&edition=14');
  expect(frozenAddress('https://hub.example.org/wards?figures=working', null)).toBe(
    'https://hub.example.org/wards?figures=working',
  );
});

test('a download says the filters that the page shows, in the order of the address, and no others', () => {
  const shown: ShownFilters = new Map();
  const put = (param: string, code: string, words: string) =>
    shown.set(addressPart({ param, code }), { slug: `${param}-${code}`, words });
  put('sex', 'female', 'Sex: Female');
  put('agency', 'plymouth-city-council', 'Agency: Plymouth City Council');
  const search = new URLSearchParams('agency=plymouth-city-council&unknown=1&sex=female&age=18-24');
  expect(shownIn(shown, search).map(({ words }) => words)).toEqual([
    'Agency: Plymouth City Council',
    'Sex: Female',
  ]);
});
