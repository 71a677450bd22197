import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PulledPage, PullRequest, SafeFetch } from '../contract.js';
import { addressOf, fetchJson, wrongShape } from '../pulling.js';
import { neighbourhoodList, settings, type Bundle } from './shape.js';

/** Neighbourhoods to a page: small enough that a fault late in a force repeats little. */
const PAGE_SIZE = 25;

/** What each neighbourhood said when it was last committed: its id and a hash. */
type Bookmark = Record<string, string>;

const bookmarkShape = z.record(z.string(), z.string());

/** Neighbourhoods whose priorities or events changed since the bookmark. The source has no paging and no "since". */
export async function* pullNeighbourhoods({
  address,
  mapping,
  bookmark,
  fetch,
}: PullRequest): AsyncIterable<PulledPage> {
  const known: Bookmark = { ...(bookmarkShape.safeParse(bookmark).data ?? {}) };
  const url = addressOf(address, 'neighbourhoods');
  const list = neighbourhoodList.safeParse((await fetchJson(fetch, url)).value);
  if (!list.success) throw wrongShape(url);
  const only = settings.safeParse(mapping ?? {}).data?.neighbourhoods;
  let changed: Bundle['neighbourhoods'] = [];
  for (const { id, name } of list.data) {
    if (only && !only.includes(id)) continue;
    const neighbourhood = {
      id,
      name,
      priorities: await items(fetch, address, id, 'priorities'),
      events: await items(fetch, address, id, 'events'),
    };
    const hash = createHash('sha256').update(JSON.stringify(neighbourhood)).digest('hex').slice(0, 16);
    if (known[id] === hash) continue;
    known[id] = hash;
    changed.push(neighbourhood);
    if (changed.length < PAGE_SIZE) continue;
    yield pageOf(changed, known);
    changed = [];
  }
  if (changed.length) yield pageOf(changed, known);
}

async function items(fetch: SafeFetch, address: string, id: string, what: string): Promise<unknown[]> {
  const url = addressOf(address, `${encodeURIComponent(id)}/${what}`);
  const { value } = await fetchJson(fetch, url);
  if (!Array.isArray(value)) throw wrongShape(url);
  return what === 'events' ? value.map(withoutContacts) : value;
}

/** Officers' names, addresses and telephone numbers are no part of what the hub needs: they are not even kept raw. */
function withoutContacts(event: unknown): unknown {
  if (typeof event !== 'object' || event === null) return event;
  return Object.fromEntries(Object.entries(event).filter(([key]) => key !== 'contact_details'));
}

function pageOf(neighbourhoods: Bundle['neighbourhoods'], known: Bookmark): PulledPage {
  const name = `neighbourhoods-${neighbourhoods[0]?.id.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 60) ?? 'none'}.json`;
  const bytes = new TextEncoder().encode(JSON.stringify({ neighbourhoods }));
  return { file: { name, mediaType: 'application/json', bytes }, bookmark: { ...known } };
}
