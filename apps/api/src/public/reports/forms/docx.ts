import { strToU8, type Zippable, zipSync } from 'fflate';
import { xmlText } from '#domain';
import type { PrintedBlock, PrintedDocument, PrintedPart, PrintedTable } from '#printing';
import { ChartParts } from './chart-parts.js';
import type { ChartLook } from './chart-look.js';
import { DOCX_STYLES, MAIN } from './docx-styles.js';
import { OFFICE, OFFICE_TYPES, RELATIONS, XML_HEAD } from './office-names.js';
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

/** Twips between the margins of an A4 page. */
const WIDTH = 9_866;

function tableXml({ heading, measure, columns, rows }: PrintedTable, links: Links): string {
  // Words take twice what numbers do.
  const shares = columns.map(({ numeric }) => (numeric ? 1 : 2));
  const unit = WIDTH / shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor(share * unit));
  const cell = (at: number, style: string, inner: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${paragraph(style, inner, columns[at]?.numeric ? '<w:jc w:val="right"/>' : '')}</w:tc>`;
  const head = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map(({ title }, at) => cell(at, 'TableHead', run(title))).join('')}</w:tr>`;
  const body = rows.map(
    (cells) =>
      `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((part, at) => cell(at, 'TableText', partXml(part, links))).join('')}</w:tr>`,
  );
  return `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0480" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="${xmlText(heading)}"/><w:tblDescription w:val="${xmlText(measure)}"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${head}${body.join('')}</w:tbl>`;
}

/** A chart under which it is said what it is of; of a map, which can be no chart, where it is. */
function chartOf({ chart }: PrintedTable, links: Links, charts: ChartParts | null): string {
  if (!chart || !charts) return '';
  const drawn = charts.take(chart);
  const caption = chart.caption.map((part) => partXml(part, links)).join('');
  return (drawn && paragraph('Chart', drawn)) + paragraph('Caption', caption);
}

function blockXml(block: PrintedBlock, links: Links, charts: ChartParts | null): string {
  const heading = paragraph('Heading1', run(block.heading));
  if (block.kind === 'table')
    return `${heading}${paragraph('Measure', run(block.measure))}${chartOf(block, links, charts)}${tableXml(block, links)}${paragraph('Normal', '')}`;
  const style = block.boxed ? 'Boxed' : 'Normal';
  return (
    heading +
    block.paragraphs.map((one) => paragraph(style, one.map((part) => partXml(part, links)).join(''))).join('')
  );
}

const field = (name: string): string =>
  `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
/** A tab stop at the right margin. */
const APART = `<w:tabs><w:tab w:val="right" w:pos="${WIDTH}"/></w:tabs>`;

/**
 * A report to go on editing: headings, text and tables in styles of their own, charts that can be edited, heads of tables repeated, no merged cells; the
 * same bytes each time.
 * @param look colours of its charts; null: no table has one
 */
export function docx(document: PrintedDocument, look: ChartLook | null): Uint8Array {
  const links = new Links();
  const charts = look && new ChartParts(look);
  const draft = document.draft === null ? '' : paragraph('Draft', run(document.draft));
  const body =
    draft +
    paragraph('Title', run(document.title)) +
    document.lines
      .map((line) => paragraph('Normal', line.map((part) => partXml(part, links)).join('')))
      .join('') +
    document.blocks.map((block) => blockXml(block, links, charts)).join('');
  const page = `<w:sectPr><w:headerReference w:type="default" r:id="head"/><w:footerReference w:type="default" r:id="foot"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1360" w:right="1020" w:bottom="1130" w:left="1020" w:header="560" w:footer="500" w:gutter="0"/></w:sectPr>`;
  const { left, right } = document.head;
  const types = charts?.types ?? { defaults: '', parts: '' };
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.defaults}<Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/word/header.xml" ContentType="${TYPES}.header+xml"/><Override PartName="/word/footer.xml" ContentType="${TYPES}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${types.parts}</Types>`,
    '_rels/.rels': `${XML_HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(document.title)}</dc:title><dc:creator>${xmlText(document.author)}</dc:creator><dc:description>${xmlText(document.description)}</dc:description><dc:language>en-GB</dc:language></cp:coreProperties>`,
    'word/document.xml': `${XML_HEAD}<w:document ${SPACES}><w:body>${body}${page}</w:body></w:document>`,
    'word/styles.xml': DOCX_STYLES,
    'word/header.xml': `${XML_HEAD}<w:hdr ${SPACES}>${paragraph('PageLine', `${run(left)}<w:r><w:tab/></w:r>${run(right)}`, APART)}</w:hdr>`,
    'word/footer.xml': `${XML_HEAD}<w:ftr ${SPACES}>${paragraph('PageLine', `${run(document.foot)}<w:r><w:tab/></w:r>${run('Page ')}${field('PAGE')}${run(' of ')}${field('NUMPAGES')}`, APART)}</w:ftr>`,
    'word/_rels/document.xml.rels': `${XML_HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="head" Type="${OFFICE}/header" Target="header.xml"/><Relationship Id="foot" Type="${OFFICE}/footer" Target="footer.xml"/>${links.xml}${charts?.relations ?? ''}</Relationships>`,
    ...charts?.files,
  };
  const zipped: Zippable = {};
  // Workbooks are packed already.
  for (const [name, part] of Object.entries(files))
    zipped[name] = typeof part === 'string' ? strToU8(part) : [part, { level: 0 }];
  return zipSync(zipped, { mtime: NO_TIME });
}
