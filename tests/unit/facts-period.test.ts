import { periodWords } from '#facts';

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
