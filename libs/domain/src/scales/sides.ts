import { LISTED_STEPS } from './listed.js';
import { plainStep } from './step-words.js';

/** A first step that says nothing good: the scale then runs from bad to good. */
const BAD =
  /\b(unsafe|dissatisfied|disagree|poor|bad|unlikely|difficult|negative|oppose|never|worse|unhappy|terrible|worried|concerned|problem|unimportant)\b|^not |^none|^no$|^hardly/;
const MIDDLE =
  /^(neither|neutral|average|ok|fair|about the same|the same|stayed the same|sometimes|it depends|partly|maybe)$/;

/** How far from the middle a step of a scale is: -2, -1 on the bad side, 1, 2 on the good one, 0 in the middle. */
export type ScaleSide = -2 | -1 | 0 | 1 | 2;

/**
 * On which side of the middle each answer of a scale lies, in the order given, whichever end comes first.
 * @param labels steps alone, in the scale's order; of an odd number one must say that it is the middle ("neither")
 * @returns null where the answers are no scale with two sides
 */
export function scaleSides(labels: readonly string[]): ScaleSide[] | null {
  const steps = labels.map(plainStep);
  if (steps.length < 3 || steps.length > 7 || !steps.some((step) => LISTED_STEPS.has(step))) return null;
  const middles = steps.flatMap((step, at) => (MIDDLE.test(step) ? [at] : []));
  // An end that nobody chose and no list holds is missing: the middle is where its words are, not in the middle of the list.
  const [middle] = middles.length === 1 ? middles : [];
  if (steps.length % 2 === 1 && middle === undefined) return null;
  const [first, last] = [BAD.test(steps[0]!), BAD.test(steps.at(-1)!)];
  if (first === last) return null;
  return steps.map((_, at) => {
    if (at === middle) return 0;
    const isFirst = middle === undefined ? at < steps.length / 2 : at < middle;
    const far = at === 0 || at === steps.length - 1 ? 2 : 1;
    return (isFirst === first ? -far : far) as ScaleSide;
  });
}
