import { figureAddress } from '../read/figures-in-html.js';
import type { ReportContent, ReportRow, ReportTable } from './content.js';

/** A row as it is called in print, and typed by whoever reads it there: F1.3. */
export const placeOf = ({ code }: ReportTable, row: number): string => `${code}.${row + 1}`;

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

/** Where a short address of a row leads; null where the report has no such row, or nothing stands behind it. */
export function pageAt({ tables, edition }: ReportContent, place: string): string | null {
  const [, code = '', number = ''] = /^([A-Z]+\d+)\.(\d{1,4})$/.exec(place.toUpperCase()) ?? [];
  const row = tables.find((table) => table.code === code)?.rows[Number(number) - 1];
  return row ? pageOfRow(row, edition.number) : null;
}
