import type { QuarterBar } from '../../charts/QuarterBars';
import { quarterEnd, quarterStart } from '../../charts/scale';
import {
  byCode,
  changeOf,
  isPublished,
  keyOf,
  peopleOf,
  type Change,
  type Figure,
} from '../../figures/figure';

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

/** Change of its share of the people heard, from the four full quarters before the last four; null where not known. */
export const yearChange = (now: Figure | undefined, before: Figure | undefined): Change | null =>
  changeOf(isPublished(now) ? now.share : null, isPublished(before) ? before.share : null);

/**
 * Is it rising?
 * @param crime whether police record a category that the theme answers to; the series, once it is there
 */
export function risingMessage(
  change: Change | null,
  crime: { recorded: boolean; series: { nodes: readonly unknown[]; breakAt: string | null } | undefined },
): string {
  if (!change) return 'People by quarter';
  if (!change.clear) return 'No clear change on the year before';
  if (change.value < 0) return 'It is falling in what people say';
  const broken = crime.recorded && !!crime.series?.breakAt && crime.series.nodes.length > 0;
  return `It is rising in what people say${broken ? '; police records cannot show it' : ''}`;
}

/** What is drawn; and what the heading rests on, where it compares, because the bars are something else. */
export const overTimeMeasure = (change: Change | null): string =>
  [
    ...(change
      ? [
          'The heading compares shares of the people heard: in the last four full quarters, and in the four before.',
        ]
      : []),
    'Bars: people who raised the theme in each quarter. A person heard in two quarters counts in each. Dark: the last four quarters. An outlined bar is a quarter that is not over in these data.',
  ].join(' ');
