import { type ThemeCut, tellTheme } from '#statements';
import { type Queryable, readThemeShares, type ThemeShareRow } from '#store';
import { tellsByGrade } from './by-grade.js';
import { counterOf } from './edition-counters.js';
import { findEdition } from './editions.js';

/** Of whose comments: everybody's, one agency's or one community's. */
export type ShareScope = { agency: string } | { community: string } | null;

/**
 * Shares of comments by theme as an edition froze them, those alone that their theme's grade lets be told (rule B): of the city from
 * indicative on, of an agency with an audit of its own and of a community where the theme is ready. `tiedWith` names none that is not told.
 * Of an edition made before grades were kept they stand as they were published.
 * @returns null where there is no such edition
 */
export async function themeShares(
  db: Queryable,
  number: number | null,
  scope: ShareScope,
): Promise<{ edition: number; shares: ThemeShareRow[] } | null> {
  const found = await findEdition(db, number);
  if (!found) return null;
  const { frozen } = await counterOf(db, found);
  const name = nameOf(scope);
  const kept = (await readThemeShares(db, found.edition.number)).filter((share) => share.scope === name);
  const edition = found.edition.number;
  if (!tellsByGrade(frozen)) return { edition, shares: kept };
  const grades = new Map(frozen.grades.map((one) => [one.theme, one]));
  const cut = cutOf(scope);
  const told = kept.filter(({ theme }) => tellTheme(grades.get(theme), cut).as !== 'withheld');
  const names = new Set(told.map(({ theme }) => theme));
  return {
    edition,
    shares: told.map((share) => ({ ...share, tiedWith: share.tiedWith.filter((theme) => names.has(theme)) })),
  };
}

const nameOf = (scope: ShareScope): string =>
  scope === null ? 'all' : 'agency' in scope ? `agency/${scope.agency}` : `community/${scope.community}`;

const cutOf = (scope: ShareScope): ThemeCut => {
  if (scope === null) return { of: 'city', agency: null };
  return 'agency' in scope ? { of: 'agency', agency: scope.agency } : { of: 'part', agency: null };
};
