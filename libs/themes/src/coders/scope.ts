import type { ClauseWord } from './clauses.js';

/**
 * What of a text is said to be so, and what is denied, wished or gone: rules in the manner of NegEx (Chapman and others, Journal of
 * Biomedical Informatics 34, 2001), bounded by the clause. Where it can't be told, nothing is coded.
 */

const REACH = 7;
const NEGATORS = new Set(
  'no not never nobody noone none nothing nowhere neither nor without cannot hardly rarely barely scarcely seldom zero lack lacks lacking less little few least'.split(
    ' ',
  ),
);
export const isNegator = (word: string): boolean => NEGATORS.has(word) || word.endsWith("n't");

/** "Not only", "no doubt", "no wonder": nothing is denied; "a little", "a few" are some. */
function denies(words: readonly ClauseWord[], at: number): boolean {
  const [word, next, before] = [words[at]!.text, words[at + 1]?.text ?? '', words[at - 1]?.text ?? ''];
  if (!isNegator(word)) return false;
  if (/^(?:only|just|to mention)$/.test(next) && word === 'not') return false;
  if (word === 'no' && /^(?:doubt|wonder|matter|question)$/.test(next)) return false;
  if ((word === 'little' || word === 'few') && (before === 'a' || before === 'the')) return false;
  // "No I feel safe": a "no" that answers the question.
  return !(word === 'no' && at === 0 && /^(?:i|i'm|we|it|it's|they|there|the|this|my)$/.test(next));
}

/** Places of the words before word `from` that stand in its clause, the nearest first. */
export const back = (words: readonly ClauseWord[], from: number, reach = REACH): number[] => {
  const places: number[] = [];
  for (let at = from - 1; at >= 0 && at >= from - reach && words[at]!.clause === words[from]!.clause; at--)
    places.push(at);
  return places;
};

/** "Never felt safer", "couldn't be happier", "could not fault": the strongest praise. */
const isHighest = (words: readonly ClauseWord[], from: number, to: number): boolean =>
  back(words, from).some((at) => /^(?:never|couldn't|can't|cannot|not)$/.test(words[at]!.text)) &&
  words.slice(from, to).some(({ text }) => /^(?:safer|happier|better|so)$/.test(text)) &&
  !back(words, from).some((at) => /^(?:no|longer|much|any)$/.test(words[at]!.text));

/** Whether something good that is named here is said to be so: neither denied nor wished, asked, long gone or for others to bring about. */
export function isSaidToBe(words: readonly ClauseWord[], from: number, to: number): boolean {
  if (isHighest(words, from, to)) return true;
  if (words[from]!.asked) return false;
  const before = back(words, from);
  // The first word of a phrase such as "no problem" is part of what it says.
  const inside = words.slice(from + 1, to).map((_, at) => from + 1 + at);
  const negators = [...before, ...inside].filter((at) => denies(words, at)).length;
  if (negators % 2 === 1) return false;
  const text = ` ${before
    .map((at) => words[at]!.text)
    .reverse()
    .join(' ')} `;
  if (UNREAL.test(text)) return false;
  if (
    / to $/.test(text) &&
    !/ (?:able|good|nice|great|lovely|glad|happy|continue|lucky|fortunate|pleased|used) to $/.test(text)
  )
    return false;
  if (/ (?:anything but|far from|only) (?:\S+ )?$/.test(text)) return false;
  const next = words[to];
  // "Until the lights went", "if there were lights": it is so no more, or not yet.
  return (
    !(next && /^(?:until|before|unless|if|anymore)$/.test(next.text)) && !isConditionalAround(words, from)
  );
}

const UNREAL =
  / (?:would|wouldn't|i'd|we'd|they'd|could|should|might|may|wish|wishes|hope|hoping|want|wants|wanted|wanting|need|needs|needed|like to|supposed|meant|used|deserve|trying|try|how can|how could|how will|how do|make|makes|making|help|helps|helping|let|hard|difficult|impossible|expect|expected|if|unless|imagine|doubt|ought|pretend|struggle|stop|stopped|stops|too|longer|ability|right) /;

/** "If I felt safe ..." stands in a clause of its own that begins with "if". */
function isConditionalAround(words: readonly ClauseWord[], from: number): boolean {
  const [first] = back(words, from, words.length).slice(-1);
  return first !== undefined && /^(?:if|unless|until|whenever)$/.test(words[first]!.text);
}

/** Words that may stand between a denial and the harm that it denies. */
export const FILLERS = new Set(
  `a an the any all at real really big major huge serious significant great much many too very so particular such problem problems
  issue issues trouble bother concern concerns worry worries with of to about from over sign signs single seen see saw sees seeing hear heard hearing
  notice noticed have had has having got get getting experienced experience witnessed witness encountered come came across been be is are was were there
  it that ever aware bothered affected worried troubled concerned noticeable obvious evidence incidents incident suffered suffer personally find found
  known know i we us feel felt longer more only one or and our your this these those around here by apparent visible instances instance cases case`.split(
    /\s+/,
  ),
);

/** After a harm: "is not an issue", "isn't a problem here", "doesn't bother me", "has stopped", "are rare". */
const BE = '(?:is|are|was|were|be|been|seems?|feels?|has been|have been|had been|has|have)';
export const DENIED_AFTER = new RegExp(
  `^(?:(?:here|there|now|round here|around here|in \\w+ \\w+|on \\w+ \\w+|on its own|itself|levels?|rates?) )*(?:` +
    `(?:${BE} (?:not|never|no longer|hardly|rarely|scarcely)|isn't|aren't|wasn't|weren't|hasn't been|haven't been|${BE} no|doesn't seem|don't seem)(?: (?:really|to be|such|ever|been|much|too|that|a|an|any|of|so|big|real|major|huge|serious|great|particularly|at all|usually))* (?:issues?|problems?|concerns?|worry|trouble|bad|common|noticeable|here|happening|something|anything|frequent|seen|heard|bother|matter)\\b` +
    `|(?:doesn't|don't|didn't|does not|do not|did not|never|hardly ever|rarely) (?:really |ever |seem to )?(?:bother|affect|happens?|happened|exist|worry|worries|concern|trouble|occur|occurs)\\b` +
    `|(?:has|have) (?:all |mostly |now |completely |almost )?(?:gone|stopped|ceased|disappeared|ended|vanished)\\b` +
    `|${BE} (?:very |really |quite |extremely |so )?(?:low|rare|minimal|non existent|nonexistent|negligible|under control|dealt with|no more|a thing of the past)\\b)`,
);

/** Whether a harm that is named here is denied: before it with nothing but fillers between, or after it in the same clause. */
export function isHarmDenied(words: readonly ClauseWord[], from: number, to: number): boolean {
  let denials = 0;
  let end = true;
  for (const at of back(words, from)) {
    const word = words[at]!.text;
    if (denies(words, at) && word !== 'less') {
      denials++;
      continue;
    }
    if ((word === 'free' || word === 'absence') && denials === 0) denials++;
    else if (!FILLERS.has(word)) {
      end = !isList(words, at);
      break;
    }
  }
  if (denials > 0) return denials % 2 === 1;
  if (!end && !GOES_ON.test(words[to]?.text ?? '') && listDenied(words, from)) return true;
  const after = words.slice(to, to + 10).filter(({ clause }) => clause === words[to - 1]!.clause);
  return DENIED_AFTER.test(after.map(({ text }) => text).join(' '));
}

/** A verb after it: what is named begins a statement of its own. */
export const GOES_ON = /^(?:is|are|was|were|has|have|keeps?|gets?|goes|makes?|still)$/;

/** "No litter or graffiti", "never any trouble, fights or drugs": a denial goes on through a list. */
const isList = (words: readonly ClauseWord[], at: number): boolean =>
  /^(?:or|and|nor)$/.test(words[at + 1]?.text ?? '');

function listDenied(words: readonly ClauseWord[], from: number): boolean {
  const before = back(words, from);
  const denial = before.find((at) => denies(words, at));
  if (denial === undefined || from - denial > 5) return false;
  return (
    /^(?:no|without|zero|never|isn't|not)$/.test(words[denial]!.text) &&
    before.every((at) => at <= denial || !VERBS.test(words[at]!.text))
  );
}
const VERBS =
  /^(?:stop|stops|stopped|do|does|done|deal|deals|tackle|act|acts|care|cares|come|comes|help|because|sleep|walk|go|leave)$/;
