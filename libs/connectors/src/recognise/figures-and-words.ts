import { parseScore } from '../mapping/scores.js';
import { answers, ask, finding, type Finding } from './meaning.js';
import type { ColumnProfile } from './profile.js';
import { isCommaDecimal, isDecimal } from './shapes.js';
import { isNone } from './words.js';

/** "3+", "£60 or more", "Under 2", "More than 4.99%": an end of a list of figures that is open. */
const ABOVE =
  /^(more|over|above|greater|higher|at least)\b.*\d|\d\S*\s*(\+|plus\b|(or|and) (more|over|above|higher|greater|longer|older)\b)/i;
const BELOW =
  /^(less|under|below|fewer|lower|up to|at most)\b.*\d|\d\S*\s*(or|and) (less|under|below|fewer|lower)\b/i;
/** Says that there is no figure to give: no option of a list of figures. */
const NO_FIGURE =
  /^(don'?t know|do not know|not (sure|known|applicable)|unsure|unknown|prefer not to (say|answer)|can'?t (say|remember)|no (idea|opinion|answer)|not sure.*|nil|zero|dk|varies|refused( to (say|answer))?|declined|not (stated|recorded|given|asked|answered|used|tried)|n\/?k)$/i;
/** "No increase", "Nothing": the lowest of a list. */
const LOWEST = /^(no|none|nothing|never|zero|free)\b/i;

/** Different answers of a list of figures; a longer one is of amounts that people wrote. */
const MOST_FIGURES = 15;
/** Cells for each different answer, on the average, below which it is no list. */
const FEWEST_REPEATS = 2.5;

const isFigure = (value: string): boolean => isDecimal(value) || isCommaDecimal(value);
/** Letters above which a cell is no end of a list. */
const LONGEST_END = 60;
const isOpen = (value: string): boolean =>
  value.length <= LONGEST_END && (ABOVE.test(value) || BELOW.test(value));
const isWords = (value: string): boolean =>
  !isFigure(value) &&
  !isOpen(value) &&
  !NO_FIGURE.test(value.replace(/\u2019/g, "'")) &&
  !isNone(value) &&
  parseScore(value) === null;

/**
 * A few figures that come again and again, with words or an open end among them, are options: as numbers those of the words
 * would be lost.
 * @param rated whether the label asks for a score: words beside it have no place in the order
 */
export function listOfFigures(
  profile: ColumnProfile,
  values: readonly string[],
  rated: boolean,
): Finding | null {
  const { counts, filled, overflow } = profile;
  if (overflow > 0 || values.length > MOST_FIGURES || filled < FEWEST_REPEATS * values.length) return null;
  const figures = values.filter(isFigure);
  const open = values.filter((value) => !isFigure(value) && isOpen(value));
  const words = values.filter((value) => isWords(value) && counts.get(value)! > 1);
  if (figures.length < 2 || open.length + words.length === 0 || (rated && open.length === 0)) return null;
  if (values.some((value) => !figures.includes(value) && !open.includes(value) && parseScore(value) !== null))
    return null;
  // Mostly words: then the figures are no more than some of the answers, and a list all the same.
  if (words.length > figures.length + open.length) return null;
  const options = [...values].sort((a, b) => placeOf(a) - placeOf(b));
  return finding(answers('choice', { options }), 0.88, 'The cells are a few figures with words among them.');
}

/** Where an answer stands among the others: by its figure, an open end beyond it; what has none at the end. */
function placeOf(value: string): number {
  const figure = /\d[\d,]*(\.\d+)?/.exec(value)?.[0].replaceAll(',', '');
  if (figure === undefined) return LOWEST.test(value) ? -1 : Infinity;
  const sign = isFigure(value) && value.startsWith('-') ? -1 : 1;
  return sign * Number(figure) + (isFigure(value) ? 0 : BELOW.test(value) ? -1e-6 : 1e-6);
}

/** Share of cells from which on words among numbers are more than a slip. */
const MANY_WORDS = 0.05;

/** Asks about words that a column of numbers would lose; null where there are next to none. */
export function askOfWords(profile: ColumnProfile): Finding['ask'] {
  const words = profile.rowsWith(
    [...profile.counts.keys()].filter((value) => isWords(value) || isEndOnly(value)),
  );
  return words < 2 || words < MANY_WORDS * profile.filled
    ? null
    : ask(
        'number',
        `${words} of ${profile.filled} cells hold words where the others hold numbers: are these numbers, or a list to choose from? As numbers the words are not used.`,
      );
}

const isEndOnly = (value: string): boolean => !isFigure(value) && isOpen(value) && parseScore(value) === null;
