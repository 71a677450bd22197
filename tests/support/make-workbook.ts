import { strToU8, zipSync } from 'fflate';

export interface SheetSpec {
  name: string;
  /** Rows as XML within sheetData. */
  rows: string;
  state?: 'hidden' | 'veryHidden';
  after?: string;
}

export interface WorkbookSpec {
  sheets: SheetSpec[];
  sharedStrings?: string[];
  /** Number format ids of the cell styles, in order; 14 is a date. */
  formats?: number[];
  ownFormats?: Record<number, string>;
  date1904?: boolean;
  strict?: boolean;
  extra?: Record<string, Uint8Array>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** A workbook made by hand, so that each oddity of the format can be put into it. */
export function makeWorkbook({
  sheets,
  sharedStrings = [],
  formats = [0],
  ownFormats = {},
  date1904,
  strict,
  extra = {},
}: WorkbookSpec): Uint8Array {
  const main = strict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relationships = (items: string[]): string =>
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${rel}/${type}" Target="${target}"/>`;
  const tabs = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="s${at}"/>`,
  );
  const parts: Record<string, string> = {
    '_rels/.rels': relationships([relation('r1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `${XML}<workbook xmlns="${main}" xmlns:r="${rel}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
      relation('strings', 'sharedStrings', 'sharedStrings.xml'),
      relation('styles', 'styles', 'styles.xml'),
    ]),
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${main}">${sharedStrings.map((item) => `<si>${item}</si>`).join('')}</sst>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${main}"><numFmts>${Object.entries(ownFormats)
      .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
      .join(
        '',
      )}</numFmts><cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
  };
  sheets.forEach(({ rows, after = '' }, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `${XML}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  const zipped = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...zipped, ...extra });
}

/** A row of plain text cells. */
export const textRow = (row: number, cells: string[]): string =>
  `<row r="${row}">${cells.map((cell, at) => `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
