import { strToU8, zipSync } from 'fflate';
import { xmlText } from '#domain';
import { letters, NO_TIME, type Sheet, type Workbook } from './workbook.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const SPACES = ['office', 'table', 'text', 'style', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ');

const cell = (value: string | number | null, style = ''): string => {
  if (value === null) return '<table:table-cell/>';
  const look = style ? ` table:style-name="${style}"` : '';
  return typeof value === 'number'
    ? `<table:table-cell${look} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
    : `<table:table-cell${look} office:value-type="string"><text:p>${xmlText(value)}</text:p></table:table-cell>`;
};
const row = (cells: string): string => `<table:table-row>${cells}</table:table-row>`;

function sheetXml({ name, heading, lines, table }: Sheet): string {
  const columns = table?.columns ?? [''];
  return `<table:table table:name="${xmlText(name)}"><table:table-column table:number-columns-repeated="${columns.length}"/>${row(cell(heading, 'Heading_20_1'))}${lines.map((line) => row(cell(line))).join('')}${table ? `<table:table-header-rows>${row(columns.map((one) => cell(one, 'Head')).join(''))}</table:table-header-rows>${table.rows.map((cells) => row(cells.map((value) => cell(value)).join(''))).join('')}` : ''}</table:table>`;
}

function rangeXml({ name, lines, table }: Sheet): string {
  if (!table) return '';
  const from = lines.length + 2;
  const place = `${name}.A${from}:${name}.${letters(table.columns.length - 1)}${from + Math.max(1, table.rows.length)}`;
  return `<table:database-range table:name="${xmlText(table.name)}" table:target-range-address="${xmlText(place)}" table:contains-header="true"/>`;
}

/** An ODS file: headings in a style, one marked table a sheet with its head repeated, no merged cells, title and language in its metadata. */
export function ods({ title, sheets }: Workbook): Uint8Array {
  const ranges = sheets.map(rangeXml).join('');
  const files: Record<string, string> = {
    'content.xml': `${HEAD}<office:document-content ${SPACES} office:version="1.3"><office:body><office:spreadsheet>${sheets.map(sheetXml).join('')}<table:database-ranges>${ranges}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`,
    'styles.xml': `${HEAD}<office:document-styles ${SPACES} office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="en" fo:country="GB"/></style:default-style><style:style style:name="Default" style:family="table-cell"/><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="table-cell" style:parent-style-name="Default"><style:text-properties fo:font-weight="bold" fo:font-size="15pt"/></style:style><style:style style:name="Head" style:family="table-cell" style:parent-style-name="Default"><style:text-properties fo:font-weight="bold"/></style:style></office:styles></office:document-styles>`,
    'meta.xml': `${HEAD}<office:document-meta ${SPACES} office:version="1.3"><office:meta><dc:title>${xmlText(title)}</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/>${['content.xml', 'styles.xml', 'meta.xml'].map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`,
  };
  // The type comes first and is not packed, so that programs know the file by its first bytes.
  return zipSync(
    {
      mimetype: [strToU8(TYPE), { level: 0 }],
      ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    },
    { mtime: NO_TIME },
  );
}
