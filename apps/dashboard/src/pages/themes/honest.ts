import { count } from '../../figures/format';
import { placesOf } from '#statements';
import type { Sorting } from '../../tables/columns';
import type { HonestShare } from './useThemeShares';
import type { ThemeRow } from './theme-rows';

/** Puts honest shares to rows of one level, with the places that each may have. */
export function withShares(rows: readonly ThemeRow[], shares: ReadonlyMap<string, HonestShare>): ThemeRow[] {
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

const shareOf = ({ honest }: ThemeRow): number => honest?.value ?? -1;

/** What a table of themes is ordered by at first: corrected shares, in which its rows come, where there are any; otherwise people. */
export const orderOf = (rows: readonly ThemeRow[]): Sorting => ({
  key: rows.some(({ honest }) => honest) ? 'share' : 'people',
  down: true,
});

/** How the shares of a table were made: no share stands without it. */
export function methodLine(rows: readonly ThemeRow[]): string {
  const audited = Math.max(0, ...rows.map(({ honest }) => honest?.audited ?? 0));
  if (audited === 0)
    return 'Shares are of people, as the coder counted them and not corrected for its errors; the range is that of chance alone. There is no audit sample for this cut.';
  return `Share of comments: what the coder says of every comment, corrected by a blind random sample of ${count(audited)} comments that people coded, with its 95% range. Places such as “2 to 5”: the ranges overlap, so these themes can’t be ranked apart.`;
}
