import type { Figure } from '#facts';
import { html, type Html } from './html.js';
import { count } from './page.js';

export const HIDDEN_WORDS =
  '[c]: fewer than 8 people (perhaps none), or hidden so that another figure cannot be worked out.';

/** Address of a figure's own page. */
export const figureAddress = (id: string, edition: number): string =>
  `/read/figures?id=${encodeURIComponent(id)}&edition=${edition}`;

/** People of a figure, leading to how it was counted; [c] where it is hidden. */
export function people(figure: Figure | null | undefined): Html {
  if (!figure) return html`<span class="quiet">no figure</span>`;
  const shown = figure.hidden ? (figure.list ? 'not one number' : '[c]') : count(figure.people.value);
  const number = figure.edition?.number;
  return number === undefined
    ? html`${shown}`
    : html`<a href="${figureAddress(figure.id, number)}">${shown}</a>`;
}

/** A share in whole percent with its range; nothing where there is none. */
export function share(figure: Figure | null | undefined): string {
  if (!figure || figure.hidden || !figure.share) return '';
  const { value, low, high } = figure.share;
  return `${Math.round(value)}% (${Math.round(low)} to ${Math.round(high)}%)`;
}

export const nameOf = (figure: Figure): string =>
  figure.keys.map((key) => key.name).join(', ') || 'everybody who was heard';

export const codeOf = (figure: Figure): string => figure.keys[0]?.code ?? '';

/** Rows that stand for a theme or a ward, and not for what is not known. */
export const isNamed = (figure: Figure): boolean => !['no-theme', 'not-known'].includes(codeOf(figure));
