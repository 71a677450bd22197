import { isScaleStep } from '#domain';
import { looksLikeNames } from './fields.js';
import { couldBeSeveral, isPlainlyList, mayBeList } from './looks-listed.js';
import { answers, ask, finding, type Finding, text } from './meaning.js';
import { areOwnWords, areRemarks, isSpoken, variations } from './own-words.js';
import { joinsOthers } from './parts-alone.js';
import type { ColumnProfile } from './profile.js';
import { ASKS, FREE_TEXT_LIKELY } from './words.js';
import { writtenIn } from './written-in.js';

const LONG_LIST =
  'Long answers repeat: is this a list to choose from, or people’s own words? They are taken for comments.';
/** Why a person is asked where label and cells disagree about own words. */
export const REPEATING =
  'The label asks for people’s own words and the cells repeat: is this a list to choose from?';

/** Asks about what people may have written under "Other"; null where nobody did. */
export function askOfOther(profile: ColumnProfile): Finding['ask'] {
  const own = writtenIn(profile);
  return own === 0 ? null : ask('other', otherWritten(own));
}

export const otherWritten = (own: number): string =>
  `${own} ${own === 1 ? 'row holds' : 'rows hold'} an answer that nobody else gave: was it written under "Other"? Each is read as an option.`;

/** What people write beside a number: "about 4", "4 hrs". */
const BESIDE_A_NUMBER =
  /^(about|approx(imately)?|around|roughly|circa|c|maybe) (?=\d+$)|(?<=^\d+) ?(hrs?|hours?|mins?|minutes?|days?|weeks?|months?|years?|yrs?|miles?|times?|people|persons?|ish)$/g;

/** One answer in another spelling: "Very good" and "very good", "4" and "4 hrs". */
const spelling = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+<>-]+/gu, ' ')
    .trim()
    .replace(BESIDE_A_NUMBER, '') || value;

/** Asks about one answer in several spellings: as options of their own they would share its count. */
function askOfSpellings(values: readonly string[]): Finding['ask'] {
  if (new Set(values.map(spelling)).size === values.length) return null;
  return ask(
    'spellings',
    'Some answers differ only in how they are written: say which of them are the same.',
  );
}

const SHORT_SETS =
  /^(yes|no|y|n|true|false|maybe|male|female|other|none|don'?t know|not sure|unsure|prefer not to say|n\/?a|not applicable|neither|both)([ ,].*)?$/i;
const CLOSED =
  /^(\d+[.):]\s*|q\d+[.:)]?\s*)?(which|who|what (type|kind|sort|time)|do|does|did|have|has|are|is|was|were|would|will|can|should|could|to what extent|how (often|safe|likely|satisfied|well|much|many|long|easy|important|confident|concerned|worried|good|far|strongly|old|do you usually|(did|do) you (hear|travel|get|find|come))|overall|where (do|did|are)|when (do|did)|rate|select|choose|tick)\b/;

/** Labels that name a list to choose from, although they speak of views. */
export const NAMES_LIST = /^(\W*q?\d+[.):]?\s*)?which (statement|option|sentence|answer|of|one|word)\b/;

const SEVERAL = 'Parts of some answers come again in others: may several be chosen at a time?';

/** One of a list, or people's own words: by repeats, and by the label where they leave it open. */
export function choiceOrText(words: string, profile: ColumnProfile, values: string[]): Finding {
  const found = weighed(words, profile, values);
  return found.ask === null &&
    found.meaning.as === 'question' &&
    !areRemarks(profile) &&
    (couldBeSeveral(words, profile) ||
      (found.meaning.kind === 'choice' && profile.overflow === 0 && joinsOthers(profile.counts)))
    ? { ...found, confidence: 0.5, ask: ask('kind', SEVERAL) }
    : found;
}

/** A list of whole statements to choose from is no longer. */
const MOST_STATEMENTS = 12;

/** More whole sentences than a list has statements, each written by a person or two. */
const FEWEST_SENTENCES = 6;
const isSentence = (cell: string): boolean =>
  /[.!?]["'’”)]*$/.test(cell) && cell.trim().split(/\s+/).length >= 4;

function weighed(words: string, profile: ColumnProfile, values: string[]): Finding {
  const { filled, counts } = profile;
  const distinct = counts.size + profile.overflow;
  const repeats = filled / Math.max(1, distinct);
  const repeated = values.filter((value) => counts.get(value)! > 1).length;
  const everyRepeats = values.length > 0 && repeated >= 0.6 * values.length;
  if (looksLikeNames(profile, words)) return namesOr(words, profile, finding(text(), 0.5, ''));
  const known = values.every((value) => SHORT_SETS.test(value) || isScaleStep(value));
  const other = askOfOther(profile) ?? askOfSpellings(values);
  const choice = (confidence: number, reason: string): Finding =>
    finding(answers('choice', { options: values }), confidence, reason, other);
  if (known && distinct <= 12) return choice(0.9, 'The cells are answers in common use.');
  // "Which statement is closest to your view" names a list, where the cells are one.
  const named =
    NAMES_LIST.test(words) &&
    (mayBeList(profile) || isPlainlyList(profile) || (distinct <= MOST_STATEMENTS && repeats >= 2.5));
  const wordy = FREE_TEXT_LIKELY.test(words) && !named;
  if (wordy ? areOwnWords(profile) : areRemarks(profile) && distinct > MOST_STATEMENTS)
    return namesOr(words, profile, finding(text(), 0.9, 'The cells are sentences as people write them.'));
  // One answer makes no list, however often it was written.
  if (wordy && distinct === 1) {
    const same = filled > 2 && profile.longest > 30;
    return finding(
      text(),
      same ? 0.5 : 0.7,
      'The label asks for people’s own words.',
      same ? ask('kind', REPEATING) : null,
    );
  }
  const repeating = `The cells repeat ${distinct} different answers.`;
  if (distinct <= 40 && repeats >= (wordy ? 4 : 2.5) && (everyRepeats || repeats >= 6)) {
    const spoken = profile.meanLength > 20 && (distinct > 8 || profile.share(isSpoken) > 0.4);
    const doubt = wordy && ((repeats < 10 && spoken) || variations(profile) > 0);
    if (doubt) return finding(text(), 0.55, repeating, ask('kind', REPEATING));
    const sentences = !named && distinct > 8 && profile.share(isSentence) >= 0.6;
    return sentences ? finding(text(), 0.5, repeating, ask('kind', LONG_LIST)) : choice(0.88, repeating);
  }
  if (wordy)
    return finding(
      text(),
      mayBeList(profile) ? 0.5 : 0.88,
      'The label asks for people’s own words.',
      mayBeList(profile) ? ask('kind', REPEATING) : null,
    );
  const prose = profile.share((value) => value.length > 60 || /[.!?]\s+\p{Lu}/u.test(value));
  if (prose > 0.3 || profile.meanLength > 35) {
    if (mayBeList(profile) && CLOSED.test(words))
      return finding(text(), 0.5, 'The cells are long and repeat.', ask('kind', LONG_LIST));
    const sure = profile.meanLength > 25 ? 0.92 : 0.7;
    return namesOr(words, profile, finding(text(), sure, 'The cells are long and nearly all different.'));
  }
  if (CLOSED.test(words) && distinct <= 12 && profile.meanLength < 40 && repeats >= 1.3)
    return choice(0.75, 'The label asks for one of a few answers and the cells are short.');
  if (distinct >= FEWEST_SENTENCES && profile.share(isSentence) >= 0.6)
    return finding(text(), 0.7, 'The cells are whole sentences, of which few repeat often.');
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
