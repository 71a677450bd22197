import { XML_HEAD } from './office-names.js';

export const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

interface Look {
  name: string;
  based?: string;
  next?: string;
  /** Of the paragraph. */
  paragraph?: string;
  /** Of its letters. */
  letters?: string;
}

const spaced = (before: number, after: number): string =>
  `<w:spacing w:before="${before}" w:after="${after}"/>`;
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const QUIET = '<w:color w:val="44555B"/>';
const side = (name: string, width: number, colour: string): string =>
  `<w:${name} w:val="single" w:sz="${width}" w:space="4" w:color="${colour}"/>`;

/** Styles by the names that word processors know, so that outlines, contents and screen readers find headings. */
const LOOKS: Record<string, Look> = {
  Normal: { name: 'Normal', paragraph: spaced(0, 120) },
  Title: {
    name: 'Title',
    based: 'Normal',
    next: 'Normal',
    paragraph: `<w:keepNext/>${spaced(0, 160)}`,
    letters: `<w:b/>${size(40)}`,
  },
  Heading1: {
    name: 'heading 1',
    based: 'Normal',
    next: 'Normal',
    paragraph: `<w:keepNext/><w:pBdr>${side('top', 8, '12252B')}</w:pBdr>${spaced(320, 80)}<w:outlineLvl w:val="0"/>`,
    letters: `<w:b/>${size(26)}`,
  },
  Measure: {
    name: 'Measure',
    based: 'Normal',
    paragraph: `<w:keepNext/>${spaced(0, 80)}`,
    letters: QUIET + size(17),
  },
  Chart: { name: 'Chart', based: 'Normal', next: 'Caption', paragraph: `<w:keepNext/>${spaced(0, 40)}` },
  Caption: {
    name: 'caption',
    based: 'Normal',
    next: 'Normal',
    // Of the table below it, which tells what the chart draws.
    paragraph: `<w:keepNext/><w:keepLines/>${spaced(0, 120)}`,
    letters: QUIET + size(17),
  },
  Boxed: {
    name: 'Boxed',
    based: 'Normal',
    paragraph: `<w:pBdr>${side('left', 24, '0F5C6E')}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="E3EFF1"/>`,
  },
  Draft: { name: 'Draft', based: 'Normal', letters: '<w:b/><w:color w:val="7A4100"/>' },
  PageLine: { name: 'Page line', based: 'Normal', paragraph: spaced(0, 0), letters: QUIET + size(17) },
  TableText: { name: 'Table text', based: 'Normal', paragraph: spaced(40, 40), letters: size(19) },
  TableHead: { name: 'Table head', based: 'TableText', paragraph: '<w:keepNext/>', letters: '<w:b/>' },
};

const styleXml = ([id, { name, based, next, paragraph = '', letters = '' }]: [string, Look]): string =>
  `<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${based ? `<w:basedOn w:val="${based}"/>` : ''}${next ? `<w:next w:val="${next}"/>` : ''}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;

const LINK = `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0F5C6E"/><w:u w:val="single"/></w:rPr></w:style>`;
const TABLE = `<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report table"/><w:tblPr><w:tblBorders>${side('bottom', 4, 'CDD7D9')}${side('insideH', 4, 'CDD7D9')}</w:tblBorders></w:tblPr></w:style>`;

export const DOCX_STYLES = `${XML_HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/><w:color w:val="12252B"/>${size(21)}<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>${Object.entries(LOOKS).map(styleXml).join('')}${LINK}${TABLE}</w:styles>`;
