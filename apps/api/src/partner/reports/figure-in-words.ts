import type { FigureShow } from '#reports';
import { soMany } from '#statements';
import type { NamedFigure } from './named-figures.js';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Every way in which a sentence may write a figure. */
export const WAYS: readonly FigureShow[] = ['people', 'share', 'range', 'gap'];

/** A figure as a sentence writes it, such as "about 495 people"; null where it is hidden, or has nothing of that kind. */
export function figureInWords(
  { people, share, gap, about = false }: NamedFigure,
  show: FigureShow,
): string | null {
  if (people === null) return null;
  switch (show) {
    case 'share':
      return share === null ? null : soMany(`${whole.format(share)}%`, about);
    case 'gap':
      return gap === null ? null : gapInWords(gap);
    case 'range':
      return people.low === null || people.high === null
        ? null
        : `${whole.format(people.low)} to ${whole.format(people.high)} people`;
    case 'people':
      return `${soMany(whole.format(people.value), about)} people`;
  }
}

/** What stands for a figure that may not be told: [x] where a grade withholds it. */
export const hiddenMark = ({ withheld }: NamedFigure): string => (withheld ? '[x]' : '[c]');

/** "17.9 points under their share of residents". */
const gapInWords = (gap: number): string =>
  `${tenths.format(Math.abs(gap))} points ${gap < 0 ? 'under' : 'over'} their share of residents`;
