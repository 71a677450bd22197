import { strToU8, type Zippable, zipSync } from 'fflate';
import { xmlText } from '#domain';
import type { PrintedBlock, PrintedDocument, PrintedPart, PrintedTable, PrintedText } from '#printing';
import { ChartParts } from './chart-parts.js';
import type { ChartLook } from './chart-look.js';
import { DOCX_STYLES, MAIN } from './docx-styles.js';
import { OFFICE, OFFICE_TYPES, RELATIONS, XML_HEAD } from './office-names.js';
import { ON_ITS_SIDE, UPRIGHT } from './table-columns.js';
import { NO_TIME } from './workbook.js';

const TYPES = `${OFFICE_TYPES}.wordprocessingml`;
const SPACES = `xmlns:w="${MAIN}" xmlns:r="${OFFICE}"`;

/** Addresses that the text leads to, each once; a link names its number. */
class Links {
  private readonly ids = new Map<string, string>();

  id(address: string): string {
    const id = this.ids.get(address) ?? `link${this.ids.size + 1}`;
    this.ids.set(address, id);
    return id;
  }

  get xml(): string {
    return [...this.ids]
      .map(
        ([to, id]) =>
          `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${xmlText(to)}" TargetMode="External"/>`,
      )
      .join('');
  }
}

const run = (text: string, look = ''): string =>
  `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;
const paragraph = (style: string, runs: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${runs}</w:p>`;

function partXml({ text, address }: PrintedPart, links: Links): string {
  if (text === '') return '';
  const lines = text
    .split('\n')
    .map((line) => run(line, address === null ? '' : '<w:rStyle w:val="Hyperlink"/>'));
  const runs = lines.join('<w:r><w:br/></w:r>');
  return address === null ? runs : `<w:hyperlink r:id="${links.id(address)}">${runs}</w:hyperlink>`;
}

/** A table of no more rows stands on one sheet. */
const KEPT = 8;

function tableXml({ heading, measure, columns, rows }: PrintedTable, links: Links): string {
  const cell = (at: number, style: string, inner: string, kept = false): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${columns[at]?.width ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(style, inner, (kept ? '<w:keepNext/>' : '') + (columns[at]?.numeric ? '<w:jc w:val="right"/>' : ''))}</w:tc>`;
  const head = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map(({ title }, at) => cell(at, 'TableHead', run(title))).join('')}</w:tr>`;
  const body = rows.map((cells, n) => {
    const kept = rows.length <= KEPT && n < rows.length - 1;
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((part, at) => cell(at, 'TableText', partXml(part, links), kept)).join('')}</w:tr>`;
  });
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="${whole}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0480" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="${xmlText(heading)}"/><w:tblDescription w:val="${xmlText(measure)}"/></w:tblPr><w:tblGrid>${columns.map(({ width }) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${head}${body.join('')}</w:tbl>`;
}

/** A chart under which it is said what it is of; of a map, which can be no chart, where it is. */
function chartOf({ chart }: PrintedTable, links: Links, charts: ChartParts | null): string {
  if (!chart || !charts) return '';
  const drawn = charts.take(chart);
  const caption = chart.caption.map((part) => partXml(part, links)).join('');
  return (drawn && paragraph('Chart', drawn)) + paragraph('Caption', caption);
}

function textXml(block: PrintedText, links: Links): string {
  const style = block.boxed ? 'Boxed' : 'Normal';
  const paragraphs = block.paragraphs.map((one) =>
    paragraph(style, one.map((part) => partXml(part, links)).join('')),
  );
  return paragraph('Heading1', run(block.heading)) + paragraphs.join('');
}

/** Everything on sheets of A4, upright but for tables that have no room there: these lie on their side. */
function sheetsXml(before: string, blocks: PrintedBlock[], links: Links, charts: ChartParts | null): string {
  let body = before;
  let side = false;
  for (const block of blocks) {
    if ((block.kind === 'table' && block.onItsSide) !== side) {
      body = closed(body, side);
      side = !side;
    }
    body +=
      block.kind === 'table'
        ? `${paragraph('Heading1', run(block.heading))}${paragraph('Measure', run(block.measure))}${chartOf(block, links, charts)}${tableXml(block, links)}${paragraph('Normal', '')}`
        : textXml(block, links);
  }
  return body + sheet(side);
}

const sheet = (side: boolean): string => {
  const foot = side ? 'foot-on-its-side' : 'foot';
  const size = side ? 'w:w="16838" w:h="11906" w:orient="landscape"' : 'w:w="11906" w:h="16838"';
  return `<w:sectPr><w:headerReference w:type="default" r:id="head"/><w:footerReference w:type="default" r:id="${foot}"/><w:pgSz ${size}/><w:pgMar w:top="1360" w:right="1020" w:bottom="1130" w:left="1020" w:header="560" w:footer="500" w:gutter="0"/></w:sectPr>`;
};

/** What is told of a run of sheets stands in its last paragraph; every block ends with one. */
function closed(body: string, side: boolean): string {
  const at = body.lastIndexOf('</w:pPr>');
  return body.slice(0, at) + sheet(side) + body.slice(at);
}

const field = (name: string): string =>
  `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

/** @param width twips between the margins: the number of the sheet stands at the right one */
const footXml = (foot: string, width: number): string =>
  `${XML_HEAD}<w:ftr ${SPACES}>${paragraph('PageLine', `${run(foot)}<w:r><w:tab/></w:r>${run('Page ')}${field('PAGE')}${run(' of ')}${field('NUMPAGES')}`, `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs>`)}</w:ftr>`;

/**
 * A report to go on editing: headings, text and tables in styles of their own, charts that can be edited, heads of tables repeated, no merged cells; the
 * same bytes each time.
 * @param look colours of its charts; null: no table has one
 */
export function docx(document: PrintedDocument, look: ChartLook | null): Uint8Array {
  const links = new Links();
  const charts = look && new ChartParts(look);
  const draft = document.draft === null ? '' : paragraph('Draft', run(document.draft));
  const before =
    draft +
    paragraph('Title', run(document.title)) +
    document.lines
      .map((line) => paragraph('Normal', line.map((part) => partXml(part, links)).join('')))
      .join('');
  const body = sheetsXml(before, document.blocks, links, charts);
  const side = document.blocks.some((block) => block.kind === 'table' && block.onItsSide);
  const { left, right } = document.head;
  const types = charts?.types ?? { defaults: '', parts: '' };
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.defaults}<Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/word/header.xml" ContentType="${TYPES}.header+xml"/><Override PartName="/word/footer.xml" ContentType="${TYPES}.footer+xml"/>${side ? `<Override PartName="/word/footer-on-its-side.xml" ContentType="${TYPES}.footer+xml"/>` : ''}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${types.parts}</Types>`,
    '_rels/.rels': `${XML_HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(document.title)}</dc:title><dc:creator>${xmlText(document.author)}</dc:creator><dc:description>${xmlText(document.description)}</dc:description><dc:language>en-GB</dc:language></cp:coreProperties>`,
    'word/document.xml': `${XML_HEAD}<w:document ${SPACES}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': DOCX_STYLES,
    // A line each: side by side they have no room upright.
    'word/header.xml': `${XML_HEAD}<w:hdr ${SPACES}>${paragraph('PageLine', run(left))}${paragraph('PageLine', run(right))}</w:hdr>`,
    'word/footer.xml': footXml(document.foot, UPRIGHT),
    ...(side && { 'word/footer-on-its-side.xml': footXml(document.foot, ON_ITS_SIDE) }),
    'word/_rels/document.xml.rels': `${XML_HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="head" Type="${OFFICE}/header" Target="header.xml"/><Relationship Id="foot" Type="${OFFICE}/footer" Target="footer.xml"/>${side ? `<Relationship Id="foot-on-its-side" Type="${OFFICE}/footer" Target="footer-on-its-side.xml"/>` : ''}${links.xml}${charts?.relations ?? ''}</Relationships>`,
    ...charts?.files,
  };
  const zipped: Zippable = {};
  // Workbooks are packed already.
  for (const [name, part] of Object.entries(files))
    zipped[name] = typeof part === 'string' ? strToU8(part) : [part, { level: 0 }];
  return zipSync(zipped, { mtime: NO_TIME });
}
