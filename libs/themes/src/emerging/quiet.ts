import { randomOf, shuffled } from '../model/random.js';
import type { Heard } from './heard.js';
import { FEWEST_WEEKS, mentionsOf, standsOut, volumes, WINDOWS } from './scan.js';

/** Topics a year that may be told where nothing is new. */
export const FALSE_A_YEAR = 0.6;
/** Years of quiet weeks that are made, so that the border hangs on half a dozen of false ones. */
const QUIET_YEARS = 10;
/** Weeks of a deal that are judged, the last: with as many before them as the week has that is judged for good. */
const JUDGED = 16;
const YEAR = 52;
const SEED = 20;
const ATONCE = (): Promise<void> => Promise.resolve();

/**
 * The score above which a topic is told: in as many quiet years as make it steady, so many false ones a year are above it. A quiet year is
 * the comments themselves, those of each stream dealt anew to its weeks: what people say and how many answer when stays as it is, and
 * nothing is new. Infinity where there are too few weeks.
 * @param pause waited for between the rounds: the process also answers others
 */
export async function borderOf(heard: Heard, pause: () => Promise<unknown> = ATONCE): Promise<number> {
  const first = Math.max(heard.silent + FEWEST_WEEKS + Math.min(...WINDOWS) - 1, heard.weeks - JUDGED);
  const judged = heard.weeks - first;
  if (judged < 1) return Infinity;
  const rounds = Math.ceil((QUIET_YEARS * YEAR) / judged);
  const random = randomOf(SEED);
  const highest: number[] = [];
  const byStream = groupsOf(heard);
  for (let round = 0; round < rounds; round++) {
    const week = dealtAnew(heard.week, byStream, random);
    const volume = volumes(heard, week);
    // A word and a pair that holds it, of the same comments, are one topic: they have the same score.
    const own = new Set<number>();
    for (const { comments } of heard.terms) {
      const mentions = mentionsOf(heard, comments, week);
      let most = 0;
      for (const at of mentions.weeks)
        if (at >= first) most = Math.max(most, standsOut(heard, mentions, volume, at)?.score ?? 0);
      if (most > 1) own.add(most);
    }
    highest.push(...own);
    await pause();
  }
  highest.sort((a, b) => b - a);
  const allowed = Math.floor(FALSE_A_YEAR * ((rounds * judged) / YEAR));
  return highest[allowed] ?? 1;
}

function groupsOf({ stream, streams }: Heard): number[][] {
  const groups = Array.from({ length: streams }, (): number[] => []);
  stream.forEach((own, at) => groups[own]!.push(at));
  return groups;
}

/** Weeks of each stream's comments in another order. */
function dealtAnew(week: Int32Array, groups: readonly number[][], random: () => number): Int32Array {
  const dealt = Int32Array.from(week);
  for (const group of groups) {
    const weeks = shuffled(
      group.map((at) => week[at]!),
      random,
    );
    group.forEach((at, place) => (dealt[at] = weeks[place]!));
  }
  return dealt;
}
