import type { CodedResponse } from '../contract.js';
import { PhraseIndex } from '../coders/phrases.js';
import { back } from '../coders/scope.js';
import { echoesAfter } from '../context/echo.js';
import { isHarmOver } from '../context/harms.js';
import { marksOf } from '../context/marks.js';
import type { ReadWord } from '../context/segments.js';
import { statusOf, type Status } from '../context/status.js';
import { inCircumstance } from './circumstance.js';
import { isRequest } from './complaints.js';
import { ADDED } from './lexicon-added.js';
import { LEXICON, type Entry, type Feeling } from './lexicon.js';

function indexOf(entries: readonly Entry[]): PhraseIndex<Feeling> {
  const index = new PhraseIndex<Feeling>();
  for (const [feeling, phrases] of entries) for (const phrase of phrases) index.add(phrase, feeling);
  return index;
}

/** By the number of the way of reading: what the third coded is coded again to the same bytes. */
const INDEXES = { 3: indexOf(LEXICON), 4: indexOf([...LEXICON, ...ADDED]) };

/** What one expression adds to praise (above 0) or blame (below 0). */
interface Voice {
  clause: number;
  value: number;
  feeling: Feeling;
  status: Status;
  from: number;
  to: number;
}

/** From this much on both sides a text is mixed, where neither outweighs the other by more than that much. */
const CLEAR = 1.5;
const OUTWEIGHS = 2;
/** The same where all that is said of safety is of one kind. */
const OUTWEIGHS_SAFETY = 1.4;
/** The same where one time or place is set against another. */
const OUTWEIGHS_CONTRAST = 2.2;
/** A duty or a thing that is wanted is denied by what stands no further before it. */
const NEAR = { duty: 8, wanted: 4, wish: 3 };

/**
 * Stance of a text that was read by clauses: each clause gives its strongest praise and its strongest blame.
 * @param way number of the way of reading; the fourth knows more words, and what goes before them makes of them
 */
export function stanceByClauses(
  words: readonly ReadWord[],
  way: 3 | 4,
): NonNullable<CodedResponse['stance']> {
  const heard = voicesIn(words, INDEXES[way]);
  const own = way === 3 ? heard : heard.map((voice) => ({ ...voice, value: inCircumstance(words, voice) }));
  const voices = [...withEchoes(words, own), ...requestsIn(words)];
  const denied = new Set(voices.filter(isDenied).map(({ clause }) => clause));
  const clauses = new Map<number, { praise: number; blame: number }>();
  for (const { clause, value, feeling } of voices) {
    if (denied.has(clause) && DENYING.test(feeling.manner) && value < 0 && value > -2.5) continue;
    const sums = clauses.get(clause) ?? { praise: 0, blame: 0 };
    if (value > 0) sums.praise = Math.max(sums.praise, value);
    else sums.blame = Math.max(sums.blame, -value);
    clauses.set(clause, sums);
  }
  let [praise, blame] = [0, 0];
  for (const sums of clauses.values()) {
    praise += sums.praise;
    blame += sums.blame;
  }
  const outweighs = isContrast(words, voices)
    ? OUTWEIGHS_CONTRAST
    : agree(voices)
      ? OUTWEIGHS_SAFETY
      : OUTWEIGHS;
  if (Math.min(praise, blame) >= CLEAR && Math.max(praise, blame) <= outweighs * Math.min(praise, blame))
    return 'mixed';
  if (praise === blame) return 'neutral';
  return praise > blame ? 'positive' : 'negative';
}

/** What denies harm or fear in a clause denies no duty beside it: "vandalism is not something we get here". */
const isDenied = ({ feeling, value }: Voice): boolean =>
  value > 0 && (feeling.weight < 0 || feeling.manner === 'whole');
const DENYING = /^(?:duty|wanted|whole)$/;

const BY_DAY =
  /^(?:day|days|daytime|daylight|morning|mornings|afternoon|light|summer|weekday|weekdays|week|indoors|inside|home)$/;
const BY_NIGHT =
  /^(?:night|nights|nite|dark|evening|evenings|winter|weekend|weekends|outside|outdoors|town|street|after)$/;

/** Whether praise and blame are of different times or places: "all right in the day, but I wouldn't go at night". */
function isContrast(words: readonly ReadWord[], voices: readonly Voice[]): boolean {
  const clauses = (sign: number): Set<number> =>
    new Set(voices.filter(({ value }) => Math.sign(value) === sign).map(({ clause }) => clause));
  const holds = (of: Set<number>, times: RegExp): boolean =>
    words.some(({ text, clause }) => of.has(clause) && times.test(text));
  const [praise, blame] = [clauses(1), clauses(-1)];
  return (
    (holds(praise, BY_DAY) && holds(blame, BY_NIGHT)) || (holds(praise, BY_NIGHT) && holds(blame, BY_DAY))
  );
}

function agree(voices: readonly Voice[]): boolean {
  const safety = voices.filter(({ feeling, value }) => feeling.safety && Math.abs(value) >= CLEAR);
  return safety.length > 0 && safety.every(({ value }) => value > 0 === safety[0]!.value > 0);
}

/** Expressions of praise and blame by place; the longest counts where several begin together, and none overlaps another. */
function voicesIn(words: readonly ReadWord[], index: PhraseIndex<Feeling>): Voice[] {
  const hits = index
    .find([...words])
    .filter(({ from, to }) => words[from]!.clause === words[to - 1]!.clause)
    .sort((a, b) => a.from - b.from || b.to - a.to || Math.abs(b.value.weight) - Math.abs(a.value.weight));
  const voices: Voice[] = [];
  let free = 0;
  for (const { value: feeling, from, to } of hits) {
    if (from < free) continue;
    const status =
      feeling.manner === 'whole' ? wholeStatus(words, from) : statusOf(words, from, to, feeling.weight > 0);
    const last = voices.at(-1);
    // "Drug dealing", "noise and litter": one harm with the one before it.
    const joined = feeling.manner === 'harm' && last?.feeling.manner === 'harm' && last.to === from;
    const value = joined ? last.value : valueOf(words, feeling, status, from, to);
    voices.push({
      clause: words[from]!.clause,
      value: joined ? value : value * emphasis(words, from),
      feeling,
      status,
      from,
      to,
    });
    free = to;
  }
  return voices;
}

const REQUEST: Feeling = { manner: 'whole', weight: -1.5 };

/** What a sentence asks for is missing. */
const requestsIn = (words: readonly ReadWord[]): Voice[] =>
  words.flatMap(({ clause }, at) =>
    isRequest(words, at)
      ? [{ clause, value: REQUEST.weight, feeling: REQUEST, status: 'said', from: at, to: at + 1 }]
      : [],
  );

/** "They say crime is down": what others say counts for nothing. */
function wholeStatus(words: readonly ReadWord[], from: number): Status {
  const marks = marksOf(words);
  return back(words, from, 6).some((at) => marks.get(at)?.kind === 'claimed') ? 'open' : 'said';
}

function valueOf(
  words: readonly ReadWord[],
  { manner, weight, done, safety }: Feeling,
  status: Status,
  from: number,
  to: number,
): number {
  if (manner === 'whole') return status === 'open' ? 0 : weight;
  if (manner === 'harm')
    return isHarmOver(words, from, to) || status === 'past' ? 1.5 : status === 'open' ? 0 : weight;
  if (manner === 'wish') return isMissing(words, from, NEAR.wish) ? 0 : weight;
  if (manner === 'duty' || manner === 'wanted')
    return isMissing(words, from, NEAR[manner]) ? weight : (done ?? 0);
  if (status === 'open') return 0;
  if (status === 'said' || status === 'partly') return weight;
  if (status === 'unreal') return safety ? -2 : -1;
  if (safety) return -weight;
  // "It isn't perfect" blames less than "perfect" praises.
  return weight > 0 ? -Math.min(weight, 1.5) : 1;
}

function isMissing(words: readonly ReadWord[], from: number, reach: number): boolean {
  if (isBidding(words, from)) return false;
  const marks = marksOf(words);
  const kinds = back(words, from, reach).map((at) => marks.get(at)?.kind);
  return kinds.filter((kind) => kind === 'denies' || kind === 'lacks').length % 2 === 1;
}

/** "Don't change anything": nobody failed to. */
function isBidding(words: readonly ReadWord[], from: number): boolean {
  const at = from - 1;
  const opens = (place: number): boolean => place === 0 || words[place - 1]!.clause !== words[place]!.clause;
  return (
    at >= 0 &&
    ((words[at]!.text === "don't" && opens(at)) ||
      (at > 0 && words[at]!.text === 'not' && words[at - 1]!.text === 'do' && opens(at - 1)))
  );
}

/** What is granted ("although ...") weighs half. */
function emphasis(words: readonly ReadWord[], from: number): number {
  const opening = words[back(words, from, 14).at(-1) ?? from]!.text;
  return /^(?:although|though|despite|while|whilst)$/.test(opening) ? 0.5 : 1;
}

/** Short clauses echo what was said of safety and what was praised plainly. */
const isEchoed = ({ manner, weight, safety }: Feeling): boolean =>
  safety ? manner !== 'whole' : manner === 'good' && weight < 3;

/** Adds what short clauses make of what was said of safety before them: "but my daughter doesn't", "not at night". */
function withEchoes(words: readonly ReadWord[], voices: Voice[]): Voice[] {
  const all: Voice[] = [];
  const spoken = new Set(
    voices.filter(({ value, feeling }) => value !== 0 || feeling.safety).map(({ clause }) => clause),
  );
  for (const voice of voices) {
    all.push(voice);
    if (!isEchoed(voice.feeling)) continue;
    if (voice.status === 'partly') all.push({ ...voice, value: -voice.value });
    const echoes = echoesAfter(words, voice.to, (clause) => spoken.has(clause));
    if (echoes.length === 0) continue;
    const limits = /^(?:until|till|except|apart|bar)$/.test(words[voice.to]?.text ?? '');
    if (limits && voice.status !== 'said') continue;
    if (echoes[0]!.instead || (voice.status !== 'said' && voice.status !== 'denied')) all.pop();
    for (const { denies, clause } of echoes)
      all.push({ ...voice, clause, value: denies ? -voice.feeling.weight : voice.feeling.weight });
  }
  return all;
}
