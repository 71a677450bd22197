import { periodWords } from '#facts';
import { acrossBreaks } from '../../libs/facts/src/groups/periods.js';

test('a period goes from the first quarter’s first day to the last day of anything said', () => {
  expect(periodWords(['2024-Q2', '2024-Q3', '2026-Q1'], '2026-03-28')).toBe(
    'all that was received, from 1 April 2024 to 28 March 2026',
  );
  // Where the last day is not kept, the end of its quarter; a leap year has its day.
  expect(periodWords(['2024-Q1'], null)).toBe('all that was received, from 1 January 2024 to 31 March 2024');
  expect(periodWords(['2023-Q4'], null)).toMatch(/to 31 December 2023$/);
});

test('what bears no day is said, and nothing is made up where nothing bears one', () => {
  expect(periodWords(['2025-Q1', 'not-known'], '2025-02-02')).toBe(
    'all that was received, from 1 January 2025 to 2 February 2025, and what bears no day',
  );
  expect(periodWords(['not-known'], null)).toBe('all that was received; none of it bears a day');
});

test('what breaks leave of two years: one stretch from the one into the other, without the quarter that one lies in', () => {
  const year = (of: number) => [1, 2, 3, 4].map((part) => `${of}-Q${part}`);
  const left = (...days: string[]) => {
    const { within, unbroken } = acrossBreaks({ before: year(2024), now: year(2025) }, days);
    return [within.length, unbroken?.before.join('') ?? null, unbroken?.now.join('') ?? null];
  };
  // Nothing within the two years: before them, on their first day, after them.
  expect([left(), left('2023-12-31', '2024-01-01', '2026-01-01')]).toEqual([[0, null, null], [0, null, null]]); // prettier-ignore
  expect(left('2024-07-01')).toEqual([1, '23', '0123']);
  expect(left('2024-08-14')).toEqual([1, '3', '0123']);
  expect(left('2025-07-01')).toEqual([1, '0123', '01']);
  expect(left('2025-08-14')).toEqual([1, '0123', '01']);
  expect(left('2025-12-31')).toEqual([1, '0123', '012']);
  // On the turn of the years, or within a quarter beside it, nothing of the one is in one stretch with the other.
  expect(left('2025-01-01')).toEqual([1, '', '']);
  expect(left('2024-11-05')).toEqual([1, '', '']);
  expect(left('2025-02-05')).toEqual([1, '', '']);
  expect(left('2025-10-01', '2024-04-01', '2024-02-02')).toEqual([3, '123', '012']);
});
