import { type Rate, rateOfAreas } from '#statements';
import type { Figure } from './figure-shapes.js';
import type { Asked } from './question.js';

/** Of all wards with a rate together, where figures are cut by ward alone; null of any other cut, and where the whole is not told. */
export function wardsRate({ by }: Pick<Asked, 'by'>, figures: readonly Figure[], total: Figure): Rate | null {
  if (by.length !== 1 || by[0] !== 'ward' || total.hidden) return null;
  const rated = figures.flatMap((figure) =>
    figure.hidden || !figure.rate
      ? []
      : [
          {
            people: figure.people.value,
            residents: figure.rate.residents,
            corrected: figure.asCounted !== null,
          },
        ],
  );
  return rateOfAreas(
    rated,
    total.people,
    rated.some(({ corrected }) => corrected),
  );
}
