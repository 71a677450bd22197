import { xmlText } from '#domain';
import type { ChartValues } from '#printing';
import { type ChartLook, formatOf, lettersXml, stroke } from './chart-look.js';

/** English Metric Units, 635 a twip, 36,000 a millimetre. */
const MM = 36_000;
/** Between the margins of the page. */
const WIDTH = 9_866 * 635;
const BAR = 8 * MM;
/** Room under the bars for their axis. */
const FOOT = 9 * MM;
const MOST = 220 * MM;
const COLUMNS = 66 * MM;
/** Part of the width that names of bars have. */
const NAMES = 0.36;
/** So many months are named along the axis, and no more. */
const NAMED = 7;
/** Names of months lean: a word would else be broken. Sixty-thousandths of a degree. */
const SLANT = -45 * 60_000;

const isAcross = ({ kind }: ChartValues): boolean => kind === 'shares' || kind === 'gaps';

/** Width and height of a chart, in English Metric Units. */
export const sizeOf = (values: ChartValues): { width: number; height: number } => ({
  width: WIDTH,
  height: isAcross(values) ? Math.min(MOST, values.rows.length * BAR + FOOT) : COLUMNS,
});

/** Names of bars have a room of their own, so that bars of two questions begin at one line. */
export function layoutXml(values: ChartValues): string {
  if (!isAcross(values)) return '<c:layout/>';
  const height = 1 - FOOT / sizeOf(values).height;
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="${NAMES}"/><c:y val="0.01"/><c:w val="${(0.97 - NAMES).toFixed(2)}"/><c:h val="${height.toFixed(4)}"/></c:manualLayout></c:layout>`;
}

/** The axis of names and that of numbers; bars begin at zero, shares end at a hundred, and bars stand in the table's order. */
export function axesXml(values: ChartValues, look: ChartLook): string {
  const across = isAcross(values);
  const many = Math.ceil(values.rows.length / NAMED);
  const skip =
    values.kind === 'recorded' && many > 1
      ? `<c:tickLblSkip val="${many}"/><c:tickMarkSkip val="${many}"/>`
      : '';
  const names = `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${across ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${across ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr>${stroke(look.ink, 15_875)}</c:spPr>${lettersXml(look.ink, values.kind === 'recorded' ? SLANT : 0)}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>${skip}<c:noMultiLvlLbl val="1"/></c:catAx>`;
  const ends = `${values.kind === 'shares' ? '<c:max val="100"/>' : ''}${values.kind === 'gaps' ? '' : '<c:min val="0"/>'}`;
  const numbers = `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>${ends}</c:scaling><c:delete val="0"/><c:axPos val="${across ? 'b' : 'l'}"/><c:majorGridlines><c:spPr>${stroke(look.grid)}</c:spPr></c:majorGridlines><c:numFmt formatCode="${xmlText(formatOf({ ...values, digits: 0 }))}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${lettersXml(look.quiet)}<c:crossAx val="1"/><c:crosses val="${across ? 'max' : 'autoZero'}"/><c:crossBetween val="between"/></c:valAx>`;
  return names + numbers;
}
