import type { BreakOfSeries, SeriesProposal } from '#domain';
import type { SeriesRow } from '#store';

/** Engagements of one agency that a lead signed as the same again, with the days from which they are not; without breaks where nobody declared one. */
export type SignedSeries = Pick<SeriesProposal, 'agency' | 'key' | 'name' | 'engagements'> & {
  breaks?: readonly BreakOfSeries[];
};

/** Breaks that a person declared: what the hub alone proposes, or a lead refused, parts nothing. */
export const declaredBreaks = ({ breaks }: Pick<SeriesRow, 'breaks'>): BreakOfSeries[] =>
  breaks.filter(({ state }) => state === 'declared').map(({ since, reason }) => ({ since, reason }));

/** What of a signed series an edition keeps, and working figures are told by. */
export const signedSeries = (row: SeriesRow): SignedSeries => ({
  agency: row.agency,
  key: row.key,
  name: row.name,
  engagements: row.engagements,
  breaks: declaredBreaks(row),
});
