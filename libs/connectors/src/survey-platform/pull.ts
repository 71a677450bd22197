import type { PulledPage, PullRequest } from '../contract.js';
import { addressOf, fetchJson, wrongShape } from '../pulling.js';
import { page } from './page.js';

const PAGE_SIZE = 500;
/** A source whose pages never end is left after this many; the bookmark keeps what was reached. */
const MAX_PAGES = 2_000;

interface Bookmark {
  cursor: string;
}

const isBookmark = (bookmark: unknown): bookmark is Bookmark =>
  typeof bookmark === 'object' && bookmark !== null && typeof (bookmark as Bookmark).cursor === 'string';

/** Pages after the bookmark, oldest first. Ends at the last page, at an empty one, or where the cursor stands still. */
export async function* pullPages({ address, bookmark, fetch }: PullRequest): AsyncIterable<PulledPage> {
  let cursor = isBookmark(bookmark) ? bookmark.cursor : null;
  for (let count = 0; count < MAX_PAGES; count++) {
    const url = addressOf(address, '', {
      limit: String(PAGE_SIZE),
      ...(cursor === null ? {} : { after: cursor }),
    });
    const { bytes, value } = await fetchJson(fetch, url);
    const answer = page.safeParse(value);
    if (!answer.success) throw wrongShape(url);
    const { activities, cursor: reached, next } = answer.data;
    if (activities.length === 0) return;
    const name = `activities-after-${(cursor ?? 'start').replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60)}.json`;
    yield { file: { name, mediaType: 'application/json', bytes }, bookmark: { cursor: reached ?? cursor } };
    if (next === null || reached === null || reached === cursor) return;
    cursor = reached;
  }
}
