import { askOfWords, listOfFigures } from './figures-and-words.js';
import { answers, ask, finding, type Finding } from './meaning.js';
import type { ColumnProfile } from './profile.js';
import { isCommaDecimal, isDecimal, isInteger } from './shapes.js';
import { ASKS, FREE_TEXT_SURE } from './words.js';

const RATING =
  /\bscore\b|\brat(e|ing|ed)\b|\bstars?\b|out of (5|10|ten|five)|\bscale\b|\(?\b[01] ?(-|–|to) ?(5|7|10)\b|\bnps\b|how likely|\b[01]\b[^?\d]{1,40}\b(4|5|6|7|10)\b|\b[01] ?= ?\w|\b(5|7|10) ?= ?\w/;
const HOW =
  /\bhow (happy|satisfied|safe|good|easy|confident|well|important|worried|concerned|difficult|useful|helpful|clear|proud|much do you (agree|trust|like))\b/;
const COUNTED =
  /^(.{1,30} - )?(household |home |family |party )?(people|persons|adults|children|bedrooms|occupants|pets|cars|vehicles)( (in|at) .{1,40})?$|\bhow (many|much|often|long|far)\b|\bnumber of\b|\bno\.? of\b|\byears?\b|\bcount\b|\bamount\b|\bcost\b|\b£|\bminutes?\b|\bhours?\b|\bdays?\b|\bmiles?\b|\bpercent|%|\bweight\b/;

/** Of two numbers under a question for yes or no these alone are counted; "in a year's time" counts nothing. */
const HOW_MANY = /\bhow (many|much|often|long|far)\b|\bnumber of\b|\bno\.? of\b|\bcount\b|\bpercent|%/;

/** No score goes higher. */
const HIGHEST = 100;

/** Numbers and scores; null where the cells are neither. */
export function numbers(words: string, profile: ColumnProfile, values: string[]): Finding | null {
  if (!FREE_TEXT_SURE.test(words)) {
    const listed = listOfFigures(profile, values, RATING.test(words) || HOW.test(words));
    if (listed) return listed;
  }
  const point = profile.share(isDecimal);
  const comma = profile.share(isCommaDecimal);
  const share = Math.max(point, comma);
  if (share < 0.6 || FREE_TEXT_SURE.test(words)) return ratingWords(words, profile);
  const decimalComma =
    comma > point ||
    (comma === point &&
      comma === 1 &&
      profile.share((value) => /,\d{1,2}$|,\d{3}$/.test(value) && /^0,|,\d{1,2}$/.test(value)) > 0);
  const integers = profile.share(isInteger) > 0.99;
  const small = values.every((value) => Number(value) >= 0 && Number(value) <= 20);
  const told = RATING.test(words) || (profile.counts.size > 2 ? COUNTED : HOW_MANY).test(words);
  if (integers && profile.unique && profile.filled > 5 && !ASKS.test(words) && !told && runs(words, profile))
    return finding(
      { as: 'ignore', what: 'a running number' },
      0.7,
      'Every cell is another number: an id or a running number.',
    );
  const yesOrNo = asYesOrNo(words, values);
  if (yesOrNo) return yesOrNo;
  // More steps than lists have: an answer to "how happy" up to ten is a score.
  const scored =
    (HOW.test(words) || /\brecommend\b/.test(words)) &&
    profile.counts.size >= 5 &&
    values.some((value) => Number(value) > 6);
  if (integers && small && profile.counts.size <= 12 && !told && !scored)
    return finding(
      answers('choice', { options: values.sort((a, b) => Number(a) - Number(b)) }),
      0.5,
      'The cells are a few numbers: codes of answers, or a score.',
      ask('codes', 'The answers are numbers: say what each stands for, or that they are a score.'),
    );
  const reason = decimalComma ? 'The cells are numbers with a decimal comma.' : 'The cells are numbers.';
  const doubt = !ASKS.test(words) && !COUNTED.test(words) && values.some((value) => Number(value) > HIGHEST);
  return finding(
    answers('number', { decimalComma }),
    doubt ? 0.5 : 0.85,
    reason,
    doubt
      ? ask('number', 'Is this number an answer of people, or a figure of the tool’s own?')
      : askOfWords(profile),
  );
}

const NUMBERED =
  /(^|[\W_])(no\.?|num(ber)?|nr|#|id|ids|ref(erence)?|code|uprn|usrn|urn|serial|index|row|key|card|form)([\W_]|$)|id$|no\.?$/;
/** Numbers for each of which a run of them has room. */
const ROOM = 10;

/** Do numbers count rows: called so, one after another, or close together? What people earn or pay does not. */
function runs(words: string, { counts }: ColumnProfile): boolean {
  const numbers = [...counts.keys()].map(Number);
  const rising = numbers.every((number, at) => at === 0 || number > numbers[at - 1]!);
  return (
    NUMBERED.test(words) || rising || Math.max(...numbers) - Math.min(...numbers) <= ROOM * numbers.length
  );
}

const YES_OR_NO =
  /^(\W*q?\d+[.):]?\s*)?(do|does|did|have|has|had|are|is|was|were|will|would|can|could|should)\b(?!.*\bor\b)/;

/** 1 and 0 under a question that is answered with yes or no: every tool means the same by them. */
function asYesOrNo(words: string, values: readonly string[]): Finding | null {
  if (!YES_OR_NO.test(words) || RATING.test(words) || HOW_MANY.test(words)) return null;
  const numbers = new Set(values.map(Number));
  if (numbers.size !== 2 || !numbers.has(0) || !numbers.has(1)) return null;
  const stands = Object.fromEntries(values.map((value) => [value, Number(value) === 1 ? 'Yes' : 'No']));
  const options = [...values].sort((a, b) => Number(b) - Number(a));
  return finding(answers('choice', { options, stands }), 0.85, 'The cells are 1 and 0: yes and no.');
}

/** A score that some wrote in words: "5 - Very safe", "3/5", "Don't know". */
function ratingWords(words: string, profile: ColumnProfile): Finding | null {
  if (!RATING.test(words)) return null;
  const led = profile.share((value) => /^\d{1,2}(\.\d+)?\s*($|[-–:/%.]|out of)/i.test(value));
  return led > 0.5 && profile.share(isDecimal) > 0.15
    ? finding(answers('number'), 0.75, 'Most cells are or begin with a score.')
    : null;
}
