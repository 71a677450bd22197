import { placesOf } from '#statements';
import type { Sorting } from '../../tables/columns';
import type { HonestShare } from './useThemeShares';
import { isUnordered, type ThemeRow } from './theme-rows';

/** Puts honest shares to rows of one level, with the places that each may have. */
export function withShares(rows: readonly ThemeRow[], shares: ReadonlyMap<string, HonestShare>): ThemeRow[] {
  // Where figures are told by grade they are corrected themselves.
  if (isTold(rows)) return [...rows];
  const ranked = rows.flatMap((row) => (row.rest ? [] : (shares.get(row.code) ?? [])));
  if (ranked.length === 0) return [...rows];
  const placed = rows.map((row): ThemeRow => {
    const honest = shares.get(row.code);
    if (!honest || row.rest) return { ...row, shareless: true, rank: null };
    const places = placesOf(honest, ranked);
    return { ...row, honest, places, rank: places.first };
  });
  // What is ranked stands in the order of its rank: the corrected share, not what the coder counted.
  return placed.sort((one, other) => shareOf(other) - shareOf(one));
}

/** Does the edition tell figures by grade? */
export const isTold = (rows: readonly ThemeRow[]): boolean =>
  rows.some(({ figure }) => figure.grade !== null && figure.grade !== undefined);

const shareOf = ({ honest }: ThemeRow): number => honest?.value ?? -1;

/** What a table of themes is ordered by at first: corrected shares, in which its rows come, where there are any; otherwise people, or names where nothing may be put in an order of size. */
export const orderOf = (rows: readonly ThemeRow[]): Sorting =>
  isUnordered(rows)
    ? { key: 'theme', down: false }
    : { key: rows.some(({ honest }) => honest) ? 'share' : 'people', down: true };

/** How the shares of a table were made: no share stands without it. */
export function methodLine(rows: readonly ThemeRow[]): string {
  if (isTold(rows))
    return 'People and shares are corrected by a blind check: people read comments drawn at random, and what the computer missed or added there is put right. The range holds what that leaves open. Places such as “2 to 5”: the ranges overlap, so these themes can’t be ranked apart.';
  if (!rows.some(({ honest }) => honest))
    return 'Shares are of people, as the computer counted them and not corrected for its errors; the range is that of chance alone.';
  return `Share of comments: what the computer says of every comment, corrected by a blind check of comments drawn at random, with its 95% range. Places such as “2 to 5”: the ranges overlap, so these themes can’t be ranked apart.`;
}
