import { lastYear, mayCompare, yearBefore } from '../../libs/facts/src/recorded/comparable.js';
import { monthsBetween } from '#domain';
import { countsOf, frozenRecorded } from '../../libs/facts/src/recorded/frozen-recorded.js';

const BREAK = { month: '2022-11', settled: '2024-05', reason: 'Another system.' };
const series = (first: string, last: string, breaks: (typeof BREAK)[] = [BREAK], missing: string[] = []) => ({
  months: monthsBetween(first, last),
  missing,
  breaks,
});

test('months are compared on one side of a break, once the new way has settled, and without holes', () => {
  expect(lastYear(series('2022-05', '2025-04'))).toEqual(monthsBetween('2024-05', '2025-04'));
  expect(lastYear(series('2022-05', '2025-03'))).toBeNull();
  expect(lastYear(series('2021-01', '2022-10'))).toEqual(monthsBetween('2021-11', '2022-10'));
  expect(lastYear(series('2022-05', '2025-04', [BREAK], ['2025-01']))).toBeNull();
  expect(lastYear(series('2024-06', '2025-04'))).toBeNull();
  expect(
    mayCompare({ missing: [], breaks: [{ ...BREAK, settled: null as never }] }, ['2022-11', '2023-05']),
  ).toBe(true);
});

test('a year before is told only where both lie on one side', () => {
  expect(yearBefore(series('2022-05', '2025-04'))).toBeNull();
  expect(yearBefore(series('2022-05', '2026-04'))).toEqual(monthsBetween('2024-05', '2025-04'));
  expect(yearBefore(series('2022-05', '2025-04', []))).toEqual(monthsBetween('2023-05', '2024-04'));
});

test('a month of which nothing is held is missing and not nought, and a kind that was never recorded is nought', () => {
  const frozen = frozenRecorded({
    source: 's', agency: 'a', agencyName: 'A', title: null, licence: null, attribution: null, breaks: [], received: '2025-06-01',
    counts: [
      { month: '2025-01', ward: 'w1', crime: 'drugs', count: 2 },
      { month: '2025-03', ward: 'w2', crime: 'drugs', count: 3 },
    ],
  }); // prettier-ignore
  expect(frozen).toMatchObject({ months: ['2025-01', '2025-02', '2025-03'], missing: ['2025-02'] });
  expect(countsOf(frozen, 'w1')).toEqual([2, 0, 0]);
  expect(countsOf(frozen, null)).toEqual([2, 0, 3]);
  expect(countsOf(frozen, null, ['burglary'])).toEqual([0, 0, 0]);
  expect(countsOf(frozen, 'elsewhere')).toEqual([0, 0, 0]);
});
