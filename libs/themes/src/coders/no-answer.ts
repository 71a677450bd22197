import { wordsOf } from './words.js';

/** Whole answers, as lower-case words, that say nothing. */
const EMPTY_ANSWERS = new Set(
  `n a|na|n.a|none|non|nothing|no|nope|nil|null|no comment|no comments|not applicable|don't know|dont know|do not know
  |i don't know|i dont know|i do not know|dk|unsure|not sure|i'm not sure|no answer|no reply|no response|nothing to add
  |nothing else|nothing else to add|nothing further|nothing further to add|nothing really|not really|nothing at all
  |nothing i can think of|nothing comes to mind|nothing to say|nothing to report|nothing at the moment|nothing at present
  |nothing more|nothing specific|nothing in particular|can't think of anything|cant think of anything|cannot think of anything
  |i can't think of anything|none that i can think of|none at all|none at the moment|no idea|no opinion|no view|no views
  |no suggestions|no suggestion|no further comment|no further comments|no more|no other comments|no additional comments
  |no thanks|no thank you|prefer not to say|rather not say|as above|see above|same as above|ditto|same|test|testing|tbc
  |blank|left blank|did not answer|not answered|skip|pass|x|xx|xxx|idk|not that i can think of|not that i know of
  |not a thing|not one thing|i have nothing to add|i have no comment|i have no comments|n|nought|nowt|dunno|refused|unanswered`
    .split('|')
    .map((answer) => answer.replaceAll(/\s+/g, ' ').trim()),
);

/** An answer of these words alone, one of them a denial, says nothing either: "no, nothing at all, thanks". */
const DENIALS = new Set('no nothing none nope na n/a not nil nowt nought'.split(' '));
const HOLLOW = new Set(
  `i i'm am is there that it at all really else more further to say add report mention suggest of the can can't cannot
  think thank thanks absolutely whatsoever honestly you moment present time currently specific particular in comment comments have do don't dont know
  applicable a n for now me just sorry`.split(/\s+/),
);

/** Answers that decline the question, as against "nothing", which may be an answer to "What should change?". */
const DECLINED = new Set(
  `n a|na|n.a|not applicable|no answer|no reply|no response|did not answer|not answered|unanswered|blank|left blank|skip
  |pass|prefer not to say|rather not say|refused|no comment|no comments|don't know|dont know|do not know|dk|idk|x|xx|xxx
  |test|testing|tbc|not provided|no data|null|nan|missing`
    .split('|')
    .map((answer) => answer.replaceAll(/\s+/g, ' ').trim()),
);

/**
 * Whether an answer says nothing: blank, signs only, "N/A", "Nothing.", "don't know" and the like, or keys hit at
 * random. "Nothing gets done" is an answer.
 */
export function isNoAnswer(text: string): boolean {
  return noAnswerKind(text) !== null;
}

/** Ways to say nothing have few words. */
const MOST_WORDS = 8;

/** How an answer says nothing: it is blank or declines the question, or its answer is "nothing"; null = it says something. */
export function noAnswerKind(text: string): 'blank' | 'nothing' | null {
  return noAnswerOf(wordsOf(text, MOST_WORDS + 1).map((word) => word.text));
}

/** As noAnswerKind, of the words of an answer (wordsOf). */
export function noAnswerOf(words: string[]): 'blank' | 'nothing' | null {
  if (words.length === 0) return 'blank';
  if (words.length > MOST_WORDS) return null;
  const whole = words.join(' ');
  if (DECLINED.has(whole) || words.every((word) => /^\d+$/.test(word))) return 'blank';
  if (EMPTY_ANSWERS.has(whole)) return 'nothing';
  const hollow = words.every((word) => DENIALS.has(word) || HOLLOW.has(word));
  if (hollow && words.some((word) => DENIALS.has(word))) return 'nothing';
  return words.length === 1 && isMashed(words[0]!) ? 'blank' : null;
}

/** One long "word" without a vowel, or of one letter again and again. */
function isMashed(word: string): boolean {
  return /^[a-z]+$/.test(word) && ((word.length > 4 && !/[aeiouy]/.test(word)) || /^(.)\1{2,}$/.test(word));
}
