import { createHash } from 'node:crypto';
import { z } from 'zod';
import { HubError } from '#domain';
import type { PulledPage, PullRequest, SafeFetch } from '../contract.js';
import { addressOf, fetchJson, wrongShape } from '../pulling.js';
import { crimeList, dateList, lastUpdated, settings, type Crime, type Settings } from './shape.js';

/** What each month said when it was last committed (a hash), and of which day of the source all of them were looked through. */
const bookmarkShape = z.object({
  updated: z.string().nullable(),
  months: z.record(z.string(), z.string()),
});
type Bookmark = z.output<typeof bookmarkShape>;

/**
 * The latest months, one page each, where they say something else than at the last pull: police mend months for years. The
 * interface has no "since"; it says on which day it was last brought up to date, and while that stands nothing more is asked.
 */
export async function* pullStreetCrime({
  address,
  mapping,
  bookmark,
  fetch,
}: PullRequest): AsyncIterable<PulledPage> {
  const asked = settings.parse(mapping ?? {});
  const { areas } = asked;
  if (!areas?.length)
    throw new HubError(
      'stop-source',
      'areas-missing',
      'The mapping names no areas: give a polygon for each ward, or deliver the street-level CSV.',
    );
  const known: Bookmark = bookmarkShape.safeParse(bookmark).data ?? { updated: null, months: {} };
  const updated = await ask(fetch, addressOf(address, 'crime-last-updated'), lastUpdated);
  if (known.updated === updated.date) return;
  const months = { ...known.months };
  let ready: PulledPage | null = null;
  for (const month of await latestMonths(fetch, address, asked)) {
    const page = await monthOf(fetch, address, month, areas);
    const hash = createHash('sha256').update(page).digest('hex').slice(0, 16);
    if (months[month] === hash) continue;
    if (ready) yield ready;
    months[month] = hash;
    const file = {
      name: `street-crime-${month}.json`,
      mediaType: 'application/json',
      bytes: Buffer.from(page),
    };
    ready = { file, bookmark: { updated: null, months: { ...months } } };
  }
  // Only with the last page have all months been looked through.
  if (ready) yield { ...ready, bookmark: { updated: updated.date, months } };
}

async function ask<T>(fetch: SafeFetch, url: URL, shape: z.ZodType<T>): Promise<T> {
  const parsed = shape.safeParse((await fetchJson(fetch, url)).value);
  if (!parsed.success) throw wrongShape(url);
  return parsed.data;
}

/** The first first, so that a break in the middle of a pull leaves a series without holes. */
async function latestMonths(
  fetch: SafeFetch,
  address: string,
  { months }: Pick<Settings, 'months'>,
): Promise<string[]> {
  const dates = await ask(fetch, addressOf(address, 'crimes-street-dates'), dateList);
  return [...new Set(dates.map(({ date }) => date))].sort().slice(-months);
}

async function monthOf(
  fetch: SafeFetch,
  address: string,
  date: string,
  areas: NonNullable<Settings['areas']>,
): Promise<string> {
  const found: { ward: string; crimes: Crime[] }[] = [];
  for (const { ward, polygon } of areas) {
    const url = addressOf(address, 'crimes-street/all-crime', { date, poly: polygon });
    const crimes = await ask(fetch, url, crimeList);
    found.push({ ward, crimes: crimes.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)) });
  }
  return JSON.stringify({ month: date, areas: found });
}
