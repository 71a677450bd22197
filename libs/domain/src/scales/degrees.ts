import { BY_THEMSELVES, DEGREES, MIDDLE, ONE_SIDED, OPPOSITES, SLIGHT_NOT } from './degree-words.js';
import { isBeside } from './step-words.js';

/** What an answer is a degree of, and how much: the word alone is 6, its opposite -6, the middle between them 1.8, none of it 0. */
interface Degree {
  /** Null for the middle, which belongs to any scale. Empty where the degree stands alone: "a lot". */
  of: string | null;
  at: number;
  /** Was a word of degree, a negation or a known end met? A word alone may be anything. */
  told: boolean;
}

/** Letters above which an answer is no step of a scale. */
const LONGEST = 60;
/** More steps than scales have. */
const MOST_STEPS = 15;
const BARE = 6;
const MIDDLE_AT = 1.8;

const END = new Map<string, { of: string; sign: 1 | -1 }>();
for (const [first, second] of OPPOSITES) {
  // Yes and no, would and would not: the end of a scale that names none.
  const of = first.startsWith('would') || first.startsWith('will') ? '' : first.split('|')[0]!;
  for (const word of first.split('|')) END.set(word, { of, sign: 1 });
  for (const word of second.split('|')) END.set(word, { of, sign: -1 });
}
const ENDS = new Set(['', ...ONE_SIDED, ...[...END.values()].map(({ of }) => of)]);
const ALONE = new Map(
  Object.entries(BY_THEMSELVES).flatMap(([of, words]) =>
    Object.entries(words).map(([word, at]) => [word, { of, at, told: true }] as const),
  ),
);

const DEGREE_AT = Object.entries(DEGREES)
  .flatMap(([at, words]) => words.split(/\|(?![^(]*\))/).map((word) => ({ at: Number(at), word })))
  // The longest words first: "very much" is no "very" with something behind it.
  .sort((a, b) => b.word.length - a.word.length)
  .map(({ at, word }) => ({
    at,
    whole: new RegExp(`^(?:${word})$`),
    before: new RegExp(`^(?:${word}),? (.+)$`),
    behind: new RegExp(`^(.+?),? (?:${word})$`),
  }));

const LEAD =
  /^(i am|i'm|i feel|i felt|i think|i|we|it is|it's|it was|it has|it|has|have|had|is|are|was|were|feels?|felt|been|got(?!ten? worse$)|gotten|become|became|a|an|yes,?|no,|that'?s|this is|this|they|there is|there are|there was|things)\s+(?=\S)/;
const NOT_AT_ALL =
  /^(?:not(?: at)? all|not in the least|not one bit|not a bit)(?: (.+))?$|^(?:not|no|don'?t|do not) (.+?) (?:at all|whatsoever)$/;
const NONE =
  /^(none|nothing|none at all|nothing at all|not at all|none of (it|them|the time)|no,? not at all|zero)$/;
const HARDLY =
  /^(?:hardly|barely|scarcely|almost no|almost none|next to no)(?: (?:at all|any|anything|no))?(?: (?:of )?(.+))?$/;
const SLIGHTLY_NOT = new RegExp(
  `^(?:not|isn't|aren't|wasn't) (?:an? )?(?:${SLIGHT_NOT})(?: (?:an? )?(.+))?$`,
);
const NOT =
  /^(?:not|isn't|aren't|wasn't|don't|do not|does not|doesn't|did not|didn't|cannot|no) (?:an? )?(.+)$/;

const wordsOf = (texts: Iterable<string>): string[] => [...texts].flatMap((text) => text.split(/[^a-z']+/));
/** Words that a plain degree is made of: most cells of a file hold another one, and need no closer look. */
const VOCABULARY = new Set([
  ...wordsOf([...END.keys(), ...ALONE.keys(), ...ONE_SIDED, ...Object.values(DEGREES), SLIGHT_NOT]),
  ...wordsOf([MIDDLE.source, LEAD.source, NOT_AT_ALL.source, NONE.source, HARDLY.source, NOT.source]),
]);

/** Is it a degree of something that forms ask for, and not of any other word? */
export function isPlainDegree(step: string): boolean {
  if (step.length > LONGEST || !step.split(/[\s,]+/).every((word) => VOCABULARY.has(word))) return false;
  const degree = degreeOf(step);
  return degree !== null && degree.told && (degree.of === null || ENDS.has(degree.of));
}

/** What an answer in small letters (`plainStep`) is a degree of; null where it can be none. */
function degreeOf(step: string): Degree | null {
  if (step === '' || step.length > LONGEST || /[;:?]|\d/.test(step)) return null;
  if (MIDDLE.test(step)) return { of: null, at: MIDDLE_AT, told: true };
  const lead = LEAD.exec(step);
  return degreeWithin(step) ?? (lead ? degreeOf(step.slice(lead[0].length)) : null) ?? another(step);
}

/** Some word, of which only the other answers can tell that it is a degree of theirs. */
const another = (word: string): Degree | null =>
  /^[a-z][a-z' -]{1,30}$/.test(word) && word.split(' ').length <= 3
    ? { of: word, at: BARE, told: false }
    : null;

function degreeWithin(step: string): Degree | null {
  const known = ALONE.get(step) ?? endOf(step);
  if (known) return known;
  if (NONE.test(step)) return { of: '', at: 0, told: true };
  return negated(step) ?? graded(step);
}

function endOf(word: string): Degree | null {
  const end = END.get(word);
  return end ? { of: end.of, at: end.sign * BARE, told: true } : null;
}

/** What is denied, or next to it; denied "good" is less of good, and not yet bad. */
function negated(step: string): Degree | null {
  if (/^not (sure|known)\b/.test(step)) return null;
  const none = NOT_AT_ALL.exec(step);
  if (none) return less(none[1] ?? none[2], 0);
  const hardly = HARDLY.exec(step);
  if (hardly) return less(hardly[1], 0.7);
  const slightly = SLIGHTLY_NOT.exec(step);
  if (slightly) return less(slightly[1], 1);
  const not = NOT.exec(step);
  return not ? less(not[1], 0.5) : null;
}

function less(rest: string | undefined, at: number): Degree | null {
  if (rest === undefined) return { of: '', at, told: true };
  const denied = endOf(rest) ?? another(rest);
  // "Not unsafe", "not bad": in no order with the rest.
  return denied && denied.of !== null && denied.at > 0 ? { of: denied.of, at, told: true } : null;
}

/** A word of degree alone, before what it is a degree of, or behind it; what forms ask for goes before any other word. */
function graded(step: string): Degree | null {
  let other: Degree | null = null;
  for (const { whole, at } of DEGREE_AT) if (whole.test(step)) return { of: '', at, told: true };
  for (const { before, behind, at } of DEGREE_AT)
    for (const rest of [before.exec(step)?.[1], behind.exec(step)?.[1]]) {
      const found = rest === undefined ? null : degreeOfRest(rest, at);
      if (found && ENDS.has(found.of!)) return found;
      other ??= found;
    }
  return other;
}

function degreeOfRest(rest: string, at: number): Degree | null {
  const word = rest.replace(/^(an?|of) (?=\S)/, '');
  const denied = /^not (.*)$|^not$/.exec(word);
  // "Probably not", "definitely not safe".
  if (denied) return denied[1] === undefined ? { of: '', at: -at, told: true } : less(denied[1], 0.5);
  const end = endOf(word) ?? another(word);
  return end && end.of !== null ? { of: end.of, at: end.at < 0 ? -at : at, told: true } : null;
}

/** "Safer" and "less safe", "more often" and "less often": of the same, as far as their letters tell. */
const stemOf = (word: string): string => word.replace(/[eyi]$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1');

/** A step that compares, as the degree of a change: "much safer", "a bit less safe", "more". */
function comparedOf(step: string): Degree | null {
  const found = degreeOf(step);
  if (found === null || found.of === null) return found;
  const compared = /^(more|less|fewer)(?: (.+))?$/.exec(found.of) ?? /^()(\w{3,}er)$/.exec(found.of);
  if (!compared || found.at < 0) return null;
  const [, word = '', rest = ''] = compared;
  const of = word === '' ? stemOf(rest.replace(/er$/, '')) : stemOf(rest);
  const sign = word === 'less' || word === 'fewer' ? -1 : 1;
  return found.at >= 2 ? { of: `more ${of}`, at: sign * found.at, told: true } : null;
}

const PREFIX = /^(?:un|in|im|ir|il|dis|non-?)(?=.{3})/;

/** Steps of one thing, with what each is worth; null where they are of several, or two of them worth the same. */
function oneFamily(degrees: readonly (Degree | null)[]): number[] | null {
  if (degrees.some((one) => one === null)) return null;
  const found = degrees as Degree[];
  const words = new Set(found.flatMap(({ of }) => (of === null ? [] : [of])));
  const opposite = [...words].find((word) => PREFIX.test(word) && words.has(word.replace(PREFIX, '')));
  const signed = found.map(({ of, at }) => (of !== null && of === opposite ? -at : at));
  if (opposite !== undefined) words.delete(opposite);
  if (words.size !== 1 || found.filter(({ told }) => told).length < 2) return null;
  if (new Set(signed).size !== signed.length) return null;
  // None of it and its opposite: which is less is not told.
  if (signed.some((at) => at < 0) && signed.some((at) => at >= 0 && at < 0.9)) return null;
  return signed;
}

/**
 * What each step of a scale is worth, the most of it highest, told by words of degree and by what they are a degree of.
 * @param steps as `plainStep` has them, without what stands beside the scale
 * @returns null where they are no degrees of one thing
 */
export function degreesOf(steps: readonly string[]): number[] | null {
  if (steps.length < 3 || steps.length > MOST_STEPS || steps.some(isBeside)) return null;
  for (const cut of [steps, unshared(steps, 'behind'), unshared(steps, 'before')]) {
    if (cut === null) continue;
    const worth = oneFamily(cut.map(degreeOf)) ?? oneFamily(cut.map(comparedOf));
    if (worth) return worth;
  }
  return null;
}

/** Steps without the words that all of them share; the middle may have none of them. Null where they share none. */
function unshared(steps: readonly string[], where: 'before' | 'behind'): string[] | null {
  let lists = steps.map((step) => ({ middle: MIDDLE.test(step) || NONE.test(step), words: step.split(' ') }));
  const shares = (): boolean => {
    const own = lists.filter(({ middle }) => !middle);
    const at = where === 'before' ? 0 : -1;
    const word = own[0]?.words.at(at);
    return own.length > 1 && own.every(({ words }) => words.length > 1 && words.at(at) === word);
  };
  let cut = false;
  while (shares()) {
    cut = true;
    lists = lists.map(({ middle, words }) => ({
      middle,
      words: middle ? words : where === 'before' ? words.slice(1) : words.slice(0, -1),
    }));
  }
  return cut ? lists.map(({ words }) => words.join(' ')) : null;
}
