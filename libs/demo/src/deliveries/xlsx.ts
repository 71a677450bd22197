import { strToU8, zipSync } from 'fflate';

/** A date is given as a day number since 1970 with a fraction for the time of day. */
export type SheetCell = string | number | { date: number } | null;

/** Style numbers of the two date formats in `STYLES`. */
const DATE_ONLY = 1;
const DATE_AND_TIME = 2;

/** Excel counts days from 30 December 1899. */
const EXCEL_EPOCH = 25_569;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const CONTENT_TYPES =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
  '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
  '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>';

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>';

/** A workbook of one sheet with a header row, as small as the format allows. Same input, same bytes. */
export function xlsx(header: readonly string[], rows: readonly (readonly SheetCell[])[]): Uint8Array {
  const body = [header, ...rows].map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, column, at + 1)).join('')}</row>`,
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships(`${OFFICE}/officeDocument`, 'xl/workbook.xml'),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      `${OFFICE}/worksheet`,
      'worksheets/sheet1.xml',
      `${OFFICE}/styles`,
      'styles.xml',
    ),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${body.join('')}</sheetData></worksheet>`,
  };
  // Zip stores local time: a date made from local parts gives the same bytes in every time zone.
  const options = { level: 6 as const, mtime: new Date(2025, 4, 31) };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, [strToU8(text), options] as const]),
    ),
  );
}

function relationships(...pairs: string[]): string {
  let out = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`;
  for (let at = 0; at < pairs.length; at += 2)
    out += `<Relationship Id="rId${at / 2 + 1}" Type="${pairs[at]}" Target="${pairs[at + 1]}"/>`;
  return `${out}</Relationships>`;
}

function cellXml(cell: SheetCell, column: number, row: number): string {
  if (cell === null) return '';
  const reference = `${columnLetters(column)}${row}`;
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') {
    const style = Number.isInteger(cell.date) ? DATE_ONLY : DATE_AND_TIME;
    return `<c r="${reference}" s="${style}"><v>${Number((cell.date + EXCEL_EPOCH).toFixed(6))}</v></c>`;
  }
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
}

function columnLetters(column: number): string {
  return (
    (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : '') +
    String.fromCharCode(65 + (column % 26))
  );
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
