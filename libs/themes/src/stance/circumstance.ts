import type { ReadWord } from '../context/segments.js';
import type { Feeling } from './lexicon.js';

/** Something of praise or blame in a text, words `from` to `to` (exclusive), and what it adds as it stands. */
export interface Uttered {
  feeling: Feeling;
  value: number;
  from: number;
  to: number;
}

/** Words before it in its sentence that are looked at. */
const REACH = 12;

/** What praise or blame adds where what goes before it makes it something else: expected, needless, one's own choice, or for want of a good thing. */
export function inCircumstance(words: readonly ReadWord[], said: Uttered): number {
  const { feeling, value, from } = said;
  const before = beforeOf(words, from);
  if (feeling.manner === 'duty' || feeling.manner === 'wanted') {
    if (value >= 0) return value;
    return NEEDLESS.test(before) || OWN_CHOICE.test(`${before}${wordsOf(words, said)}`) || isPark(words, from)
      ? 0
      : value;
  }
  if (feeling.manner === 'whole' || feeling.manner === 'wish') return value;
  if (feeling.manner !== 'harm' && HOW.test(before)) return feeling.weight;
  if (feeling.weight < 0 && value > 0 && (isOnceForeign(words, from) || isOwnNature(words, said.to)))
    return isOnceForeign(words, from) ? feeling.weight : 0;
  if (feeling.safety && feeling.weight < 0 && value < 0 && isDeniedAround(words, from))
    return -feeling.weight;
  if (isBeforehand(words, from) && FORMERLY.test(before) && isBeforeBut(words, from)) return 0;
  if (isBelied(words, from, before)) return -Math.sign(feeling.weight) * 1.5;
  if (feeling.weight > 0 && isAskedMore(words, from)) return -1.5;
  if (feeling.weight > 0 && value < 0 && UNHESITANT.test(before)) return feeling.weight;
  return feeling.weight < 0 && value < 0 && FOR_WANT.test(before) ? 1.5 : value;
}

const beforeOf = (words: readonly ReadWord[], from: number): string => {
  const { sentence } = words[from]!;
  let first = from;
  while (first > 0 && first > from - REACH && words[first - 1]!.sentence === sentence) first--;
  return words
    .slice(first, from)
    .map(({ text }) => `${text} `)
    .join('');
};

const wordsOf = (words: readonly ReadWord[], { from, to }: Uttered): string =>
  words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');

/** "They didn't have to help": nobody had to. */
const NEEDLESS = /\b(?:don't|doesn't|didn't|not|never) (?:even )?(?:have|had|need|needed) to (?:\S+ )?$/;

/** "I don't use the bus": who leaves it be does not complain of it; "I can't use it" does. */
const OWN_CHOICE =
  /\b(?:i|we|i've|we've) (?:(?:do |did |have )?not|don't|didn't|haven't|never|hardly ever|rarely|seldom) (?:ever |really |usually )?(?:use|take|drive|own|been (?:on|to|in))(?: (?:the|a|any|my|our))?(?: \S+)?$/;

/** "A better park": the place, not what one does with a car. */
const isPark = (words: readonly ReadWord[], from: number): boolean =>
  words[from]!.text === 'park' &&
  /^(?:better|nicer|lovelier|finer|cleaner|lovely|nice|good|great|local)$/.test(words[from - 1]?.text ?? '');

/** "Wouldn't think twice about letting the children play": it is done. */
const UNHESITANT =
  /(?:n't|\bnot|\bnever|\bwithout) (?:even )?(?:think(?:ing)? twice|hesitat(?:e|ing)|mind|worry(?:ing)?)(?: about| to)? (?:\S+ ){0,3}$/;

/** "More friendly staff": what is asked for is missing, unless it is compared. */
function isAskedMore(words: readonly ReadWord[], from: number): boolean {
  const [more, before] = [words[from - 1], words[from - 2]];
  if (more?.text !== 'more' || before?.sentence === more.sentence) return false;
  return !words.some(({ text, sentence }) => text === 'than' && sentence === more.sentence);
}

/** "Without the library I'd be lost": it is praised. */
const FOR_WANT =
  /\b(?:without|if it wasn't for|if it weren't for|but for) (?:\S+ ){1,6}(?:i'd|we'd|would|they'd|it'd) (?:\S+ ){0,3}$/;

const EXPECTED =
  /\b(?:thought|expected|assumed|imagined|feared|dreaded|dreading|expecting|prepared for|(?:said|told (?:me|us)|warned (?:me|us)) (?:it|i|we|they|that)(?: \S+)? would|(?:said|told (?:me|us)|warned (?:me|us)) (?:it'd|i'd|we'd|they'd))\b/;

/** "I thought I'd be waiting hours but ...": what was expected is not how it was. */
const isBelied = (words: readonly ReadWord[], from: number, before: string): boolean =>
  EXPECTED.test(before) &&
  !/\b(?:but|and) \S/.test(before.replace(/^(?:but|and) /, '')) &&
  isBeforeBut(words, from);

/** Whether the clause after that of a word begins with "but", in its sentence. */
function isBeforeBut(words: readonly ReadWord[], from: number): boolean {
  const { clause, sentence } = words[from]!;
  const next = words.find((word) => word.clause > clause);
  return next?.sentence === sentence && next.text === 'but';
}

/** "I was wary of moving here, but ...": the writer's, not "the waiting room was dirty, but ...". */
const FORMERLY =
  /(?:^|\b(?:i|we|so|and) )(?:was|were|felt) (?:(?:a|bit|little|quite|very|so|rather|really|initially|dead) )*$/;

/** "Wary", "scared of going", "afraid to ask": a fear of what was to come; "I felt unsafe, but the driver was polite" tells of what was. */
const isBeforehand = (words: readonly ReadWord[], from: number): boolean =>
  /^(?:wary|nervous|anxious|apprehensive)\b|^(?:scared|afraid|frightened|terrified|fearful) (?:(?:of|about) \S+ing|to \S+)$/.test(
    words
      .slice(from, from + 3)
      .map(({ text }) => text)
      .join(' '),
  );

/** "I never realised how good it was": so it is. */
const HOW =
  /(?:n't|\bnot|\bnever|\bnobody) (?:realised?|realises|knew|know|appreciated?|understood|understand) (?:just |quite )?how $/;

/** "We never used to lock the door": now they do. */
const isOnceForeign = (words: readonly ReadWord[], from: number): boolean =>
  /(?:\bnever|n't|\bnot) used? to (?:\S+ ){0,2}$/.test(beforeOf(words, from));

/** "I'm not scared of much": it tells of the writer, not of the place. */
const isOwnNature = (words: readonly ReadWord[], to: number): boolean =>
  /^(?:of (?:much|many)|easily|by much|by nature)\b/.test(
    `${words[to]?.text ?? ''} ${words[to + 1]?.text ?? ''}`,
  );

/** "I don't think there's anywhere I'd feel unsafe": the denial reaches into the clause that says more of what is denied. */
const isDeniedAround = (words: readonly ReadWord[], from: number): boolean =>
  /(?:n't|\bnot|\bnever) (?:\S+ ){0,4}(?:anywhere|anyone|anything|a (?:place|street|road|time)) (?:\S+ ){0,3}(?:i'd|i|i've|we|we'd|we've) (?:\S+ ){0,2}$/.test(
    beforeOf(words, from),
  );

/**
 * What the fourth way makes of fear or harm whose denial would tell of safety: `true` where it is denied though the third does not see it,
 * `false` where its denial tells nothing of it, null where the third is right.
 */
export function isDeniedHere(words: readonly ReadWord[], from: number, to: number): boolean | null {
  if (isNotBothering(words, from) || isOnceForeign(words, from) || isOwnNature(words, to)) return false;
  return isDeniedAround(words, from) ? true : null;
}

/** "They don't bother turning up": what is not done, no harm that is denied; but "we never bother locking up". */
const isNotBothering = (words: readonly ReadWord[], from: number): boolean =>
  /^bother/.test(words[from]!.text) &&
  /^to$|ing$/.test(words[from + 1]?.text ?? '') &&
  !/\b(?:i|we) (?:\S+ ){1,3}$/.test(beforeOf(words, from));
