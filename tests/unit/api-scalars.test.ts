import { DateScalar, DateTimeScalar, JsonScalar } from '../../apps/api/src/graphql/scalars.js';
import { hubVersion } from '../../apps/api/src/version.js';
import { uploadedFile } from '../../apps/api/src/partner/upload/file.js';
import { filterOf } from '../../apps/api/src/public/figures/shape.js';
import { parseValue } from 'graphql';

test('a date is a day of the calendar and nothing else', () => {
  expect(DateScalar.parseValue('2024-02-29')).toBe('2024-02-29');
  for (const no of ['2025-02-29', '2025-2-1', '01/02/2025', '', 20250101, null])
    expect(() => DateScalar.parseValue(no)).toThrow();
});

test('an instant is told in UTC', () => {
  expect(DateTimeScalar.serialize(new Date('2025-06-09T06:10:00+01:00'))).toBe('2025-06-09T05:10:00.000Z');
  expect(() => DateTimeScalar.serialize('yesterday')).toThrow();
});

test('JSON written into a question arrives as it was meant', () => {
  const literal = parseValue(
    '{ columns: [{ as: "date", column: 2 }, null], keep: true, rate: 0.5, kind: NONE, own: $own }',
  );
  expect(JsonScalar.parseLiteral(literal, { own: { a: 1 } })).toEqual({
    columns: [{ as: 'date', column: 2 }, null],
    keep: true,
    rate: 0.5,
    kind: 'NONE',
    own: { a: 1 },
  });
});

test('an uploaded file keeps its bytes and loses its folders', () => {
  const bytes = Buffer.from([0, 255, 10, 13, 0x50]);
  for (const content of [bytes.toString('base64'), bytes.toString('base64').replace(/=+$/, '')]) {
    const file = uploadedFile('C:\\Users\\someone\\may.csv', content);
    expect(file.name).toBe('may.csv');
    expect(Buffer.from(file.bytes).equals(bytes)).toBe(true);
  }
  expect(uploadedFile('empty.csv', '').bytes).toHaveLength(0);
  expect(() => uploadedFile('a.csv', 'no base 64')).toThrow('base64');
});

test('filters go by the codes of their dimensions, and an empty list is no filter', () => {
  expect(filterOf({ ageBand: ['75+'], ethnicGroup: ['asian'], ward: [], sex: null })).toEqual({
    'age-band': ['75+'],
    'ethnic-group': ['asian'],
  });
});

test('the version is the one in package.json, from wherever the file lies', () => {
  expect(hubVersion()).toMatch(/^\d+\.\d+\.\d+/);
});
