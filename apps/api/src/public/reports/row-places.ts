import { figureAddress } from '../read/figures-in-html.js';
import type { ReportContent, ReportRow, ReportTable } from './content.js';

/** A row as it is called in print, and typed by whoever reads it there: F1.3. */
export const placeOf = ({ code }: ReportTable, row: number): string => `${code}.${row + 1}`;

/** Path of the page on which the row's number is told with how it was counted; null where there is none. */
export const pageOfRow = ({ figure, page }: ReportRow, edition: number): string | null =>
  figure === null ? (page ?? null) : figureAddress(figure, edition);

/** Short address of a report, and of one of its rows, to be typed from paper. */
export const shortAddress = (slug: string, place = ''): string => `/r/${slug}${place && `/${place}`}`;

/** Where a short address of a row leads; null where the report has no such row, or nothing stands behind it. */
export function pageAt({ tables, edition }: ReportContent, place: string): string | null {
  const [, code = '', number = ''] = /^([A-Z]+\d+)\.(\d{1,4})$/.exec(place.toUpperCase()) ?? [];
  const row = tables.find((table) => table.code === code)?.rows[Number(number) - 1];
  return row ? pageOfRow(row, edition.number) : null;
}
