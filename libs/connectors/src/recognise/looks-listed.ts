import { learnOptions, pieces } from './delimited.js';
import type { Hints } from './meaning.js';
import type { ColumnProfile } from './profile.js';

/** Rows in which a list shows itself by little. */
export const FEW_TO_TELL = 16;

/** In few rows: do cells repeat, and look like options rather than like remarks? */
export function mayBeList({ counts, filled, overflow }: ColumnProfile): boolean {
  if (overflow > 0 || filled > 40 || filled < 3) return false;
  const own = [...counts].filter(([value]) => !NOTHING.test(value));
  const repeated = own.filter(
    ([value, count]) => count > 1 && /^[\p{Lu}\d£"'(]/u.test(value) && !/[.!]$/.test(value),
  );
  const cells = repeated.reduce((sum, [, count]) => sum + count, 0);
  const few = filled <= FEW_TO_TELL;
  return repeated.length >= (few ? 1 : 2) && cells >= (few ? 0.4 : 0.5) * filled;
}

/** What people write who have nothing to say; it repeats under every question. */
const NOTHING =
  /^(no|none|nothing|n\/?a|not really|no comments?|yes|nope|nil|don'?t know|not sure|ok|fine|good)\b.{0,15}$/i;

/** Do all cells stand there again and again, as nobody's own words do? */
export function isPlainlyList({ counts, filled, overflow }: ColumnProfile): boolean {
  if (overflow > 0 || filled < 9) return false;
  const listed = [...counts].filter(
    ([value, count]) =>
      count > 2 && !NOTHING.test(value) && /^[\p{Lu}\d£"'(]/u.test(value) && !/[.!]$/.test(value),
  );
  const cells = listed.reduce((sum, [, count]) => sum + count, 0);
  return listed.length >= 2 && listed.length <= 15 && cells >= 0.7 * filled;
}

const OWN_WORDS_APART = /\b(which|select|choose|tick|main|primary|most important|reasons? for)\b/;
/** One is asked for, of those that there are. */
export const ONE_OF = /\b(which|select|choose|tick|main|primary|most important)\b/;
const OWN_WORDS_ASKED =
  /\b(comments?|tell us|why|explain|describe|own words|else|details?|specify|state|say)\b/;

/** "Which of these is a reason to ...", "Main reason for your visit": a list to choose from, where the same few stand in every row. */
export function isChoiceOfReasons(words: string, { counts, filled, overflow }: ColumnProfile): boolean {
  if (!OWN_WORDS_APART.test(words) || OWN_WORDS_ASKED.test(words) || overflow > 0) return false;
  const sentences = [...counts.keys()].some((cell) => cell.length > 80 || /[.!?]\s+\p{Lu}/u.test(cell));
  return (
    !sentences && counts.size > 1 && counts.size <= 15 && filled >= (ONE_OF.test(words) ? 3 : 4) * counts.size
  );
}

/** Answers of a list that is surely one, from this many cells on. */
const FEWEST_LISTED = 15;
const FEWEST_TOLD = 4;
/** Labels that say that several may be chosen. */
export const CHOOSE = /\b(choose|select|tick|pick|check)\b|\ball that apply\b|\bas many as\b/;
const MOST_LISTED = 20;

/**
 * Do the cells hold nothing but a few options, several at a time? Then the words of the label ("what is your comment about",
 * "reasons") do not make them people's own.
 */
export function isListed(words: string, profile: ColumnProfile, { delimiter }: Hints): boolean {
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

/** Could the cells hold several options at a time? */
export function listsSeveral({ counts, filled, overflow }: ColumnProfile, { delimiter }: Hints): boolean {
  if (overflow > 0 || filled < 3) return false;
  const list = (delimiter === null ? null : learnOptions(counts, delimiter)) ?? learnOptions(counts);
  if (list && list.options.length <= MOST_LISTED && list.several >= 0.2 * filled) return true;
  return piecesRepeat(counts);
}

/** Labels under which a few cells that repeat are no doubt. */
export const OWN_WORDS_SURE = /own words|\btell us\b|\bwhy\b|\bcomments?\b|\bexplain\b|\belse\b|\bfeedback\b/;
const MARKS = [';', '|', '\n', ' / ', ', '] as const;

/** In few rows: could a cell hold several options where no list of them could be learnt? */
export const couldBeSeveral = (words: string, { counts, filled, overflow }: ColumnProfile): boolean =>
  overflow === 0 &&
  filled >= FEWEST_TOLD &&
  filled <= 40 &&
  !OWN_WORDS_SURE.test(words) &&
  piecesRepeat(counts);

/** Do pieces between marks come again in other cells? */
const piecesRepeat = (counts: ReadonlyMap<string, number>): boolean =>
  MARKS.some((mark) => {
    const lists = [...counts.keys()].map((cell) => pieces(cell, mark));
    // Options begin with capitals; behind a comma within an option there is none.
    if (mark === ', ' && !lists.flat().every((piece) => /^[\p{Lu}\d]/u.test(piece))) return false;
    const within = new Map<string, number>();
    for (const piece of lists.flat()) within.set(piece, (within.get(piece) ?? 0) + 1);
    const times = [...within.values()];
    const all = times.reduce((sum, one) => sum + one, 0);
    const again = times.filter((one) => one > 1).reduce((sum, one) => sum + one, 0);
    return (
      lists.filter(({ length }) => length > 1).length >= 0.2 * lists.length &&
      again >= (lists.length > 6 ? 0.5 : 0.35) * all
    );
  });
