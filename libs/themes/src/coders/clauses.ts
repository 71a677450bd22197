import type { Word } from './words.js';

/** A word with the clause that it stands in: what is denied in one clause is not denied in the next. */
export interface ClauseWord extends Word {
  clause: number;
  /** Whether its sentence ends with a question mark. */
  asked: boolean;
}

/** Signs that stand for an apostrophe: typographic, accents, primes, modifier letters, doubled. */
const APOSTROPHE = String.raw`['\u0060\u00b4\u02b9\u02bb\u02bc\u02c8\u2018\u2019\u201b\u2032\u02ca\ua78c\uff07]{1,2}`;
const WORD = new RegExp(String.raw`[\p{L}\p{N}]+(?:${APOSTROPHE}\p{L}+)*`, 'gu');
const SIGNS = new RegExp(APOSTROPHE, 'g');
/** The MacRoman apostrophe read by another page of characters. */
const MACROMAN = /(?<=[a-z])\u00f5(?=(?:t|s|re|ve|ll|m|d)$)/;
/** What stands alone after an apostrophe that became a blank or a lost character: `don t`, `we re`, `don?t`. */
const TAILS = new Set(['t', 's', 're', 've', 'll', 'm', 'd']);
const BEFORE_T = new Set(
  'don doesn didn won can couldn wouldn shouldn isn aren wasn weren haven hasn hadn mustn needn ain'.split(
    ' ',
  ),
);
const BEFORE_OTHERS = new Set('i you we they he she it that there who what here'.split(' '));
/** Written without its apostrophe; only where that makes no other word ("were", "well", "cant" of a wall is too rare to matter). */
const WITHOUT = new Map(
  `don't doesn't didn't won't can't couldn't wouldn't shouldn't isn't aren't wasn't weren't haven't hasn't hadn't mustn't ain't
  i'm i've you've we've they've you're they're that's there's it'll`
    .split(/\s+/)
    .map((word) => [word.replace("'", ''), word]),
);
const BORDERS = new Set(
  'but however although though yet because whereas while unless until since if when whenever so'.split(' '),
);
/** After "and" or "or" these begin a clause of their own. */
const SUBJECTS = new Set(
  "i i'm i've we you he she it it's they there this that the my our always now people everyone".split(' '),
);

/** The words of a text as they were meant, whatever stands for their apostrophes, each with its clause. */
export function clauseWordsOf(text: string): ClauseWord[] {
  const words: ClauseWord[] = [];
  let clause = 0;
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase().replace(SIGNS, "'").replace(MACROMAN, "'");
    const [start, end] = [match.index, match.index + match[0].length];
    const before = words.at(-1);
    const between = text.slice(before?.end ?? 0, start);
    if (before && isTailOf(before.text, word, between)) {
      before.text = `${before.text}'${word}`;
      before.end = end;
      continue;
    }
    if (before && isBorder(between, before.text, word)) clause++;
    words.push({ text: WITHOUT.get(word) ?? word, start, end, clause, asked: false });
  }
  markQuestions(text, words);
  return words;
}

function isTailOf(before: string, word: string, between: string): boolean {
  if (!TAILS.has(word) || between.length !== 1 || !/[ ?\ufffd\u00d5"*]/.test(between)) return false;
  return word === 't'
    ? BEFORE_T.has(before)
    : BEFORE_OTHERS.has(before) && (between !== ' ' || word.length > 1 || word === 'm');
}

function isBorder(between: string, before: string, word: string): boolean {
  if (/[.!?;:\n()]|\s[-\u2013\u2014]+\s|\u2014|,/.test(between)) return true;
  if (word === 'but' && before === 'anything') return false;
  return BORDERS.has(word) || ((before === 'and' || before === 'or') && SUBJECTS.has(word));
}

function markQuestions(text: string, words: readonly ClauseWord[]): void {
  let from = 0;
  for (const end of text.matchAll(/[.!?\n]+/g)) {
    if (end[0].includes('?'))
      for (const word of words) if (word.start >= from && word.end <= end.index) word.asked = true;
    from = end.index;
  }
}
