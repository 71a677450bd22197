import { setImmediate as breathe } from 'node:timers/promises';

import {
  agenciesToScan,
  commentsToScan,
  saveEmerging,
  type AgencyToScan,
  type Database,
  type FoundTopic,
} from '#store';

import { maskedText } from './masked-text.js';

const DAY = 86_400_000;
/** The first Sunday of all. */
const FIRST_SUNDAY = Date.parse('1970-01-04');
/** Comments that are listened to at once: pairs of words of more take too much room. */
const MOST_COMMENTS = 30_000;
/** Comments after which the process answers others. */
const SLICE = 500;

/**
 * Looks at the comments of every agency with something new for what people begin to speak of. Idempotent: a scan replaces what the last
 * one found.
 * @returns number of agencies looked at
 */
export async function findEmerging(worker: Database): Promise<number> {
  const agencies = await agenciesToScan(worker);
  for (const agency of agencies) await saveEmerging(worker, agency, await topicsOf(worker, agency));
  return agencies.length;
}

async function topicsOf(worker: Database, agency: AgencyToScan): Promise<FoundTopic[]> {
  const { emergingTopics, listenUntil, LISTENED_WEEKS, termsOf } = await import('#themes');
  const listening = listenUntil(weekOf(agency.until));
  const comments = await commentsToScan(worker, agency, { weeks: LISTENED_WEEKS, most: MOST_COMMENTS });
  for (const [at, { answer, day, engagement, by, text, masks }] of comments.entries()) {
    const terms = termsOf(maskedText(text, masks));
    listening.add({ id: String(answer), week: weekOf(day), stream: engagement, by, terms });
    if (at % SLICE === SLICE - 1) await breathe();
  }
  const topics = await emergingTopics(listening.heard(), { pause: breathe });
  return topics.map(({ words, since, window, mentions, expected, people, comments: of }) => ({
    words,
    since: sundayOf(since),
    weeks: window,
    mentions,
    expected,
    people,
    answers: of.map(Number),
  }));
}

/** Weeks run from Monday to Sunday, counted by their Sundays. */
const weekOf = (day: string): number => Math.ceil((Date.parse(day) - FIRST_SUNDAY) / (7 * DAY));
const sundayOf = (week: number): string => new Date(FIRST_SUNDAY + week * 7 * DAY).toISOString().slice(0, 10);
