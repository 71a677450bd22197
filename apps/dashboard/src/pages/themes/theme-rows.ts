import {
  type HeadingChange,
  inRankOrder,
  NO_THEME_FIRST,
  placesInOrder,
  ranksOf,
  themesHeading,
} from '#statements';
import { isPublished, isRest, keyOf, peopleOf, withheldReason, type Figure } from '../../figures/figure';
import type { Statement } from '../../figures/useFigures';
import { trendOf, type Trends } from './trends';
import type { HonestShare } from './useThemeShares';

export interface ThemeInfo {
  code: string;
  name: string;
  parent: string | null;
}

/** One theme in a ranked table. */
export interface ThemeRow {
  code: string;
  name: string;
  figure: Figure;
  rank: number | null;
  /** People by quarter, oldest first; null where hidden. */
  trend: (number | null)[];
  rest: boolean;
  /** Does it stand in the table? Only themes that are ready, and where figures know no grades all. */
  ranked: boolean;
  /** What the edition says of it here: of its change, or of the ward that is looked at. */
  said?: Statement | undefined;
  /** Share of comments corrected by the audit sample, where there is one for this cut. */
  honest?: HonestShare;
  /** True beside honest shares of others: a share of people would not compare with them. */
  shareless?: boolean;
  /** Of an edition made before it was kept how well themes are coded: put in no order of size, unless by shares that an audit corrected. */
  unmeasured?: boolean;
  /** Places that its share may have; more than one where intervals overlap. */
  places?: { first: number; last: number };
}

/** First and last place that it may have, for a file: the same where its rank is sure. */
export const placesForFile = ({ places, rank }: Pick<ThemeRow, 'places' | 'rank'>): (number | null)[] => [
  places?.first ?? rank,
  places?.last ?? rank,
];

export interface ThemeTables {
  all: Figure[];
  statements?: readonly Statement[];
  trends?: Trends | undefined;
  /** Of an edition, which stays; false of an analyst's working figures. */
  published?: boolean;
}

/** Themes at one level of the codebook, most people first; "not in any theme" is a row too, unranked. */
export function themeRows(
  tables: ThemeTables,
  themes: readonly ThemeInfo[],
  quarters: readonly string[],
  parent: string | null,
): ThemeRow[] {
  const level = new Map(
    themes.filter((theme) => theme.parent === parent).map((theme) => [theme.code, theme]),
  );
  const known = new Set(themes.map((theme) => theme.code));
  const rows = tables.all.flatMap((figure): ThemeRow[] => {
    const key = keyOf(figure, 'THEME');
    if (!key) return [];
    const rest = isRest(key.code);
    // A theme that the codebook of today no longer has still stands at the top level of an older edition.
    if (rest ? parent !== null : !level.has(key.code) && (known.has(key.code) || parent !== null)) return [];
    const trend = tables.trends ? trendOf(tables.trends, key.code, quarters) : [];
    const said = tables.statements?.find(({ theme }) => theme === key.code);
    const ungraded = figure.grade === null || figure.grade === undefined;
    const ranked = !rest && (ungraded || figure.grade === 'READY') && !withheldReason(figure);
    return [{ code: key.code, name: key.name, figure, rank: null, trend, rest, ranked, said }];
  });
  // Of an edition that tells figures by grade those alone have none that say nothing of a subject.
  const unmeasured = tables.published && rows.every(({ figure: { grade } }) => (grade ?? null) === null);
  return unmeasured ? rows.map((row) => ({ ...row, unmeasured })).sort(byName) : ranked(rows);
}

/** What is not in any theme comes last. */
const byName = (one: ThemeRow, other: ThemeRow): number =>
  Number(one.rest) - Number(other.rest) || one.name.localeCompare(other.name, 'en-GB');

function ranked(rows: ThemeRow[]): ThemeRow[] {
  const withPeople = rows
    .map((row) => ({ code: row.code, name: row.name, people: peopleOf(row.figure), row }))
    .sort(inRankOrder);
  const inOrder = withPeople.map(({ row }) => row);
  const graded = inOrder.filter(
    (row) => row.ranked && isPublished(row.figure) && typeof row.figure.asCounted === 'number',
  );
  if (graded.length > 0) return placed(inOrder, graded);
  const ranks = ranksOf(withPeople.filter(({ row }) => row.ranked));
  const rankOf = new Map(inOrder.filter((row) => row.ranked).map((row, at) => [row, ranks[at] ?? null]));
  return inOrder.map((row) => ({ ...row, rank: rankOf.get(row) ?? null }));
}

/** Places by corrected figures: whatever their ranges leave open, in the order of the rows. */
function placed(rows: readonly ThemeRow[], graded: readonly ThemeRow[]): ThemeRow[] {
  const places = placesInOrder(
    graded.map(({ figure }) => (isPublished(figure) ? figure.people : { low: 0, high: 0 })),
  );
  const placeOf = new Map(graded.map((row, at) => [row, places[at]!]));
  return rows.map((row) => {
    const own = placeOf.get(row);
    return own ? { ...row, places: own, rank: own.first } : row;
  });
}

/** Themes that stand in the table but say nothing that a heading could carry. */
export const NOT_SAID: ReadonlySet<string> = new Set(['no-answer', 'other']);

/** The message over a table of themes: what rose most, where that stands, otherwise what is raised most. */
export const themesMessage = (rows: readonly ThemeRow[]): string =>
  isUnordered(rows) && !nobodyIn(rows)
    ? NO_THEME_FIRST
    : themesHeading(
        rows
          .filter(({ rest }) => !rest)
          .map((row) => ({
            name: row.name,
            says: row.ranked && !NOT_SAID.has(row.code),
            rank: row.rank,
            silent: isSilent(row),
            change: changeOf(row.said),
            places: row.places,
          })),
      );

/** Do its themes stand by name, because nothing says how far their figures may be trusted? */
export const isUnordered = (rows: readonly ThemeRow[]): boolean =>
  rows.some(({ unmeasured }) => unmeasured) && rows.every(({ rank }) => rank === null);

/** The largest themes of a table that is cut short, headed by what all ranked themes say: what rose most may be small. */
export function topThemes(
  rows: readonly ThemeRow[],
  most: number,
): { message: string; top: ThemeRow[]; rest: ThemeRow[]; apart: number } {
  return {
    message: themesMessage(rows),
    top: rows.filter((row) => row.ranked).slice(0, most),
    rest: rows.filter((row) => row.rest),
    apart: rows.filter((row) => !row.rest && !row.ranked).length,
  };
}

const changeOf = (said: Statement | undefined): HeadingChange | null =>
  said?.numbers && said.ward === null
    ? { verdict: said.verdict, headline: said.headline, difference: said.numbers.difference }
    : null;

const isSilent = (row: ThemeRow): boolean => peopleOf(row.figure) === 0;

/** Is nothing told of any theme but zeros? Then there is nothing to put in an order. */
export const nothingTold = (rows: readonly ThemeRow[]): boolean =>
  rows.every(({ figure }) => !isPublished(figure) || figure.people.value === 0);

/** Does every row say that nobody was heard? What is hidden is not known to be nobody. */
export const nobodyIn = (rows: readonly ThemeRow[]): boolean => rows.every(isSilent);
