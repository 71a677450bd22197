import { isHarmOver } from '../../libs/themes/src/context/harms.js';
import { readWordsOf } from '../../libs/themes/src/context/segments.js';
import { isContraryDenied, isGoodSaid, statusOf } from '../../libs/themes/src/context/status.js';
import { TRIGGERS } from '../../libs/themes/src/context/triggers.js';
import { isRequest } from '../../libs/themes/src/stance/complaints.js';
import { ADDED } from '../../libs/themes/src/stance/lexicon-added.js';
import { LEXICON } from '../../libs/themes/src/stance/lexicon.js';

const clausesOf = (text: string): string[] => {
  const clauses: string[][] = [];
  for (const { text: word, clause } of readWordsOf(text)) (clauses[clause] ??= []).push(word);
  return clauses.map((words) => words.join(' '));
};

/** The status of the first of these words in a text. */
const status = (text: string, word: string, good: boolean): string => {
  const words = readWordsOf(text);
  const at = words.findIndex((one) => one.text === word);
  return statusOf(words, at, at + 1, good);
};

describe('clauses', () => {
  it.each([
    ['I feel safe by day but not at night', ['i feel safe by day', 'but not at night']],
    ['there is no police I dont feel safe', ['there is no police', "i don't feel safe"]],
    ['no litter, fights or drugs', ['no litter fights or drugs']],
    [
      'There is nowhere in the village I don’t feel safe',
      ["there is nowhere in the village i don't feel safe"],
    ],
    ['its not safe', ["it's not safe"]],
    ['I never have any trouble and feel safe', ['i never have any trouble and', 'feel safe']],
    ['If I was a woman I wouldnt walk there', ['if i was a woman', "i wouldn't walk there"]],
    ['none of the women I know feel safe', ['none of the women i know feel safe']],
    ['id never go', ["i'd never go"]],
  ])('%s', (text, clauses) => expect(clausesOf(text)).toEqual(clauses));

  it('asks where it begins as questions do, and not with a tag', () => {
    const asked = (text: string): boolean => readWordsOf(text)[0]!.asked;
    expect([asked('How safe are we?'), asked('We are all quite safe here, are we not?')]).toEqual([
      true,
      false,
    ]);
  });
});

it.each([
  ['I feel safe', 'said'],
  ['I do not feel safe', 'denied'],
  ['nobody would say it is not safe', 'said'],
  ['I used to feel safe', 'past'],
  ['It was safe when we moved in', 'past'],
  ['I want to feel safe', 'unreal'],
  ['Is it safe?', 'unreal'],
  ['The council says it is safe', 'open'],
  ['Better safe than sorry', 'open'],
  ['I only feel safe in the car', 'denied'],
  ['I have never felt so safe', 'said'],
  ['nowhere is as safe', 'said'],
  ['My safe is the last word', 'denied'],
  ["I wouldn't live here if it wasn't safe", 'said'],
  ["I wouldn't feel safe without my dog", 'denied'],
  ['I feel safer in town than here', 'denied', 'safer'],
  ["You'd struggle to find a safer street", 'said', 'safer'],
  ['I canny say I feel safe', 'denied'],
  ['I felt safe in my old house', 'past'],
  ['My friends say it is safe', 'open'],
])('of something good: %s: %s', (text, found, word = 'safe') =>
  expect([text, status(text, word, true)]).toEqual([text, found]),
);

it.each([
  ['I feel unsafe', 'said'],
  ['I have never felt unsafe', 'denied'],
  ['felt unsafe until the lights came', 'past'],
  ['nobody should have to feel unsafe', 'unreal'],
  ['I only feel unsafe in town', 'partly'],
  ['no lights make it unsafe', 'said'],
  ['no reason to feel unsafe', 'denied'],
  ['I have never felt so unsafe', 'said'],
  ['The lack of lighting makes me feel unsafe', 'said'],
  ['It felt unsafe but it was fine', 'said'],
  ['I was unsafe but the staff were lovely', 'past'],
  ["Hardly a day goes by when I'm not unsafe", 'said'],
])('of something bad: %s: %s', (text, found) =>
  expect([text, status(text, 'unsafe', false)]).toEqual([text, found]),
);

it('hears what the clause after it makes of it', () => {
  const safe = readWordsOf("I didn't feel safe before, but I do now");
  expect(isGoodSaid(safe, 3, 4)).toBe(true);
  const dangerous = readWordsOf('The paper makes it sound dangerous. It isn’t.');
  expect(isContraryDenied(dangerous, 5, 6)).toBe(true);
  const others = readWordsOf('Some find it dangerous but I don’t');
  expect(isContraryDenied(others, 3, 4)).toBe(true);
  const noMore = readWordsOf('We felt safe as kids. Not any more');
  expect(isGoodSaid(noMore, 2, 3)).toBe(false);
});

it.each([
  ['fewer beggars', 1, true],
  ['no less trouble', 2, false],
  ['crime has never affected me', 0, true],
  ['they cut down on the drugs', 5, true],
  ['they never cut down on the drugs', 6, false],
  ["you can't even go to the shop without getting abuse", 9, false],
])('a harm that is over: %s', (text, at, over) =>
  expect([text, isHarmOver(readWordsOf(text), at, at + 1)]).toEqual([text, over]),
);

it('hears a sentence that begins with a bidding as asking', () => {
  const asks = (text: string): boolean => isRequest(readWordsOf(text), 0);
  expect(['Cut the hedges', 'Get rid of the bins', 'Get well soon', 'We cut the hedges'].map(asks)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

describe('lists of words', () => {
  const ALONE = /^[^ ?]+$/;
  /** Words that are a whole phrase of a list; those of safety are shared with a codebook's rules. */
  const alone = (lists: readonly (readonly string[])[]): string[] =>
    lists.flatMap((phrases) =>
      phrases.filter((phrase) => ALONE.test(phrase)).flatMap((one) => one.split('|')),
    );
  const ownFeelings = [...LEXICON, ...ADDED].filter(([{ safety }]) => !safety).map(([, phrases]) => phrases);

  it.each([
    ['triggers', alone(Object.values(TRIGGERS))],
    ['praise and blame', alone(ownFeelings)],
  ])('of %s name a word once: a second would never count', (_, words) =>
    expect(words.filter((word, at) => words.indexOf(word) < at)).toEqual([]),
  );
});
