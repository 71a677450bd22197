import { back, DENIED_AFTER, FILLERS, GOES_ON } from '../coders/scope.js';
import { marksOf, type Mark } from './marks.js';
import { aheadOf } from './scope.js';
import type { ReadWord } from './segments.js';

/** Words between a denial and a harm, and words after the harm, that are looked at. */
const REACH = 8;
const AHEAD = 10;

/** More words that may stand between: "no one has ever broken in", "not had anything stolen", "never anything like". */
const MORE = new Set(
  `anybody anyone anything someone nobody none like kind sort form on in at for since actually really single one some most
  my me he she they given victim subject target i'm say plagued hassled pestered awake woken children kids wife husband mum mother daughter son family neighbour neighbours friends by as else even yet here's there's i've we've that's street much half worth reason cause need give gives gave you causes caused us to has would will could can needed`.split(
    /\s+/,
  ),
);
/** "No litter or graffiti", "never any trouble, fights or drugs": a denial goes on through a list. */
const LISTED = /^(?:or|and|nor)$/;
const ACTS =
  /^(?:stop|stops|stopped|do|does|done|deal|deals|tackle|act|acts|care|cares|come|comes|help|because|sleep|walk|go|leave|about|need|want)$/;
const UNDONE = /\b(?:not|never|nothing|should|could|needs?|must|hasn't|haven't|isn't|aren't|get|be)\b/;
const ENDED =
  /^(?:\S+ ){0,3}(?:has|have|had|is|are|was|were|been|being|got|all|now) (?:\S+ ){0,2}(?:cleared|sorted|fixed|filled|mended|repaired|removed|resolved|tackled|cleaned|painted|dealt with|stopped|gone|ceased|disappeared|ended|vanished|moved on|reduced|calmed down|gone down|come down|fewer|less|better)\b|^(?:\S+ ){0,2}(?:stopped|gone|disappeared|ceased|ended|sorted|cleared)\b/;

/** "Crime has never affected me". */
const UNAFFECTED =
  /^(?:\S+ ){0,2}?(?:(?:has|have|had|is|was|are|were) (?:never|not)|hasn't|haven't|isn't|aren't|wasn't|never) (?:\S+ ){0,2}?(?:affected|affects|bothered|bothers|touched|troubled|worried|concerned|impacted)\b/;
/** "Isn't as bad": less than it was. */
const EASED = /\b(?:not|isn't|aren't) (?:nearly |half |quite )?(?:as|so) bad\b/;

/** Whether a harm that is named at words `from` to `to` is denied: right before it, through a list, or after it in its clause. */
export function isHarmDenied(words: readonly ReadWord[], from: number, to: number): boolean {
  const marks = marksOf(words);
  let denials = 0;
  let broken = -1;
  let first = -1;
  let nearest = -1;
  for (const at of back(words, from, REACH)) {
    const mark = marks.get(at);
    const word = words[at]!.text;
    if (mark && mark.to <= from && mark.kind === 'nothing') break;
    if (!mark && isWithin(marks, at)) continue;
    if (mark && mark.to <= from && (mark.kind === 'denies' || mark.kind === 'lacks') && word !== 'less') {
      if (broken < 0) denials++;
      if (nearest < 0) nearest = at;
      first = at;
    } else if (!FILLERS.has(word) && !MORE.has(word) && broken < 0) broken = at;
  }
  if (denials > 0) return denials % 2 === 1 && !isEachTime(words, nearest);
  if (first >= 0 && LISTED.test(words[broken + 1]?.text ?? '') && listed(words, first, from, to)) return true;
  return DENIED_AFTER.test(afterOf(words, to)) || UNAFFECTED.test(afterOf(words, to));
}

/** Whether it is denied, or said to have ended or been dealt with. */
export function isHarmOver(words: readonly ReadWord[], from: number, to: number): boolean {
  if (isHarmDenied(words, from, to)) return true;
  if (isFewer(words, from) || isDealtWith(words, from)) return true;
  const after = afterOf(words, to);
  return EASED.test(after) || (ENDED.test(after) && !UNDONE.test(after));
}

const DEALT_WITH =
  /(?:^| )(?:cut|cut down on|reduced|tackled|stopped|got rid of|cleaned up|cleared up|clamped down on|cracked down on|dealt with|sorted out|put a stop to|put an end to)(?: \S+){0,2}$/;

/** "The police have cut down on the drug dealing". */
function isDealtWith(words: readonly ReadWord[], from: number): boolean {
  const before = back(words, from, AHEAD)
    .reverse()
    .map((at) => words[at]!.text)
    .join(' ');
  return DEALT_WITH.test(before) && !UNDONE.test(before) && !/n't\b|\b(?:if|would|nobody)\b/.test(before);
}

/** "Fewer beggars"; but "no less trouble". */
const isFewer = (words: readonly ReadWord[], from: number): boolean =>
  /^(?:less|fewer)$/.test(words[from - 1]?.text ?? '') &&
  !/^(?:no|not|any)$|n't$/.test(words[from - 2]?.text ?? '') &&
  !/^(?:worried|concerned|bothered)$/.test(words[from]!.text);

/** "Can't go out without seeing drunks", "not a day without trouble": one denial undoes the other, however far before. */
function isEachTime(words: readonly ReadWord[], denial: number): boolean {
  if (words[denial]!.text !== 'without') return false;
  const marks = marksOf(words);
  return back(words, denial, REACH).some((at) => marks.get(at)?.kind === 'denies');
}

function listed(words: readonly ReadWord[], first: number, from: number, to: number): boolean {
  if (from - first > 5 || GOES_ON.test(words[to]?.text ?? '')) return false;
  if (!/^(?:no|without|zero|never|isn't|not)$/.test(words[first]!.text)) return false;
  return words.slice(first + 1, from).every(({ text }) => !ACTS.test(text));
}

/** Whether the word is part of a trigger that began before it ("at no point"). */
const isWithin = (marks: ReadonlyMap<number, Mark>, at: number): boolean =>
  [1, 2, 3].some((back) => (marks.get(at - back)?.to ?? 0) > at);

/** What follows it in its clause. */
const afterOf = (words: readonly ReadWord[], to: number): string => aheadOf(words, to, AHEAD).join(' ');
