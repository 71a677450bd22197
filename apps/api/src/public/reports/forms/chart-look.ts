import type { ChartValues } from '#printing';

/** Colours of the dashboard's charts, six hexadecimal digits each. */
export interface ChartLook {
  ink: string;
  /** Words along the axes. */
  quiet: string;
  grid: string;
  /** Bars that matter more, and the others. */
  now: string;
  before: string;
  light: string;
  lightEdge: string;
  neutral: string;
  neutralEdge: string;
  line: string;
}

/** Hundredths of a point. */
const LETTERS = 900;
const paint = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
/** @param width in English Metric Units, 12,700 a point */
export const stroke = (colour: string, width = 9_525, dash = ''): string =>
  `<a:ln w="${width}">${paint(colour)}${dash && `<a:prstDash val="${dash}"/>`}</a:ln>`;
/** @param turn in sixty-thousandths of a degree */
export const lettersXml = (colour: string, turn = 0): string =>
  `<c:txPr><a:bodyPr${turn === 0 ? '' : ` rot="${turn}" vert="horz"`}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${LETTERS}" b="0">${paint(colour)}<a:latin typeface="Arial"/><a:cs typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`;
export const filled = (fill: string, edge?: string): string =>
  `<c:spPr>${paint(fill)}${edge ? stroke(edge) : '<a:ln><a:noFill/></a:ln>'}</c:spPr>`;

/** How a number is written in Excel's codes of formats. */
export const formatOf = ({ kind, digits }: ChartValues): string => {
  const plain = digits > 0 ? `0.${'0'.repeat(digits)}` : '#,##0';
  return kind === 'gaps' ? `+${plain};-${plain};${plain}` : plain;
};
