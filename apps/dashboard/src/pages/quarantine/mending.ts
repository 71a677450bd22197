import { csvText, parseCsv, unguarded } from '../../tables/csv';
import type { QuarantinedLineFragment } from '../../gql/graphql';

export type QuarantinedRow = QuarantinedLineFragment;

/** Columns that the hub adds in front of a partner's own; they are taken off again before the rows are sent back. */
export const ADDED = ['Row in the file', 'Why we could not take it'] as const;

export function cellsOf(row: QuarantinedRow): Record<string, string | null> {
  const { cells } = row;
  if (typeof cells !== 'object' || cells === null || Array.isArray(cells)) return {};
  return Object.fromEntries(
    Object.entries(cells as Record<string, unknown>).map(([label, value]) => [
      label,
      value === null || value === undefined ? null : String(value),
    ]),
  );
}

/** Rejected rows as CSV: reason first, then the partner's own columns; formulas made safe. One line a row, all its reasons. */
export function rejectedCsv(rows: readonly QuarantinedRow[]): string {
  const lines = new Map<string, { row: QuarantinedRow; reasons: string[] }>();
  for (const row of rows) {
    const place = `${row.delivery} ${row.file} ${row.row ?? row.id}`;
    const line = lines.get(place) ?? { row, reasons: [] };
    line.reasons.push(row.column ? `${row.column}: ${row.reason}` : row.reason);
    lines.set(place, line);
  }
  const labels = [...new Set(rows.flatMap((row) => Object.keys(cellsOf(row))))];
  return csvText(
    [...ADDED, ...labels],
    [...lines.values()].map(({ row, reasons }) => {
      const cells = cellsOf(row);
      return [row.row, reasons.join('; '), ...labels.map((label) => cells[label] ?? null)];
    }),
  );
}

/**
 * A mended CSV as it goes back: the hub's own columns taken off, guards against formulas removed, so that the cells are
 * what the partner means. Null where the file does not begin like one that was downloaded here.
 */
export function mendedCsv(text: string): { csv: string; rows: number } | null {
  const [heads, ...rows] = parseCsv(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  if (!heads) return null;
  const kept = heads.flatMap((head, index) =>
    (ADDED as readonly string[]).includes(unguarded(head)) ? [] : [index],
  );
  if (kept.length === 0) return null;
  const write = (cells: string[]) => kept.map((index) => quoted(unguarded(cells[index] ?? ''))).join(',');
  return { csv: [heads, ...rows].map(write).join('\r\n') + '\r\n', rows: rows.length };
}

const quoted = (cell: string): string =>
  /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
