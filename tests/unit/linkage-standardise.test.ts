import { standardiseBirthDate } from '../../libs/linkage/src/standardise/birth-date.js';
import { standardisePostcode } from '../../libs/linkage/src/standardise/postcode.js';

test.each([
  ['PL4 8AA', 'PL48AA', 'PL4'],
  ['pl4 BAA', 'PL48AA', 'PL4'],
  ['P14 8AA', 'P148AA', 'P14'],
  ['PL4 8A4', 'PL48A4', 'PL4'],
  ['12 Synthetic Road, PL4 8AA, Plymouth', 'PL48AA', 'PL4'],
])('%s is the unit %s', (written, unit, outward) =>
  expect(standardisePostcode(written)).toMatchObject({ unit, outward }),
);

test('a code of another country stays as it is', () => {
  expect(standardisePostcode('29 200')).toEqual({ unit: '29200', sector: '', outward: '292' });
});

test('a year of two digits is of this century up to 25, and of the last from 26', () => {
  expect(standardiseBirthDate('24/06/25')).toEqual({ year: 2025, month: 6, day: 24 });
  expect(standardiseBirthDate('24/06/26')).toEqual({ year: 1926, month: 6, day: 24 });
  expect(standardiseBirthDate('24/06/71')).toEqual({ year: 1971, month: 6, day: 24 });
});
