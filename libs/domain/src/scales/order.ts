import { degreesOf, isPlainDegree } from './degrees.js';
import { frequenciesOf, timesAYear } from './frequencies.js';
import { LISTED, LISTED_STEPS } from './listed.js';
import { isBeside, plainStep } from './step-words.js';

/** Does an answer belong to any of the scales, or stand beside one? A word alone does only where a list has it. */
export function isScaleStep(answer: string): boolean {
  const step = plainStep(answer);
  if (LISTED_STEPS.has(step) || isBeside(step)) return true;
  return /\s/.test(step) && (isPlainDegree(step) || timesAYear(step) !== null);
}

/**
 * The answers of a column in the order of their scale, with what stands beside the scale at the end; null where no one scale
 * holds them all. A yes alone, or two steps of no known scale, are no scale.
 */
export function scaleOrder(answers: readonly string[]): string[] | null {
  const steps = answers.filter((answer) => !isBeside(plainStep(answer)));
  // Yes and no alone are a choice; with a step between them they are a scale.
  if (steps.every((answer) => /^(yes|no|true|false)$/.test(plainStep(answer)))) return null;
  if (steps.length < 2) return null;
  const place = placesIn([...new Set(steps.map(plainStep))]);
  if (!place) return null;
  const at = (answer: string): number => place.get(plainStep(answer)) ?? Infinity;
  return [...answers].sort((a, b) => compare(at(a), at(b)) || (a < b ? -1 : 1));
}

const compare = (a: number, b: number): number => (a === b ? 0 : a - b);

/** Places of the steps, first of the scale lowest: by a list that holds them all, else by their words. */
function placesIn(steps: readonly string[]): Map<string, number> | null {
  const fitting = LISTED.filter((scale) => steps.every((step) => scale.includes(step)));
  const [best] = fitting.sort((a, b) => a.length - b.length);
  if (best && (best.length >= 3 || steps.length >= 3)) return new Map(best.map((step, at) => [step, at]));
  const worth = frequenciesOf(steps) ?? degreesOf(steps);
  return worth ? new Map(steps.map((step, at) => [step, -worth[at]!])) : null;
}
