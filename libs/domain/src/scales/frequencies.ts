/** Times a year, or for words that name no time a place among them. */
const ADVERBS: readonly [RegExp, number][] = [
  [/^(always|constantly|all (of )?the time|every time|often ?\/ ?always)$/, 1000],
  [/^(nearly|almost) (always|all (of )?the time|every time)$|^most of the time$|^(usually|mostly)$/, 900],
  [/^very (often|frequently|regularly)$|^a lot of the time$/, 800],
  [/^(fairly|quite) (often|frequently|regularly)$|^often$|^frequently$|^regularly$/, 700],
  [/^sometimes$|^some of the time$|^about half (of )?the time$/, 600],
  [/^(occasionally|now and (then|again)|from time to time|every (so often|now and then)|once in a while|a little of the time)$/, 1.4],
  [/^not (very|that|too|so) (often|frequently|regularly)$|^not often$|^infrequently$/, 0.7],
  [/^less (often|frequently|regularly)( than .*)?$|^not as often( as that)?$/, 0.6],
  [/^(rarely|seldom|hardly ever|very (rarely|occasionally))$/, 0.3],
  [/^(rarely|hardly ever|seldom|almost|very rarely)( ?\/ ?| or )?never$/, 0.1],
  [/^(never|none of the time|not at all|i (don'?t|do not|never)( .{1,20})?|do(n'?t| not) (use|visit|go|travel|attend|do)( .{1,20})?|never (use|visit|go|travel|attend|have|been|do)( .{1,20})?|not (used|visited|attended)( .{1,20})?)$/, 0],
]; // prettier-ignore

const A_YEAR: Readonly<Record<string, number>> = {
  day: 365, daily: 365, weekday: 260, week: 52, weekly: 52, fortnight: 26, fortnightly: 26,
  month: 12, monthly: 12, quarter: 4, quarterly: 4, term: 3, termly: 3, year: 1, yearly: 1, annually: 1,
}; // prettier-ignore
const NUMBER: Readonly<Record<string, number>> = {
  once: 1, one: 1, a: 1, twice: 2, two: 2, three: 3, four: 4, five: 5, six: 6, couple: 2, few: 3.4, several: 4.5, many: 6, multiple: 4.4,
}; // prettier-ignore

const numberOf = (word: string | undefined): number =>
  word === undefined ? 1 : (NUMBER[word] ?? Number(word));

const PER = '(?:a|per|each|every|in a|in the)';
const COUNT =
  '(?:\\d{1,2}|once|twice|one|two|three|four|five|six|a few|a couple(?: of)?|several|many|multiple)';
const TIMES = new RegExp(
  `^(${COUNT})(?:(?: ?(?:or|to|-|\u2013) ?)(${COUNT}|more))?(?: (?:or more )?(?:times?|days|occasions))?(?: or more)? ${PER} (\\w+?)$`,
);
const EVERY = /^every (?:(other|second|two|three|four|six|few|couple of|\d{1,2}) )?(\w+?)s?$/;
const BOUND =
  /^(at least|more than|over|less than|under|fewer than|up to|about|around|roughly|approximately|only|just|i (?:use|go|visit|travel)(?: it)?) (?=\S)/;

/**
 * How often, in times a year as far as the words say so, most often highest.
 * @param step as `plainStep` has it
 * @returns null where it says no frequency
 */
export function timesAYear(step: string): number | null {
  const adverb = ADVERBS.find(([pattern]) => pattern.test(step));
  if (adverb) return adverb[1];
  const bound = BOUND.exec(step)?.[1];
  const rest = bound === undefined ? step : step.slice(bound.length + 1);
  const times = counted(rest.replace(/ \(.*\)$/, '').replace(/,? or (so|thereabouts)$/, ''));
  if (times === null) return null;
  if (bound === 'more than' || bound === 'over') return times * 1.3;
  return bound === 'less than' || bound === 'under' || bound === 'fewer than' ? times * 0.8 : times;
}

function counted(words: string): number | null {
  if (/^(most|nearly every|almost every|almost) (days?|daily)$/.test(words)) return 280;
  if (/^most (weeks|weekends)$/.test(words)) return 40;
  if (/^(nearly|almost) every week$/.test(words)) return 45;
  if (/^most months$/.test(words)) return 9;
  const alone = A_YEAR[words];
  if (alone !== undefined && /ly$/.test(words)) return alone;
  const every = EVERY.exec(words);
  if (every) {
    const year = A_YEAR[every[2]!];
    const number =
      every[1] === 'other' || every[1] === 'second' ? 2 : numberOf(every[1]?.replace(/ of$/, ''));
    return year === undefined ? null : year / number;
  }
  const times = TIMES.exec(words);
  const year = times ? A_YEAR[times[3]!] : undefined;
  if (!times || year === undefined) return null;
  const clean = (word: string): string => word.replace(/^a (?=few|couple)/, '').replace(/ of$/, '');
  const lowest = numberOf(clean(times[1]!));
  const highest = times[2] === undefined || times[2] === 'more' ? lowest : numberOf(clean(times[2]));
  const more = / or more| more /.test(words) ? 1.1 : 1;
  return year * ((lowest + highest) / 2) * more;
}

/**
 * What each answer to "how often" is worth; null where some is none, or two of them are in no certain order.
 * @param steps as `plainStep` has them
 */
export function frequenciesOf(steps: readonly string[]): number[] | null {
  if (steps.length < 3) return null;
  const found: number[] = [];
  for (const step of steps) {
    const times = timesAYear(step);
    if (times === null) return null;
    found.push(times);
  }
  if (new Set(found).size !== found.length) return null;
  // "Often" and "once a week": which of them is more is not told.
  const adverbs = found.filter((one) => one >= 600 && one <= 1000 && Number.isInteger(one / 100)).length;
  const told = steps.filter((step) => counted(step.replace(BOUND, '')) !== null).length;
  return adverbs > 0 && told > 0 ? null : found;
}
