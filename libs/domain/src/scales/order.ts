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

/**
 * Options of which nobody says how they stood in the form, in an order that no count decides: of their scale; by the first number
 * in each where all hold one ("Under 18", "18 to 24", "65 or over"); else yes first, no last, and between them the alphabet.
 */
export function listOrder(options: readonly string[]): string[] {
  const scale = scaleOrder(options);
  if (scale) return scale;
  const numbers = options.map(firstNumber);
  const byNumber = numbers.every((number) => number !== null);
  const place = new Map(options.map((option, at) => [option, byNumber ? numbers[at]! : yesToNo(option)]));
  return [...options].sort((a, b) => place.get(a)! - place.get(b)! || (a < b ? -1 : 1));
}

const yesToNo = (option: string): number => (/^yes\b/i.test(option) ? -1 : /^no\b/i.test(option) ? 1 : 0);

/** How far "under 18" stands before "18 to 24", and "over 18" behind "18". */
const BESIDE_IT = 1e-6;

function firstNumber(option: string): number | null {
  if (/^(none|nothing|never|nil|zero|no)\b(?!.*\d)/i.test(option)) return 0;
  const found = /\d+(?:,\d{3})*(?:\.\d+)?/.exec(option);
  if (!found) return null;
  const before = option.slice(0, found.index);
  const under = /\b(under|below|less than|fewer than|up to)\b/i.test(before);
  const over = /\b(over|above|more than)\b/i.test(before);
  return Number(found[0].replace(/,/g, '')) + (over ? BESIDE_IT : 0) - (under ? BESIDE_IT : 0);
}
