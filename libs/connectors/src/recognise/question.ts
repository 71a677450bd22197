import { learnOptions, numberedLists, type OptionList } from './delimited.js';
import { looksLikeNames } from './fields.js';
import { answers, ask, finding, type Finding, type Hints, text } from './meaning.js';
import { numbers } from './numbers.js';
import type { ColumnProfile } from './profile.js';
import { isScaleStep, scaleOrder } from '#domain';
import { ASKS, FREE_TEXT_LIKELY, FREE_TEXT_SURE } from './words.js';
import { writtenIn } from './written-in.js';

const RANK = /\b(rank|order of|in order|priorit(y|ies|ise)|preference)\b/;

/** What kind of question a column answers: its cells first, the words of its label where they leave it open. */
export function question(words: string, profile: ColumnProfile, hints: Hints): Finding {
  const found = kindOf(words, profile, hints);
  const { meaning } = found;
  if (found.ask || meaning.as !== 'question' || !areCodes(meaning.options)) return found;
  if (meaning.kind !== 'choice' && meaning.kind !== 'multi-choice') return found;
  if (REFERENCES.test(words) && meaning.options.every((option) => /^[a-z]/i.test(option))) return found;
  const why = 'The answers are codes: say what each stands for.';
  return { ...found, confidence: 0.5, ask: ask('codes', why) };
}

/** What has a number for its name: a policy of a plan, a route, a site. */
const REFERENCES =
  /^(document )?(part|policy|policies|chapter|paragraph|section|site|site allocation|plot|zone|route|road|junction)( (no\.?|number|ref(erence)?))?$/;

/** Options as a tool numbers them ("A1", "SQ003", "2") where it was told to write codes and no wordings. */
export const areCodes = (options: readonly string[]): boolean =>
  options.length > 1 && options.every((option) => /^[a-z]{0,3}\d{1,4}$/i.test(option));

function kindOf(words: string, profile: ColumnProfile, hints: Hints): Finding {
  const values = profile.values();
  const number = numbers(words, profile, values);
  if (number) return number;
  const listed = jsonLists(profile);
  if (listed) return listed;
  if (
    FREE_TEXT_SURE.test(words) &&
    !values.every(isScaleStep) &&
    !isListed(words, profile, hints) &&
    !isChoiceOfReasons(words, profile)
  )
    return finding(text(), 0.95, 'The label asks for people’s own words.');
  const pairs = pairedCell(profile, hints.delimiter);
  if (pairs) return pairs;
  const scale = scaleOrder(values);
  if (scale && profile.overflow === 0)
    return finding(answers('scale', { options: scale }), 0.97, 'The cells are the steps of a known scale.');
  const several = severalOf(words, profile, hints);
  if (several) return several;
  return choiceOrText(words, profile, values);
}

const OWN_WORDS_APART = /\b(which|select|choose|tick|main|primary|most important|reasons? for)\b/;
const OWN_WORDS_ASKED =
  /\b(comments?|tell us|why|explain|describe|own words|else|details?|specify|state|say)\b/;

/** "Which of these is a reason to ...", "Main reason for your visit": a list to choose from, where the same few stand in every row. */
function isChoiceOfReasons(words: string, { counts, filled, overflow }: ColumnProfile): boolean {
  if (!OWN_WORDS_APART.test(words) || OWN_WORDS_ASKED.test(words) || overflow > 0) return false;
  const sentences = [...counts.keys()].some((cell) => cell.length > 80 || /[.!?]\s+\p{Lu}/u.test(cell));
  return !sentences && counts.size > 1 && counts.size <= 15 && filled >= 4 * counts.size;
}

/** Answers of a list that is surely one, from this many cells on. */
const FEWEST_LISTED = 15;
const FEWEST_TOLD = 4;
const CHOOSE = /\b(choose|select|tick|pick|check)\b|\ball that apply\b|\bas many as\b/;
const MOST_LISTED = 20;

/**
 * Do the cells hold nothing but a few options, several at a time? Then the words of the label ("what is your comment about",
 * "reasons") do not make them people's own.
 */
function isListed(words: string, profile: ColumnProfile, { delimiter }: Hints): boolean {
  // Some forms close each option with their mark, and some labels say that several may be chosen: nobody's own words look so.
  const closed =
    delimiter !== null && [...profile.counts.keys()].every((cell) => cell.endsWith(delimiter.trim()));
  const fewest = closed || CHOOSE.test(words) ? FEWEST_TOLD : FEWEST_LISTED;
  if (profile.filled < fewest || profile.overflow > 0) return false;
  const list =
    (delimiter === null ? null : learnOptions(profile.counts, delimiter)) ?? learnOptions(profile.counts);
  if (!list || list.options.length > MOST_LISTED || list.several < 0.2 * profile.filled) return false;
  if (closed) return true;
  // The longest first: an option may stand within another.
  const options = [...list.options].sort((a, b) => b.length - a.length);
  return [...profile.counts.keys()].every((cell) => {
    let rest = cell;
    for (const option of options) rest = rest.replace(option, '');
    return rest.replaceAll(list.delimiter.trim() || list.delimiter, '').trim() === '';
  });
}

function severalOf(words: string, profile: ColumnProfile, { delimiter }: Hints): Finding | null {
  const numbered = numberedLists(profile.counts);
  if (numbered && profile.overflow === 0)
    return finding(
      answers('ranking', { options: [...numbered.options].sort(), delimiter: numbered.delimiter }),
      0.92,
      'The cells are numbered lists: their order is the answer.',
    );
  const list: OptionList | null =
    (delimiter === null ? null : learnOptions(profile.counts, delimiter)) ?? learnOptions(profile.counts);
  if (!list || profile.overflow > 0.2 * profile.filled) return null;
  const ranked = list.everyone && (RANK.test(words) || profile.counts.size > 1);
  if (ranked)
    return finding(
      answers('ranking', { options: [...list.options].sort(), delimiter: list.delimiter }),
      0.9,
      'Every cell holds every option once: their order is the answer.',
    );
  return finding(
    answers('multi-choice', { options: list.options, delimiter: list.delimiter }),
    0.9,
    `The cells hold several of ${list.options.length} options.`,
  );
}

/** Lists as a program writes them: `["Parks","Roads"]`. */
function jsonLists(profile: ColumnProfile): Finding | null {
  const options = new Map<string, number>();
  for (const [cell, count] of profile.counts) {
    const list = cell.startsWith('[') ? listOf(cell) : null;
    if (!list) return null;
    for (const item of list) options.set(item, (options.get(item) ?? 0) + count);
  }
  if (options.size === 0 || options.size > 100 || profile.overflow > 0) return null;
  const listed = [...options].sort((a, b) => b[1] - a[1]).map(([option]) => option);
  return finding(answers('multi-choice', { options: listed }), 0.92, 'The cells are lists of options.');
}

function listOf(cell: string): string[] | null {
  try {
    const list = JSON.parse(cell) as unknown;
    const isList =
      Array.isArray(list) && list.every((item) => typeof item === 'string' || typeof item === 'number');
    return isList ? list.map(String) : null;
  } catch {
    return null;
  }
}

/** A matrix in one cell: "Street lighting : Good, Litter picking : Poor". */
function pairedCell(profile: ColumnProfile, delimiter: string | null): Finding | null {
  const marks = [...new Set([delimiter ?? ', ', ', ', ';', '\n', ' | '])];
  const between = /\s*(?::|=|->|→)\s+|\s+(?::|=|->|→)\s*/;
  for (const mark of marks) {
    const items = new Map<string, number>();
    const options = new Map<string, number>();
    let paired = 0;
    for (const [cell, count] of profile.counts) {
      const parts = cell.split(mark).map((part) => part.split(between));
      if (parts.length < 2 || !parts.every((part) => part.length === 2 && part[0] && part[1])) continue;
      paired += count;
      for (const [item, option] of parts as [string, string][]) {
        items.set(item.trim(), (items.get(item.trim()) ?? 0) + count);
        options.set(option.trim(), (options.get(option.trim()) ?? 0) + count);
      }
    }
    if (paired < 0.8 * profile.remembered || items.size > 30 || options.size > 15) continue;
    if ([...items.values()].some((count) => count < 0.2 * paired)) continue;
    const answersFound = [...options.keys()];
    return finding(
      answers('matrix', {
        items: [...items.keys()],
        options: scaleOrder(answersFound) ?? answersFound,
        delimiter: mark,
      }),
      0.92,
      'Each cell names its items with an answer each.',
    );
  }
  return null;
}

const SHORT_SETS =
  /^(yes|no|y|n|true|false|maybe|male|female|other|none|don'?t know|not sure|unsure|prefer not to say|n\/?a|not applicable|neither|both)([ ,].*)?$/i;
const CLOSED =
  /^(\d+[.)]\s*|q\d+[.:)]?\s*)?(which|do|does|did|have|has|are|is|was|were|would|will|can|should|could|to what extent|how (often|safe|likely|satisfied|well|much|many|long|easy|important|confident|concerned|worried|good|far|strongly|old|do you usually|did you hear)|overall|where (do|did|are)|when (do|did)|rate|select|choose|tick)\b/;

/** Whole clauses, as people say them: an option of a list has a verb seldom. */
const isSpoken = (cell: string): boolean =>
  /\b(I|I'm|we|my|our|me|us|they|it|is|are|was|were|has|have|don't|can't|isn't|there's)\b/.test(
    cell.replaceAll('\u2019', "'"),
  );

function choiceOrText(words: string, profile: ColumnProfile, values: string[]): Finding {
  const { filled, counts } = profile;
  const distinct = counts.size + profile.overflow;
  const repeats = filled / Math.max(1, distinct);
  const repeated = values.filter((value) => counts.get(value)! > 1).length;
  const everyRepeats = values.length > 0 && repeated >= 0.6 * values.length;
  if (looksLikeNames(profile, words)) return namesOr(words, profile, finding(text(), 0.5, ''));
  const known = values.every((value) => SHORT_SETS.test(value) || isScaleStep(value));
  const own = writtenIn(profile);
  const other =
    own === 0
      ? null
      : ask(
          'other',
          `${own} ${own === 1 ? 'row holds' : 'rows hold'} an answer that nobody else gave: was it written under "Other"? Each is read as an option.`,
        );
  const choice = (confidence: number, reason: string): Finding =>
    finding(answers('choice', { options: values }), confidence, reason, other);
  if (known && distinct <= 12) return choice(0.9, 'The cells are answers in common use.');
  const wordy = FREE_TEXT_LIKELY.test(words);
  // One answer makes no list, however often it was written.
  if (wordy && distinct === 1) return finding(text(), 0.7, 'The label asks for people’s own words.');
  const repeating = `The cells repeat ${distinct} different answers.`;
  if (distinct <= 40 && repeats >= (wordy ? 4 : 2.5) && (everyRepeats || repeats >= 6)) {
    const doubt =
      wordy && repeats < 10 && profile.meanLength > 20 && (distinct > 8 || profile.share(isSpoken) > 0.4);
    const why = 'The label asks for people’s own words and the cells repeat: is this a list to choose from?';
    return doubt ? finding(text(), 0.55, repeating, ask('kind', why)) : choice(0.88, repeating);
  }
  if (wordy) return finding(text(), 0.88, 'The label asks for people’s own words.');
  const prose = profile.share((value) => value.length > 60 || /[.!?]\s+\p{Lu}/u.test(value));
  if (prose > 0.3 || profile.meanLength > 35) {
    const sure = profile.meanLength > 25 ? 0.92 : 0.7;
    return namesOr(words, profile, finding(text(), sure, 'The cells are long and nearly all different.'));
  }
  if (CLOSED.test(words) && distinct <= 12 && profile.meanLength < 40 && repeats >= 1.3)
    return choice(0.75, 'The label asks for one of a few answers and the cells are short.');
  if (distinct <= 30 && repeats >= 1.8 && everyRepeats) return choice(0.7, repeating);
  return inDoubt(words, profile, values, distinct);
}

/** Rows below which short answers that are all different may be a list all the same. */
const FEW_ROWS = 12;

/** Where neither repeats nor words tell: the likelier of the two, and a question where that may be wrong. */
function inDoubt(words: string, profile: ColumnProfile, values: string[], distinct: number): Finding {
  const { filled } = profile;
  const short = profile.meanLength < 30 && profile.share((value) => /[.!?]$/.test(value)) === 0;
  if (filled < FEW_ROWS && distinct > 0.6 * filled && short && CLOSED.test(words)) {
    const why =
      'There are few rows: is this a choice from a list, or people’s own words? It is taken for a choice.';
    return finding(
      answers('choice', { options: values }),
      0.5,
      'The label asks for one of a few answers.',
      ask('kind', why),
    );
  }
  if (distinct > 0.6 * filled) {
    const doubt = profile.meanLength < 15 && filled >= 8 && !ASKS.test(words);
    const why = 'Are these people’s own words, or something else? They are taken for comments.';
    return finding(
      text(),
      doubt ? 0.5 : 0.7,
      'The cells are nearly all different.',
      doubt ? ask('kind', why) : null,
    );
  }
  if (distinct > 40) {
    const why = 'Are these comments, or a choice from a long list? They are taken for comments.';
    return finding(
      text(),
      0.6,
      'The cells hold many different answers.',
      filled < 5 * distinct ? null : ask('kind', why),
    );
  }
  return finding(
    answers('choice', { options: values }),
    0.5,
    'Some cells repeat, some do not.',
    ask('kind', 'Is this a choice from a list, or people’s own words? It is taken for a choice.'),
  );
}

function namesOr(words: string, profile: ColumnProfile, otherwise: Finding): Finding {
  return looksLikeNames(profile, words)
    ? finding(
        { as: 'respondent', field: 'fullName' },
        0.55,
        'The cells look like names of people.',
        ask(
          'name',
          'The cells look like names of people although the label does not say so. They are kept apart as names.',
        ),
      )
    : otherwise;
}
