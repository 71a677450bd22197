import { answers, finding, type Finding, wordsOf } from './meaning.js';
import type { ColumnProfile } from './profile.js';
import type { Recognition } from './recognition.js';

/** Ends of scales that forms offer: 0 or 1 to 5, 7 or 10. */
const TOPS = [5, 7, 10];
/** Steps of a scale that were chosen, from which on it is one. */
const FEWEST_STEPS = 4;
const FEWEST_OF_HOW = 3;
const HOW = /\bhow \w+/;
/** Which of a list, and yes or no, are no matter of degree. */
const OF_A_LIST =
  /^(\W*q?\d+[.):]?\s*)?(which|who|where|when|do|does|did|have|has|are|is|was|were|will|would|can|could|should)\b/;

/** What has numbers for names is no matter of degree either. */
const NAMED_BY_NUMBERS =
  /\b(routes?|areas?|zones?|wards?|tables?|groups?|categor(y|ies)|types?|codes?|options?|class(es)?|bands?|regions?|sites?|teams?|rooms?|floors?|sections?|lines?|no\.?|numbers?|id|ref)\b/;
/** A day that is told of, and of nobody's life: beside the day of the answer it can't be that day, and says nothing of the person. */
const OF_A_VISIT =
  /\b(visit(ed)?|appointments?|attend(ed)?|attendance|events?|consultations?|contact(ed)?|session|seen)\b/;
const OF_A_LIFE = /\b(birth|birthday|born|dob|died|death|married|wedding|diagnosed|pregnan\w*|due)\b/;

/** Words of a statement at the least: "Drivers respect the limit here". */
const FEWEST_WORDS = 3;

/**
 * What one column leaves open and the file as a whole makes certain, so that nobody need be asked: scores from 1 to 5 of a tool
 * that writes the wordings of all its other answers, and the day of a visit beside the day of the answer.
 */
export function settleBeside(recognition: Recognition): void {
  const { findings, profiles, labels } = recognition;
  const worded = writesWordings(recognition);
  const dated = findings.some(({ meaning, confidence }) => meaning.as === 'date' && confidence >= 0.9);
  findings.forEach((found, at) => {
    if (found.ask?.about === 'codes' && worded && isScore(wordsOf(labels[at]!.label), profiles[at]!, found))
      findings[at] = finding(
        answers('number'),
        0.8,
        'The cells are steps of a scale of numbers: other answers of this file stand in words.',
      );
    if (found.ask?.about === 'date' && dated && isOfVisit(wordsOf(labels[at]!.label)))
      findings[at] = { ...found, confidence: 0.75, ask: null };
  });
}

const isOfVisit = (words: string): boolean => OF_A_VISIT.test(words) && !OF_A_LIFE.test(words);

const isNumeric = (option: string): boolean => /^\d{1,2}(\.0+)?$/.test(option);

/** Does the file hold choices in words, and none that only codes could be? */
function writesWordings({ findings, profiles, groups }: Recognition): boolean {
  let words = groups.some(
    ({ kind, options, chosen }) =>
      (kind === 'matrix' && options.some((one) => /\p{L}{2}/u.test(one))) ||
      // Options of which each cell holds its own words.
      (kind === 'multi-choice' && chosen.length === 0),
  );
  const grouped = new Set(groups.flatMap(({ columns, others, twin }) => [...columns, ...others, twin]));
  for (const [at, { meaning, ask }] of findings.entries()) {
    if (grouped.has(at)) continue;
    const options =
      meaning.as === 'question' && (meaning.kind === 'choice' || meaning.kind === 'scale')
        ? meaning.options
        : meaning.as === 'demographic' && meaning.characteristic !== 'age'
          ? [...profiles[at]!.counts.keys()]
          : [];
    if (options.length < 2) continue;
    if (options.every((option) => /\p{L}{2}/u.test(option))) words = true;
    // "1" and "2" for an answer that has no more: here numbers are codes.
    else if (options.every(isNumeric) && (ask === null ? meaning.as === 'demographic' : options.length < 3))
      return false;
  }
  return words;
}

function isScore(words: string, { counts, overflow }: ColumnProfile, { meaning }: Finding): boolean {
  if (meaning.as !== 'question' || meaning.kind !== 'choice' || overflow > 0 || OF_A_LIST.test(words))
    return false;
  if (!HOW.test(words) && (NAMED_BY_NUMBERS.test(words) || words.split(/\s+/).length < FEWEST_WORDS))
    return false;
  const steps = [...counts.keys()].map(Number);
  if (steps.some((step) => !Number.isInteger(step))) return false;
  const [lowest, highest] = [Math.min(...steps), Math.max(...steps)];
  if (lowest < 0 || lowest > 2 || !TOPS.includes(highest)) return false;
  return steps.length >= (HOW.test(words) ? FEWEST_OF_HOW : FEWEST_STEPS);
}
