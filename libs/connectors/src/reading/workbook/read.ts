import { readParts, type SheetInfo } from './parts.js';
import type { Rows } from '../grid.js';
import { readSheet } from './sheet.js';
import { openZip, WorkbookError } from './zip.js';

export interface SheetRequest {
  /** Name of the sheet or its place among the tabs from 1; null takes the first visible one that holds anything. */
  sheet: string | number | null;
  /** Gives all sheets besides, to choose among them by what they hold. */
  all?: boolean;
}

export interface SheetReading {
  name: string;
  hidden: boolean;
  rows: Rows;
  merged: string[];
  hiddenRows: number[];
}

export type WorkbookReading =
  | {
      ok: true;
      sheet: string;
      rows: Rows;
      assumptions: string[];
      merged: string[];
      hiddenRows: number[];
      /** All sheets in the order of their tabs, where they were asked for. */
      sheets: SheetReading[];
    }
  | { ok: false; code: string; reason: string };

/** One sheet of a workbook as rows of text. Never throws: every fault is an answer that names the part or sheet. */
export function readWorkbook(bytes: Uint8Array, request: SheetRequest): WorkbookReading {
  try {
    return read(bytes, request);
  } catch (error) {
    if (error instanceof WorkbookError) return { ok: false, code: error.code, reason: error.reason };
    // Anything else means that the bytes led the reader astray: to the partner that is damage all the same.
    return { ok: false, code: 'workbook-damaged', reason: 'The workbook is damaged and can’t be read.' };
  }
}

function read(bytes: Uint8Array, request: SheetRequest): WorkbookReading {
  const container = openZip(bytes);
  const parts = readParts(container);
  const sheet = request.sheet === null ? null : chosen(parts.sheets, request.sheet);
  if (request.sheet !== null && !sheet)
    return {
      ok: false,
      code: 'sheet-absent',
      reason: `The workbook has no sheet ${JSON.stringify(request.sheet)}.`,
    };
  const visible = parts.sheets.filter(({ hidden }) => !hidden);
  const seen = new Map<string, ReturnType<typeof readSheet>>();
  const rowsOf = (part: string): ReturnType<typeof readSheet> => {
    const known = seen.get(part) ?? readSheet(container, parts, part);
    seen.set(part, known);
    return known;
  };
  const sheets = request.all
    ? parts.sheets.map(({ name, hidden, part }) => {
        const { rows, merged, hiddenRows } = rowsOf(part);
        return { name, hidden, rows, merged, hiddenRows };
      })
    : [];
  for (const candidate of sheet ? [sheet] : visible) {
    const { rows, unvalued, merged, hiddenRows } = rowsOf(candidate.part);
    if (rows.length === 0 && candidate !== (sheet ?? visible.at(-1))) continue;
    const assumptions: string[] = [];
    if (!sheet && parts.sheets.length > 1)
      assumptions.push(`The workbook has ${parts.sheets.length} sheets: "${candidate.name}" is read.`);
    if (unvalued)
      assumptions.push(`${unvalued} cells hold a formula without a stored value and are taken as blank.`);
    if (merged.length)
      assumptions.push(`${merged.length} merged ranges: only their first cells hold a value.`);
    return { ok: true, sheet: candidate.name, rows, assumptions, merged, hiddenRows, sheets };
  }
  return { ok: false, code: 'sheet-absent', reason: 'The workbook has no visible worksheet.' };
}

const chosen = (sheets: SheetInfo[], wanted: string | number): SheetInfo | undefined =>
  typeof wanted === 'number'
    ? sheets[wanted - 1]
    : (sheets.find(({ name }) => name === wanted) ??
      sheets.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase()));
