import { isNotKnown } from '#statements';
import type { Dimension, FigureCellFragment, FigureFilter } from '../gql/graphql';

export type { Dimension, FigureFilter };
/** A figure as the hub answers it: published, or suppressed with its one sentence. */
export type Figure = FigureCellFragment;
export type Published = Extract<Figure, { __typename: 'PublishedFigure' }>;

/** Codes of the reports that these pages are drawn from. */
export const REPORTS = {
  themes: 'themes-by-community',
  participation: 'participation-and-reach',
  engagements: 'engagement-overview',
  unheard: 'who-has-not-been-heard',
} as const;

/** What was asked to get a table of figures; with the keys of a figure it names that one figure. */
export interface Question {
  report: string;
  by: Dimension[];
  filter: FigureFilter;
}

export const isPublished = (figure: Figure | null | undefined): figure is Published =>
  figure?.__typename === 'PublishedFigure';

/** Why a figure's grade withholds it, in a sentence; null where it is told or hidden. */
export const withheldReason = (figure: Figure | null | undefined): string | null =>
  figure?.__typename === 'SuppressedFigure' && figure.withheld ? figure.reason : null;

/** The one reason for which none of these figures is told; null where one is, or is only hidden. */
export function withheldAll(figures: readonly Figure[]): string | null {
  const reasons = new Set(
    figures.filter(({ keys }) => !keys.some(({ code }) => isRest(code))).map(withheldReason),
  );
  const [only = null] = reasons;
  return reasons.size === 1 ? only : null;
}

/** People for a file: the number, [c] where it is hidden, and why where it is withheld. */
export const peopleForFile = (figure: Figure | null | undefined): number | string =>
  peopleOf(figure) ?? withheldReason(figure) ?? '[c]';

/** People of a figure, or null where it is [c] or withheld. */
export const peopleOf = (figure: Figure | null | undefined): number | null =>
  isPublished(figure) ? figure.people.value : null;

export const keyOf = (figure: Figure, dimension: Dimension): Figure['keys'][number] | undefined =>
  figure.keys.find((key) => key.dimension === dimension);

/** Rows such as "Not known" and "Not in any theme yet": never dropped, always last. */
export const isRest = (code: string): boolean => isNotKnown(code);

/** Figures by the code of one of their keys. */
export function byCode(figures: readonly Figure[], dimension: Dimension): Map<string, Figure> {
  return new Map(
    figures.flatMap((figure) => {
      const key = keyOf(figure, dimension);
      return key ? [[key.code, figure] as const] : [];
    }),
  );
}
