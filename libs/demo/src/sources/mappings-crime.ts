import { RECORDED_CRIME_BREAKS } from '#domain';

/** What is to be known of the series beside its rows: the licence is the layout's own. */
export const streetCrimeMapping = {
  note: 'Synthetic demonstration. Counts by ward and month are those that were published; each record is made up.',
  title: 'Crime and anti-social behaviour recorded by police (demonstration)',
  attribution:
    'data.police.uk, Devon and Cornwall Police, for the counts by ward and month; kinds by month are made up',
  // From May 2024 on counts moved no more than from month to month before the break.
  breaks: RECORDED_CRIME_BREAKS.map(({ month, reason }) => ({ month, settled: '2024-05', reason })),
};
