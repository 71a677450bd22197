import { FEWEST_MENTIONS, type Heard } from './heard.js';
import { surprise } from './surprise.js';

/** Windows that are looked at, in weeks: a sudden topic shows in the first, a slow one in the last. */
export const WINDOWS = [2, 4, 8] as const;
/** Weeks before a window that it is compared with, where there are so many. */
export const BASE_WEEKS = 52;
/** Comments that a stream had before a window, to say what is usual in it: what an engagement has just begun to ask is no news. */
const FEWEST_BEFORE = 30;
/** Weeks before a window that there are at least. */
export const FEWEST_WEEKS = 10;

/** How a term stands out at the end of a week, by its best window. */
export interface StandsOut {
  score: number;
  /** Weeks of the window. */
  window: number;
  mentions: number;
  /** Mentions that the window would have at the usual rate. */
  expected: number;
}

/** Comments of each stream up to the end of each week: `counts[stream * (weeks + 1) + week]`. */
export function volumes(heard: Heard, week: Int32Array): Int32Array {
  const wide = heard.weeks + 1;
  const counts = new Int32Array(heard.streams * wide);
  for (let at = 0; at < week.length; at++) counts[heard.stream[at]! * wide + week[at]! + 1]!++;
  for (let stream = 0; stream < heard.streams; stream++)
    for (let at = 1; at < wide; at++) counts[stream * wide + at]! += counts[stream * wide + at - 1]!;
  return counts;
}

/** Mentions of one term, summed up to the end of each week, by the streams that have it. */
export interface Mentions {
  streams: number[];
  counts: Int32Array[];
  /** Weeks in which somebody mentions it. */
  weeks: number[];
}

/** @param week of each comment: as heard, or in another order */
export function mentionsOf(heard: Heard, comments: Int32Array, week: Int32Array): Mentions {
  const streams: number[] = [];
  const counts: Int32Array[] = [];
  const weeks = new Set<number>();
  for (const at of comments) {
    let own = streams.indexOf(heard.stream[at]!);
    if (own < 0) {
      own = streams.push(heard.stream[at]!) - 1;
      counts.push(new Int32Array(heard.weeks + 1));
    }
    counts[own]![week[at]! + 1]!++;
    weeks.add(week[at]!);
  }
  for (const sums of counts) for (let at = 1; at < sums.length; at++) sums[at]! += sums[at - 1]!;
  return { streams, counts, weeks: [...weeks].sort((a, b) => a - b) };
}

/**
 * How a term stands out at the end of a week: of all its mentions in window and base so many fall into the window, where each stream's
 * own comments say how many would. @returns null where no window has enough mentions
 */
export function standsOut(
  heard: Heard,
  { streams, counts }: Mentions,
  volume: Int32Array,
  week: number,
): StandsOut | null {
  const wide = heard.weeks + 1;
  let best: StandsOut | null = null;
  for (const window of WINDOWS) {
    const from = week + 1 - window;
    const start = Math.max(heard.silent, from - BASE_WEEKS);
    if (from - start < FEWEST_WEEKS) continue;
    let [inside, all, expectedShare] = [0, 0, 0];
    for (let at = 0; at < streams.length; at++) {
      const row = streams[at]! * wide;
      const before = volume[row + from]! - volume[row + start]!;
      if (before < FEWEST_BEFORE) continue;
      const now = volume[row + week + 1]! - volume[row + from]!;
      const own = counts[at]!;
      const mentions = own[week + 1]! - own[start]!;
      inside += own[week + 1]! - own[from]!;
      all += mentions;
      expectedShare += (mentions * now) / (now + before);
    }
    if (inside < FEWEST_MENTIONS) continue;
    const share = expectedShare / all;
    const score = surprise(inside, all, share);
    if (best && best.score >= score) continue;
    best = { score, window, mentions: inside, expected: ((all - inside) * share) / (1 - share) };
  }
  return best;
}
