import { listed } from '../../figures/format';
import { placesOf } from '#statements';
import type { HonestShare } from './useThemeShares';
import type { ThemeRow } from './theme-rows';

/** Puts honest shares to rows of one level, with the places that each may have. */
export function withShares(rows: readonly ThemeRow[], shares: ReadonlyMap<string, HonestShare>): ThemeRow[] {
  const ranked = rows.flatMap((row) => (row.rest ? [] : (shares.get(row.code) ?? [])));
  return rows.map((row) => {
    const honest = shares.get(row.code);
    if (!honest || row.rest) return ranked.length > 0 ? { ...row, shareless: true } : row;
    return { ...row, honest, places: placesOf(honest, ranked) };
  });
}

/** How the shares of a table were made: no share stands without it. */
export function methodLine(rows: readonly ThemeRow[]): string {
  const methods = [...new Set(rows.flatMap(({ honest }) => honest?.method ?? []))].sort();
  if (methods.length === 0)
    return 'Shares are of people, as the coder counted them and not corrected for its errors; the range is that of chance alone. There is no audit sample for this cut.';
  return `Share of comments: what the coder says of every comment, corrected by a blind random sample that people coded. ${listed(methods)}. Places such as “2 to 5”: the intervals overlap, so these themes can’t be ranked apart.`;
}
