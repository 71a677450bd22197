import { strToU8, zipSync } from 'fflate';
import { xmlText } from '#domain';
import { OFFICE, OFFICE_TYPES, RELATIONS, XML_HEAD } from './office-names.js';
import { letters, NO_TIME, type Sheet, type Workbook } from './workbook.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = `${OFFICE_TYPES}.spreadsheetml`;

/** Styles: 0 plain, 1 heading, 2 head of a column. */
const STYLES = `${XML_HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="15"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" xfId="1" applyFont="1"/><xf fontId="2" applyFont="1"/></cellXfs><cellStyles count="2"><cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="Heading 1" xfId="1" builtinId="16"/></cellStyles></styleSheet>`;

const cell = (value: string | number | null, column: number, row: number, style = 0): string => {
  if (value === null) return '';
  const place = `r="${letters(column)}${row}"${style ? ` s="${style}"` : ''}`;
  return typeof value === 'number'
    ? `<c ${place}><v>${value}</v></c>`
    : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
};

function sheetXml({ heading, lines, table }: Sheet): string {
  const top = [[heading], ...lines.map((line) => [line])];
  const rows = top.map(
    (cells, at) => `<row r="${at + 1}">${cell(cells[0]!, 0, at + 1, at === 0 ? 1 : 0)}</row>`,
  );
  const from = top.length + 1;
  const columns = table?.columns ?? [];
  if (table) {
    rows.push(`<row r="${from}">${columns.map((name, at) => cell(name, at, from, 2)).join('')}</row>`);
    table.rows.forEach((cells, at) =>
      rows.push(
        `<row r="${from + at + 1}">${cells.map((value, n) => cell(value, n, from + at + 1)).join('')}</row>`,
      ),
    );
  }
  const widths = columns.map(
    (_, at) => `<col min="${at + 1}" max="${at + 1}" width="${at === 0 ? 44 : 16}" customWidth="1"/>`,
  );
  return `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${widths.length ? `<cols>${widths.join('')}</cols>` : ''}<sheetData>${rows.join('')}</sheetData>${table ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : ''}</worksheet>`;
}

function tableXml({ lines, table }: Sheet, id: number): string {
  const { columns, rows, name } = table!;
  const from = lines.length + 2;
  const place = `A${from}:${letters(columns.length - 1)}${from + Math.max(1, rows.length)}`;
  return `${XML_HEAD}<table xmlns="${MAIN}" id="${id}" name="${xmlText(name)}" displayName="${xmlText(name)}" ref="${place}" totalsRowShown="0"><autoFilter ref="${place}"/><tableColumns count="${columns.length}">${columns.map((column, at) => `<tableColumn id="${at + 1}" name="${xmlText(column)}"/>`).join('')}</tableColumns></table>`;
}

/** An XLSX file: headings in a style, one marked table a sheet, no merged cells, title in its properties. */
export function xlsx({ title, sheets }: Workbook): Uint8Array {
  const marked = sheets.flatMap((sheet, at) => (sheet.table ? [at] : []));
  const files: Record<string, string> = {
    '[Content_Types].xml': `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join('')}${marked.map((_, at) => `<Override PartName="/xl/tables/table${at + 1}.xml" ContentType="${TYPES}.table+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${XML_HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`,
    'xl/workbook.xml': `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML_HEAD}<Relationships xmlns="${RELATIONS}">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
  };
  sheets.forEach((sheet, at) => (files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet)));
  marked.forEach((at, n) => {
    files[`xl/tables/table${n + 1}.xml`] = tableXml(sheets[at]!, n + 1);
    files[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] =
      `${XML_HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/table" Target="../tables/table${n + 1}.xml"/></Relationships>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: NO_TIME,
  });
}
