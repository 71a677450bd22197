import type { QuarterBar } from '../../charts/QuarterBars';
import { quarterEnd, quarterStart } from '../../charts/scale';
import { byCode, keyOf, peopleOf, type Figure } from '../../figures/figure';

interface Times {
  opens: string | null;
  closes: string | null;
}

/** A list that is whole; undefined where it was cut off, because then nothing can be counted by it. */
export const wholeList = <Node>(
  list: { nodes: Node[]; pageInfo: { hasNextPage: boolean } } | undefined,
): Node[] | undefined => (list?.pageInfo.hasNextPage ? undefined : list?.nodes);

/** How many engagements were open at any time in a quarter; those without an opening date are left out. */
export function openIn(quarter: string, times: readonly Times[]): number | null {
  const [start, end] = [quarterStart(quarter), quarterEnd(quarter)];
  if (!start || !end) return null;
  return times.filter(({ opens, closes }) => opens && opens <= end && (!closes || closes >= start)).length;
}

/** A bar for each of the quarters. The hub answers every quarter, zeros too: one that is missing is not known to be none. */
export function quarterBars(
  figures: readonly Figure[],
  quarters: readonly string[],
  dataTo: string | null,
  times: readonly Times[] | undefined,
): QuarterBar[] {
  const found = byCode(figures, 'QUARTER');
  return quarters.map((code, index) => {
    const figure = found.get(code);
    const end = quarterEnd(code);
    return {
      code,
      name: (figure && keyOf(figure, 'QUARTER')?.name) ?? code,
      people: peopleOf(figure),
      partial: !!dataTo && !!end && end > dataTo,
      recent: index >= quarters.length - 4,
      open: times ? openIn(code, times) : null,
    };
  });
}

/** What is drawn. Bars are not compared: each quarter hears other consultations. */
export const OVER_TIME_MEASURE =
  'Bars: people who raised the theme in each quarter. A person heard in two quarters counts in each. Dark: the last four quarters. An outlined bar is a quarter that is not over in these data. Bars are not compared: each quarter hears other consultations.';
