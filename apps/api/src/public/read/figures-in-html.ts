import { NO_ANSWER, OTHER } from '#domain';
import type { Figure } from '#facts';
import { isNotKnown, rangeWords, soMany } from '#statements';
import { html, type Html } from './html.js';
import { count } from './page.js';

export const HIDDEN_WORDS =
  '[c]: fewer than 8 people (perhaps none), or hidden so that another figure cannot be worked out.';

/** People of a range, on one line. */
export const peopleRange = ({ low, high }: { low: number; high: number }): string =>
  rangeWords(count(low), count(high));

/** Address of a figure's own page. */
export const figureAddress = (id: string, edition: number): string =>
  `/read/figures?id=${encodeURIComponent(id)}&edition=${edition}`;

/** People of a figure, leading to how it was counted; [c] where it is hidden. */
export function people(figure: Figure | null | undefined): Html {
  if (!figure) return html`<span class="quiet">no figure</span>`;
  const shown = figure.hidden ? noNumber(figure) : numberOf(figure);
  const number = figure.edition?.number;
  return number === undefined
    ? html`${shown}`
    : html`<a href="${figureAddress(figure.id, number)}">${shown}</a>`;
}

const noNumber = ({ list, withheld }: Figure & { hidden: true }): string =>
  withheld ? 'not told' : list ? 'not one number' : '[c]';

export const numberOf = ({ grade, people: { value } }: Figure & { hidden: false }): string =>
  soMany(count(value), grade === 'indicative');

/** May it stand in a table of themes? Those that are ready, and of editions made before grades were kept all. */
const isRanked = (figure: Figure): boolean =>
  figure.grade === null || (figure.grade === 'ready' && !(figure.hidden && figure.withheld));

/**
 * Themes for a table, the most people first; by name, and all of them, where the edition was made before it was kept how well they are coded: nothing
 * says then which stands before another.
 */
export function inTable(figures: readonly Figure[], most: number): { themes: Figure[]; byName: boolean } {
  const themes = figures.filter((figure) => isNamed(figure) && isRanked(figure));
  const byName = themes.length > 0 && themes.every(({ grade }) => grade === null);
  return byName
    ? { themes: themes.sort((one, other) => nameOf(one).localeCompare(nameOf(other), 'en-GB')), byName }
    : { themes: themes.slice(0, most), byName };
}

/** A share in whole percent with its range; nothing where there is none. */
export function share(figure: Figure | null | undefined): string {
  if (!figure || figure.hidden || !figure.share) return '';
  const { value, low, high } = figure.share;
  return `${Math.round(value)}% (${rangeWords(String(Math.round(low)), `${Math.round(high)}%`)})`;
}

/** Percent of a group among those heard, and among residents; null where either is not told. */
export function besideResidents(figure: Figure): { heard: number; residents: number } | null {
  const heard = figure.hidden ? undefined : figure.share?.value;
  const residents = figure.reference?.value;
  return heard === undefined || residents === undefined ? null : { heard, residents };
}

/** Rows that stand for a group of people, and for no ward. */
export const isOfPeople = (figure: Figure): boolean => !codeOf(figure).startsWith('ward:');

export const nameOf = (figure: Figure): string =>
  figure.keys.map((key) => key.name).join(', ') || 'everybody who was heard';

export const codeOf = (figure: Figure): string => figure.keys[0]?.code ?? '';

/** Rows that stand for a theme or a ward: neither what is not known nor what says nothing of a subject. */
export const isNamed = (figure: Figure): boolean => {
  const code = codeOf(figure);
  return !isNotKnown(code) && code !== NO_ANSWER && code !== OTHER;
};

/** Themes that people have not checked enough to rank, by name and with why. */
export function notRanked(all: readonly Figure[]): Html {
  const apart = all.filter((figure) => isNamed(figure) && !isRanked(figure));
  if (apart.length === 0) return html``;
  const reasons = new Set(apart.flatMap((one) => (one.hidden && one.withheld ? [one.reason] : [])));
  const many = apart.length === 1 ? 'One more theme is' : `${apart.length} more themes are`;
  return html`<p class="quiet">
    ${many} not ranked, because people have not checked enough of what the computer reads as such<span
      class="on-screen"
      >: ${apart.map(nameOf).sort().join(', ')}</span
    >. ${[...reasons].join(' ')}
    <a class="on-screen" href="/grades">How sure we are of each theme</a>
  </p>`;
}
