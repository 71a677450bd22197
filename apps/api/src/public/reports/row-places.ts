import { figureAddress } from '../read/figures-in-html.js';
import { isAnnex, type ReportContent, type ReportPart, type ReportRow, type ReportTable } from './content.js';

/** A row as it is called in print, and typed by whoever reads it there: F1.3. */
export const placeOf = ({ code }: ReportTable, row: number): string => `${code}.${row + 1}`;

/**
 * How each number of the author's text is called in print, by the figure's id: as the row that tells it, else N1, N2 and so on in the order in which
 * they are read.
 */
export function placesInText({ texts, tables }: ReportContent): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  for (const table of tables.filter((one) => !isAnnex(one)))
    table.rows.forEach(({ figure }, at) => {
      if (figure !== null && !rows.has(figure)) rows.set(figure, placeOf(table, at));
    });
  const ids = new Set(texts.flatMap(({ parts }) => parts.filter(isFigure).map(({ id }) => id)));
  let apart = 0;
  return new Map([...ids].map((id) => [id, rows.get(id) ?? `N${++apart}`]));
}

const isFigure = (part: ReportPart): part is Extract<ReportPart, { kind: 'figure' }> =>
  part.kind === 'figure';

/** Path of the page on which the row's number is told with how it was counted; null where there is none. */
export const pageOfRow = ({ figure, page }: ReportRow, edition: number): string | null =>
  figure === null ? (page ?? null) : figureAddress(figure, edition);

/** Short address of a report, and of one of its rows, to be typed from paper. */
export const shortAddress = (slug: string, place = ''): string => `/r/${slug}${place && `/${place}`}`;

/** The short address as it is printed: with the name of the hub, to be typed by whoever has the paper alone. @param origin e.g. https://hub.example.org */
export const typedAddress = (origin: string, slug: string): string =>
  origin.replace(/^https?:\/\//, '') + shortAddress(slug);

/** The whole short address of a row, to be followed; null where nothing stands behind it. @param origin e.g. https://hub.example.org */
export const addressOfRow = (
  { slug, edition }: ReportContent,
  table: ReportTable,
  at: number,
  origin: string,
): string | null =>
  pageOfRow(table.rows[at]!, edition.number) === null
    ? null
    : origin + shortAddress(slug, placeOf(table, at));

/**
 * Where a short address of a row, of a table (F2) or of a number in the text leads; null where the report has none of that name, or nothing stands
 * behind it.
 */
export function pageAt(content: ReportContent, place: string): string | null {
  const { tables, edition, slug } = content;
  const wanted = place.toUpperCase();
  if (tables.some((table) => table.code === wanted)) return `/read/reports/${slug}#${wanted}`;
  const [, code = '', number = ''] = /^([A-Z]+\d+)\.(\d{1,4})$/.exec(wanted) ?? [];
  const row = tables.find((table) => table.code === code)?.rows[Number(number) - 1];
  if (row) return pageOfRow(row, edition.number);
  const inText = [...placesInText(content)].find(([, one]) => one === wanted);
  return inText ? figureAddress(inText[0], edition.number) : null;
}
