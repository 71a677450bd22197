import { xmlText } from '#domain';
import type { ChartRow, ChartValues } from '#printing';
import { axesXml, layoutXml } from './chart-axes.js';
import { type ChartLook, filled, formatOf, lettersXml, stroke } from './chart-look.js';
import { columnsOf, type ChartColumns, rangeOf } from './chart-sheet.js';
import { CHART, DRAWING, OFFICE, XML_HEAD } from './office-names.js';

/** So many quarters are drawn darker, as the dashboard does. */
const RECENT = 4;

const points = (cells: readonly (string | number | null)[]): string =>
  `<c:ptCount val="${cells.length}"/>${cells.map((cell, at) => (cell === null ? '' : `<c:pt idx="${at}"><c:v>${xmlText(String(cell))}</c:v></c:pt>`)).join('')}`;

/** Numbers of a column of the workbook, with their place in it; a missing one is left out. */
const numbers = (values: ChartValues, column: number, cells: readonly (number | null)[]): string =>
  `<c:numRef><c:f>${xmlText(rangeOf(values, column))}</c:f><c:numCache><c:formatCode>${xmlText(formatOf(values))}</c:formatCode>${points(cells)}</c:numCache></c:numRef>`;
const words = (values: ChartValues, column: number): string =>
  `<c:cat><c:strRef><c:f>${xmlText(rangeOf(values, column))}</c:f><c:strCache>${points(values.rows.map(({ name }) => name))}</c:strCache></c:strRef></c:cat>`;

/** Lines from each number down and up to the ends of its range. */
function whiskers(values: ChartValues, { down, up }: ChartColumns, look: ChartLook): string {
  if (!down || !up) return '';
  return `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${numbers(values, up.at, up.cells)}</c:plus><c:minus>${numbers(values, down.at, down.cells)}</c:minus><c:spPr>${stroke(look.ink, 12_700)}</c:spPr></c:errBars>`;
}

const NO_LABELS =
  '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

/** Numbers stand beside the bars where no whisker is in their way. */
function labels(values: ChartValues, look: ChartLook): string {
  if (values.kind !== 'gaps') return `<c:dLbls>${NO_LABELS}</c:dLbls>`;
  const shown = NO_LABELS.replace('<c:showVal val="0"/>', '<c:showVal val="1"/>');
  return `<c:dLbls><c:numFmt formatCode="${xmlText(formatOf(values))}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${lettersXml(look.ink)}<c:dLblPos val="outEnd"/>${shown}</c:dLbls>`;
}

/** Bars that have another colour than most. */
function apartFrom({ kind, rows }: ChartValues, look: ChartLook): string {
  const isDark = (row: ChartRow, at: number): boolean =>
    kind === 'quarters' ? at >= rows.length - RECENT : kind === 'gaps' && (row.value ?? 0) < 0;
  return rows
    .flatMap((row, at) => (isDark(row, at) && row.value !== null ? [at] : []))
    .map(
      (at) =>
        `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${filled(look.now)}</c:dPt>`,
    )
    .join('');
}

const seriesName = (values: ChartValues, column: number, head: string): string =>
  `<c:tx><c:strRef><c:f>${xmlText(rangeOf(values, column, 'head'))}</c:f><c:strCache>${points([head])}</c:strCache></c:strRef></c:tx>`;

function bars(values: ChartValues, look: ChartLook): string {
  const columns = columnsOf(values);
  const [drawn] = columns.series;
  if (!drawn) return '';
  const fill = {
    quarters: filled(look.before),
    shares: filled(look.light, look.lightEdge),
    gaps: filled(look.neutral, look.neutralEdge),
    recorded: '',
  }[values.kind];
  const series = `<c:ser><c:idx val="0"/><c:order val="0"/>${seriesName(values, drawn.at, drawn.head)}${fill}<c:invertIfNegative val="0"/>${apartFrom(values, look)}${labels(values, look)}${whiskers(values, columns, look)}${words(values, columns.names.at)}<c:val>${numbers(values, drawn.at, drawn.cells)}</c:val></c:ser>`;
  return `<c:barChart><c:barDir val="${values.kind === 'quarters' ? 'col' : 'bar'}"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="${values.kind === 'quarters' ? 20 : 45}"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`;
}

/** What may be compared as a line, and beside it, dashed, what may not. */
function lines(values: ChartValues, look: ChartLook): string {
  const { names, series } = columnsOf(values);
  const drawn = series.map((one, n) => {
    const line = one.apart ? stroke(look.neutralEdge, 17_780, 'dash') : stroke(look.line, 22_860);
    return `<c:ser><c:idx val="${n}"/><c:order val="${n}"/>${seriesName(values, one.at, one.head)}<c:spPr>${line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>${words(values, names.at)}<c:val>${numbers(values, one.at, one.cells)}</c:val><c:smooth val="0"/></c:ser>`;
  });
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${drawn.join('')}<c:dLbls>${NO_LABELS}</c:dLbls><c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>`;
}

/**
 * A chart that Word and LibreOffice draw, and let people edit (ECMA-376 part 1, 21.2). Its numbers are those of the workbook beside it, which is its
 * relationship rId1; what is hidden is a gap, and its name says so.
 */
export function chartXml(values: ChartValues, look: ChartLook): string {
  const drawing = values.kind === 'recorded' ? lines(values, look) : bars(values, look);
  const legend =
    columnsOf(values).series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${lettersXml(look.ink)}</c:legend>`
      : '';
  return `${XML_HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE}"><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layoutXml(values)}${drawing}${axesXml(values, look)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${lettersXml(look.ink)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;
}
