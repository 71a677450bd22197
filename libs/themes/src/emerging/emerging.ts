import { type Heard, type HeardComment, Listening } from './heard.js';
import { borderOf } from './quiet.js';
import {
  BASE_WEEKS,
  type Mentions,
  mentionsOf,
  standsOut,
  type StandsOut,
  volumes,
  WINDOWS,
} from './scan.js';

/** Something that is spoken of more than it was, in the words that show it. */
export interface EmergingTopic {
  /** Words and pairs of words, the most telling first; at most four, none within another. */
  words: string[];
  /** Week by whose end it was first told, of the last eight. */
  since: number;
  /** Comments that mention it within its window, the latest first; copies once. */
  comments: string[];
  /** Different people, as far as is known. */
  people: number;
  /** Of the most telling word: weeks of its window, mentions in it, and how many there would be at the usual rate. */
  window: number;
  mentions: number;
  expected: number;
}

/** Weeks that are judged to say since when a topic is told. */
const LOOKED_BACK = Math.max(...WINDOWS);
/** Weeks that are listened to: a year before the longest window of the first week that is judged. */
export const LISTENED_WEEKS = BASE_WEEKS + 2 * LOOKED_BACK;
const FEWEST_PEOPLE = 3;
/** Words of which half of the comments of the rarer one are the same speak of one topic. */
const OVERLAP = 0.5;
const WORDS = 4;

interface Raised extends StandsOut {
  written: string;
  since: number;
  inside: Set<number>;
}

/** Takes comments for a scan at the end of a week; see `Listening` for their order. */
export const listenUntil = (now: number): Listening =>
  new Listening(now - LISTENED_WEEKS + 1, LISTENED_WEEKS);

/** All comments for a scan at the end of a week, whatever their order. */
export function heardUntil(now: number, comments: readonly HeardComment[]): Heard {
  const listening = listenUntil(now);
  const ordered = [...comments].sort(
    (a, b) => a.week - b.week || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0) || (a.id < b.id ? -1 : 1),
  );
  for (const one of ordered) listening.add(one);
  return listening.heard();
}

/**
 * What emerges at the end of the last week that was heard: words that stand out against the year before, above a border that quiet weeks
 * of the same comments give (`FALSE_A_YEAR`), joined to topics by the comments that they share.
 * @param border as `borderOf` gave it for these comments a short while ago; it takes most of the time
 * @param pause see `borderOf`
 */
export async function emergingTopics(
  heard: Heard,
  { border, pause }: { border?: number; pause?: () => Promise<unknown> } = {},
): Promise<EmergingTopic[]> {
  const volume = volumes(heard, heard.week);
  const last = heard.weeks - 1;
  const candidates = heard.terms.flatMap(({ written, comments: of }) => {
    const mentions = mentionsOf(heard, of, heard.week);
    const now = standsOut(heard, mentions, volume, last);
    return now && now.score > 1 ? [{ written, of, mentions, now }] : [];
  });
  if (candidates.length === 0) return [];
  const least = border ?? (await borderOf(heard, pause));
  const raised = candidates
    .filter(({ now }) => now.score > least)
    .map(({ written, of, mentions, now }): Raised => ({
      ...now,
      written,
      since: heard.first + firstAbove(heard, mentions, volume, least),
      inside: new Set([...of].filter((at) => heard.week[at]! > last - now.window)),
    }))
    .sort((a, b) => b.score - a.score || (a.written < b.written ? -1 : 1));
  return joined(raised)
    .map((terms) => topicOf(heard, terms))
    .filter(({ people }) => people >= FEWEST_PEOPLE);
}

/** The first of the last weeks from which on it stood out without a break. */
function firstAbove(heard: Heard, mentions: Mentions, volume: Int32Array, border: number): number {
  let week = heard.weeks - 1;
  while (
    week > heard.weeks - LOOKED_BACK &&
    (standsOut(heard, mentions, volume, week - 1)?.score ?? 0) > border
  )
    week--;
  return week;
}

/** Words in groups that share comments, the most telling first. */
function joined(raised: readonly Raised[]): Raised[][] {
  const groups: Raised[][] = [];
  for (const one of raised) {
    const near = groups.find((group) =>
      group.some(({ inside }) => {
        const both = [...one.inside].filter((at) => inside.has(at)).length;
        return both >= OVERLAP * Math.min(one.inside.size, inside.size);
      }),
    );
    if (near) near.push(one);
    else groups.push([one]);
  }
  return groups;
}

function topicOf(heard: Heard, terms: readonly Raised[]): EmergingTopic {
  const [first] = terms as [Raised];
  const inside = [...new Set(terms.flatMap((one) => [...one.inside]))].sort((a, b) => b - a);
  return {
    words: namesOf(terms),
    since: Math.min(...terms.map(({ since }) => since)),
    comments: inside.map((at) => heard.ids[at]!),
    people: new Set(inside.map((at) => heard.by[at]!)).size,
    window: first.window,
    mentions: first.mentions,
    expected: first.expected,
  };
}

/** A pair says more than its words: it stands for them where it is as telling as half of them. */
function namesOf(terms: readonly Raised[]): string[] {
  const pairs = terms.filter(({ written, score }) => written.includes(' ') && score >= terms[0]!.score / 2);
  const chosen: string[] = [];
  for (const { written } of [...pairs, ...terms]) {
    if (chosen.length === WORDS) break;
    const words = written.split(' ');
    if (!chosen.some((known) => words.every((word) => known.split(' ').includes(word)))) chosen.push(written);
  }
  return chosen;
}
