import type { MeasuredRow } from '#store';
import type { SignedSeries } from '../../groups/signed-series.js';

/** The series of an asking, from one break to the next; null where its engagement is of none, or nobody knows on which side of a break. */
export function seriesOf(
  all: readonly Omit<SignedSeries, 'name'>[],
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
