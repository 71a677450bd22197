import {
  byCode,
  changeOf,
  isPublished,
  isRest,
  keyOf,
  peopleOf,
  type Change,
  type Figure,
} from '../../figures/figure';
import { trendOf, type Trends } from './trends';
import type { HonestShare } from './useThemeShares';
import { inSentence, listed } from '../../figures/format';

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
  change: Change | null;
  /** People by quarter, oldest first; null where hidden. */
  trend: (number | null)[];
  rest: boolean;
  /** Share of comments corrected by the audit sample, where there is one for this cut. */
  honest?: HonestShare;
  /** True beside honest shares of others: a share of people would not compare with them. */
  shareless?: boolean;
  /** Places that its share may have; more than one where intervals overlap. */
  places?: { first: number; last: number };
}

export interface ThemeTables {
  all: Figure[];
  /** Latest four quarters and the four before, by theme. */
  now?: Figure[] | undefined;
  before?: Figure[] | undefined;
  trends?: Trends | undefined;
}

const share = (figure: Figure | undefined) => (isPublished(figure) ? figure.share : null);

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
  const [now, before] = [byCode(tables.now ?? [], 'THEME'), byCode(tables.before ?? [], 'THEME')];
  const rows = tables.all.flatMap((figure): ThemeRow[] => {
    const key = keyOf(figure, 'THEME');
    if (!key) return [];
    const rest = isRest(key.code);
    // A theme that the codebook of today no longer has still stands at the top level of an older edition.
    if (rest ? parent !== null : !level.has(key.code) && (known.has(key.code) || parent !== null)) return [];
    const change = changeOf(share(now.get(key.code)), share(before.get(key.code)));
    const trend = tables.trends ? trendOf(tables.trends, key.code, quarters) : [];
    return [{ code: key.code, name: key.name, figure, rank: null, change, trend, rest }];
  });
  return ranked(rows);
}

/** Most people first; equal numbers share a rank, because rounding may have made them equal. Nobody has no rank. */
function ranked(rows: ThemeRow[]): ThemeRow[] {
  const people = (row: ThemeRow) => peopleOf(row.figure) ?? -1;
  rows.sort(
    (one, other) =>
      Number(one.rest) - Number(other.rest) ||
      people(other) - people(one) ||
      one.name.localeCompare(other.name, 'en-GB'),
  );
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    if (row.rest || people(row) <= 0) return;
    row.rank = above && people(above) === people(row) ? above.rank : index + 1;
  });
  return rows;
}

/** Themes that stand in the table but say nothing that a heading could carry. */
const NOT_SAID = new Set(['no-answer', 'other']);

/** The message over a table of themes: what rose most, or what is said most. */
export function themesMessage(rows: readonly ThemeRow[]): string {
  const themes = rows.filter((row) => !row.rest && !NOT_SAID.has(row.code));
  const risen = themes.filter((row) => row.change?.clear && row.change.value > 0);
  risen.sort((one, other) => (other.change?.value ?? 0) - (one.change?.value ?? 0));
  const names = (some: readonly ThemeRow[]) => {
    const [first, ...more] = some.slice(0, 3).map((row) => row.name);
    return listed([first ?? '', ...more.map(inSentence)]);
  };
  if (risen.length) return `${names(risen)} rose most`;
  const ranked = themes.filter((row) => row.rank !== null);
  if (ranked.length) return `${names(ranked)} ${ranked.length > 1 ? 'are' : 'is'} raised most`;
  return themes.every(isSilent)
    ? 'No theme has been raised yet'
    : 'Too few people to say what is raised most';
}

const isSilent = (row: ThemeRow): boolean => peopleOf(row.figure) === 0;

/** Does every row say that nobody was heard? What is hidden is not known to be nobody. */
export const nobodyIn = (rows: readonly ThemeRow[]): boolean => rows.every(isSilent);
