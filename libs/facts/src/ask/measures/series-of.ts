import type { SeriesProposal } from '#domain';
import type { MeasuredRow } from '#store';

/** Engagements of one agency that a lead signed as the same again, with the days from which they are not. */
export interface SignedSeries extends Pick<SeriesProposal, 'agency' | 'key' | 'engagements'> {
  breaks?: readonly { since: string }[];
}

/** The series of an asking, from one break to the next; null where its engagement is of none, or nobody knows on which side of a break. */
export function seriesOf(
  all: readonly SignedSeries[],
  { engagement, asked }: Pick<MeasuredRow, 'engagement' | 'asked'>,
): string | null {
  const own = all.find(({ agency, engagements }) =>
    engagements.some((key) => `${agency}/${key}` === engagement),
  );
  if (!own) return null;
  const breaks = own.breaks ?? [];
  if (breaks.length > 0 && asked === null) return null;
  return `${own.agency}/${own.key}/${breaks.filter(({ since }) => since <= asked!).length}`;
}
