import type { Element } from './word-package.js';

const AXIS = 'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses'; // prettier-ignore
const LABELS =
  'numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize';

/** Children of the elements of a chart in the order that their schema wants, and those that must be there (ECMA-376 part 1, annex A, dml-chart.xsd). */
const ORDER: Readonly<Record<string, [order: string, needed: string]>> = {
  chartSpace: ['date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes', 'chart'], // prettier-ignore
  chart: ['title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs', 'plotArea'], // prettier-ignore
  plotArea: ['layout barChart lineChart catAx valAx dTable spPr', 'catAx valAx'],
  layout: ['manualLayout', ''],
  manualLayout: ['layoutTarget xMode yMode wMode hMode x y w h', ''],
  barChart: ['barDir grouping varyColors ser dLbls gapWidth overlap serLines axId axId', 'barDir ser axId'],
  lineChart: ['grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId axId', 'grouping ser axId'], // prettier-ignore
  'barChart/ser': ['idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape', 'idx order cat val'], // prettier-ignore
  'lineChart/ser': [
    'idx order tx spPr marker dPt dLbls trendline errBars cat val smooth',
    'idx order cat val',
  ],
  'lineChart/marker': ['', ''],
  'ser/marker': ['symbol size spPr', ''],
  tx: ['strRef', 'strRef'],
  dPt: ['idx invertIfNegative marker bubble3D explosion spPr', 'idx'],
  dLbls: [LABELS, 'showLegendKey showVal showCatName showSerName showPercent showBubbleSize'],
  errBars: ['errDir errBarType errValType noEndCap plus minus val spPr', 'errBarType errValType'],
  plus: ['numRef', 'numRef'],
  minus: ['numRef', 'numRef'],
  cat: ['strRef', 'strRef'],
  val: ['numRef', 'numRef'],
  strRef: ['f strCache', 'f'],
  numRef: ['f numCache', 'f'],
  strCache: ['ptCount pt', ''],
  numCache: ['formatCode ptCount pt', ''],
  pt: ['v', 'v'],
  catAx: [`${AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl`, 'axId scaling axPos crossAx'], // prettier-ignore
  valAx: [`${AXIS} crossBetween majorUnit minorUnit dispUnits`, 'axId scaling axPos crossAx'],
  scaling: ['logBase orientation max min', ''],
  majorGridlines: ['spPr', ''],
  legend: ['legendPos legendEntry layout overlay spPr txPr', ''],
  externalData: ['autoUpdate', ''],
};
/** Elements that may come more than once. */
const SEVERAL = new Set(['ser', 'dPt', 'pt', 'axId']);

const short = ({ name }: Element): string => name.replace('c:', '');

/** Where a chart is not as its schema wants it: a child that is unknown there, out of order, more than once, or missing. Empty of a sound one. */
export function chartFaults(element: Element, parent = ''): string[] {
  if (!element.name.startsWith('c:') || ['c:spPr', 'c:txPr'].includes(element.name)) return [];
  const name = short(element);
  const children = element.children.map(short);
  const rule = ORDER[`${parent}/${name}`] ?? ORDER[name];
  const [order, needed] = (rule ?? ['', '']).map((one) => one.split(' ').filter(Boolean)) as [
    string[],
    string[],
  ];
  const places = children.map((child) => order.indexOf(child));
  return [
    ...children.filter((_, at) => places[at] === -1).map((child) => `${child} in ${name}`),
    ...children
      .filter(
        (child, at) =>
          at > 0 && (places[at]! < places[at - 1]! || (places[at] === places[at - 1] && !SEVERAL.has(child))),
      ) // prettier-ignore
      .map((child) => `${child} out of order in ${name}`),
    ...needed.filter((child) => !children.includes(child)).map((child) => `no ${child} in ${name}`),
    ...element.children.flatMap((child) => chartFaults(child, name)),
  ];
}
