/** What an author's text is made of: words, figures by their ids, and released quotes by their places. */
export type Part =
  | { kind: 'words'; text: string }
  | { kind: 'figure'; id: string; edition: number | null; show: FigureShow }
  | { kind: 'quote'; quote: string; edition: number | null };

/** How a figure is written in a sentence: "1,020 people", "25%", its range, or how far its share is from the share of residents. */
export type FigureShow = 'people' | 'share' | 'range' | 'gap';

const TOKEN = /\[\[([^\]\n]{1,600})\]\]/g;
const FIGURE =
  /^([a-z][a-z0-9-]*(?:[/;][^\s|@]+)?)(?:\s*@\s*([1-9]\d{0,8}))?(?:\s*\|\s*(people|share|range|gap))?$/;
const QUOTE = /^quote\s+(\d{1,15})(?:\s*@\s*([1-9]\d{0,8}))?$/;

/**
 * Reads an author's text: `[[themes-by-community/theme=litter]]` is a figure ("| share", "| range" say how it is written, "@ 3" of
 * which edition), `[[quote 12]]` a released quote. What stands between double brackets and is neither stays words, so that a
 * check finds it.
 */
export function readText(text: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const token = tokenOf((match[1] ?? '').trim());
    if (!token) continue;
    if (match.index > at) parts.push({ kind: 'words', text: text.slice(at, match.index) });
    parts.push(token);
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ kind: 'words', text: text.slice(at) });
  return parts;
}

function tokenOf(inner: string): Part | null {
  const quote = QUOTE.exec(inner);
  if (quote) return { kind: 'quote', quote: quote[1]!, edition: quote[2] ? Number(quote[2]) : null };
  const figure = FIGURE.exec(inner);
  if (!figure) return null;
  const [, id = '', edition, show = 'people'] = figure;
  return { kind: 'figure', id, edition: edition ? Number(edition) : null, show: show as FigureShow };
}

/** Theme that a figure is of; null where it is of none. */
export const themeOf = (figure: string): string | null => /[/;]theme=([^/;+]+)/.exec(figure)?.[1] ?? null;

/** Is a figure of one theme in the whole city: cut by nothing beside it, as by ward, agency or time? */
export const isOfThemeAlone = (figure: string): boolean => /^[^/;]+\/theme=[^/;+]+$/.test(figure);
