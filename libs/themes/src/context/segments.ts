import { clauseWordsOf, type ClauseWord } from '../coders/clauses.js';
import { SPELLINGS } from './spellings.js';

/** A word with its clause and its sentence. `asked` is of clauses that ask, not of statements with a tag ("safe, isn't it?"). */
export interface ReadWord extends ClauseWord {
  sentence: number;
}

const set = (words: string): Set<string> => new Set(words.trim().split(/\s+/));

const SUBJECTS = set(
  `i i'm i've i'd id im we we've we're we'd you he she it it's its they they're there there's theres this that that's the my our your his her
  always now people everyone everybody nobody noone no women men children kids some most many anyone half others other sometimes`,
);
/** After "and" these begin a clause whose subject is the one before: "I never have any trouble and feel safe". */
const STATES = set(
  `feel feels felt feeling love loves loved enjoy enjoys enjoyed like am is are was were have has had can cannot can't will would did do does don't doesn't
  didn't isn't aren't wasn't weren't haven't hasn't never not nothing always makes make made keeps keep think`,
);
const OPENERS = set(
  'but however although though because whereas unless until whenever despite except apart which',
);
const TIMES = set('time times day days night nights moment occasion occasions');
const SPANS = set('years year months month weeks ages time long decades while days');
const PEOPLE = set(
  'anyone anybody nobody noone one someone somebody people person woman women man men those everyone everybody girl children neighbour neighbours resident residents friend friends parent parents',
);
const UNSURE = set(
  'know say sure ask asks asked asking wonder wondering tell see as care surprised amazed astonished shocked',
);
const QUESTIONS = set(
  `how who when what where why would do does did is are am can could should will have has which whose`,
);

/** Words that go before a clause and do not tell what kind it is. */
const LEADS = set('and but so or ok well oh then also');

/**
 * The words of a text with its clauses: a clause ends at a sign, at a conjunction, or before a subject or verb of its own. A comma within a
 * list ("no litter, fights or drugs") ends none.
 */
export function readWordsOf(text: string): ReadWord[] {
  const words = clauseWordsOf(text) as ReadWord[];
  let clause = 0;
  let sentence = 0;
  let first = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    word.text = spelt(word.text, words[at + 1]?.text ?? '');
    if (at > 0) {
      const between = text.slice(words[at - 1]!.end, word.start);
      const sign = /[.!?\n]/.test(between);
      if (sign) sentence++;
      if (sign || /[;:()\u2014]|\s[-\u2013]+\s|\.\.|[-\u2013]\s/.test(between)) clause++;
      else if (
        between.includes(',') ? !isList(words, at) : opensClause(words, at) || runsOn(words, first, at)
      )
        clause++;
      if (clause !== words[at - 1]!.clause) first = at;
    }
    word.clause = clause;
    word.sentence = sentence;
    word.asked = false;
  }
  markQuestions(text, words);
  return words;
}

/** A word as it is usually spelt; "its" where it stands for "it's", "id" for "I'd", "canny" for "can't". */
function spelt(word: string, next: string): string {
  if (word === 'its' && COMPLEMENT.test(next)) return "it's";
  if (word === 'canny' && VERB.test(next)) return "can't";
  return word === 'id' && VERB.test(next) ? "i'd" : (SPELLINGS.get(word) ?? word);
}
const VERB =
  /^(?:be|been|feel|go|have|let|like|live|love|move|never|not|prefer|rather|say|stay|use|walk|want)$/;
const COMPLEMENT =
  /^(?:not|a|an|the|so|too|very|really|dead|always|never|safe|unsafe|dangerous|scary|lovely|fine|great|awful|terrible|pitch|dark|just)$/;

function opensClause(words: readonly ReadWord[], at: number): boolean {
  const [before, word, next] = [words[at - 1]!.text, words[at]!.text, words[at + 1]?.text ?? ''];
  if (word === 'and' || word === 'or' || word === 'nor' || word === 'then') return false;
  if (before === 'and' || before === 'then')
    return SUBJECTS.has(word) || STATES.has(word) || OPENERS.has(word);
  if (before === 'nor') return false;
  if (before === 'or') return SUBJECTS.has(word) && word !== 'no' && word !== 'the';
  if (word === 'but') return before !== 'anything' && before !== 'nothing' && before !== 'help';
  if (word === 'though' && before === 'as') return false;
  if (OPENERS.has(word)) return true;
  if (word === 'so') return SUBJECTS.has(next) && next !== 'many' && next !== 'much';
  if (word === 'yet') return SUBJECTS.has(next);
  if (word === 'since') return !SPANS.has(before) && before !== 'not';
  if (word === 'when') return !TIMES.has(before) && !/^(?:only|remember|recall|by|passes)$/.test(before);
  if (word === 'if') return !UNSURE.has(before) && before !== 'only';
  if (word === 'while' || word === 'whilst') return !/^(?:a|the|little|long|short|this|that)$/.test(before);
  if (word === 'who') return !PEOPLE.has(before);
  return (
    word === 'shame' ||
    (word === 'only' && next !== '' && /^(?:i|we|it's|they)$/.test(next) && before !== 'not')
  );
}

/** Words after which a subject goes on with the clause that it stands in: "I think I", "nowhere I", "than we". */
const HOLDS = set(
  `do does did am are is was were have has had can could would should will may might must don't doesn't didn't isn't aren't wasn't weren't
  haven't hasn't can't couldn't wouldn't shouldn't won't cannot say said says think thought feel felt believe know knew sure wish wished hope
  guess suppose reckon mean means find found told tell that if when where why how what who whom which than as like because and or but so for
  of to in on at with from about by after before until till since while let lets help see place places time times way reason reasons somewhere
  anywhere nowhere everywhere everyone anyone one thing things all everything nothing something anything else people person day days night
  nights moment saying telling thinking hoping claiming wherever whatever however pretend claim swear promise admit accept hear doubt only even ever never not women men girls lads friends neighbours colleagues residents children kids neither nor glad happy afraid sorry shame lucky nobody noone somebody anybody someone whether though although unless except a the my every
  each once now then too feeling worry worried imagine thinks believes reckons claims tells`,
);
const FIRST_PERSONS = set("i i'm i've i'd we we're we've they they're it's there's he's she's");
/** Subjects of a clause that says more of what was named before: "no road I won't walk down". */
const OWN = /^(?:i|i'm|i've|i'd|we|we're|we've)$/;
const NAMED =
  /^(?:nowhere|where|place|street|road|part|area|corner|spot|time|day|night|reason|way|one|person|woman|only|if|not|isn't|ain't)$/;
const JUDGED = set('safe unsafe scared safer afraid dangerous fine ok good lovely bad scary');

/** After these a "not" denies what they say, and opens nothing. */
const AUXILIARY = set(
  `do does did am is are was were have has had can could would should will may might must feel feels felt i we you they he she it it's i'm i've its
  we've we're they're never why or if and but so because that who which to there there's`,
);
const PLACES = set('in at when after on outside inside with by during around once if felt feel all any');
const IS = set("is isn't was wasn't doesn't does feels felt has hasn't");

/** Whether a clause begins at word `at` though nothing stands between: "there is no police I don't feel safe", "safe by day not at night". */
function runsOn(words: readonly ReadWord[], first: number, at: number): boolean {
  const [before, word, next] = [words[at - 1]!.text, words[at]!.text, words[at + 1]?.text ?? ''];
  if (word === 'sometimes' || before === 'honest') return true;
  if (OWN.test(word) && (next === 'still' || isConsequence(words, first, at))) return true;
  if (word === 'no') return JUDGED.has(before) || (at - 2 >= first && words[at - 2]!.text === 'no');
  if (word === 'not' || word === 'never') return PLACES.has(next) && !AUXILIARY.has(before);
  if (/^(?:the|my|others|some)$/.test(word))
    return JUDGED.has(before) && AUXILIARY.has(words[at - 2]?.text ?? '');
  const subject = FIRST_PERSONS.has(word) || (/^(?:it|he|she|this|that)$/.test(word) && IS.has(next));
  if (!subject || HOLDS.has(before) || at - first < 2 || words[at - 2]!.text === 'how') return false;
  if (/^(?:us|me|you)$/.test(before) && HOLDS.has(words[at - 2]!.text)) return false;
  if (!OWN.test(word)) return true;
  for (let place = Math.max(first, at - 8); place < at; place++)
    if (NAMED.test(words[place]!.text)) return false;
  return true;
}

/** Words of a condition that is looked at. */
const CONDITION = 20;

/** "If I was a woman I wouldn't walk there". */
const isConsequence = (words: readonly ReadWord[], first: number, at: number): boolean =>
  words[first]!.text === 'if' &&
  at - first > 2 &&
  at - first < CONDITION &&
  !words.slice(first, at).some(({ text }) => /n't$|^not$/.test(text)) &&
  /^(?:(?:i|we) (?:would|wouldn't|could|couldn't|might|will|won't|can|can't)|(?:i'd|we'd))\b/.test(
    `${words[at]!.text} ${words[at + 1]?.text ?? ''}`,
  );

/** Whether the comma before word `at` goes on with a list: few plain words, then "or", "and" or "nor". */
function isList(words: readonly ReadWord[], at: number): boolean {
  for (let next = at; next < words.length && next < at + 4; next++) {
    const word = words[next]!.text;
    if (word === 'or' || word === 'nor') return next > at && !SUBJECTS.has(words[next + 1]?.text ?? '');
    if (SUBJECTS.has(word) || STATES.has(word) || OPENERS.has(word)) return false;
  }
  return false;
}

/** A clause asks where its sentence ends with a question mark, and the sentence or the clause begins as questions do. */
function markQuestions(text: string, words: readonly ReadWord[]): void {
  for (let from = 0; from < words.length;) {
    let to = from;
    while (to < words.length && words[to]!.sentence === words[from]!.sentence) to++;
    const mark = text.slice(words[to - 1]!.end, words[to]?.start ?? text.length).trimStart();
    if (/^["')\]]*[.!]*\?/.test(mark)) markAsked(words, from, to);
    from = to;
  }
}

function markAsked(words: readonly ReadWord[], from: number, to: number): void {
  const whole = to - from <= 5 || QUESTIONS.has(words[from]!.text);
  let asks = false;
  let at = from;
  for (let lead = true; at < to; at++) {
    if (at === from || words[at]!.clause !== words[at - 1]!.clause) [asks, lead] = [false, true];
    if (lead && !LEADS.has(words[at]!.text)) {
      asks = QUESTIONS.has(words[at]!.text);
      lead = false;
    }
    words[at]!.asked = whole || asks;
  }
}
