import type { SafeFetch } from '#connectors';
import { HubError } from '#domain';
import { moveBookmark, receiveTrusted, sourceByCode, stopSource, type Database } from '#store';

import { connectorOf } from './connector-of.js';

export interface Pulled {
  /** Deliveries kept by this pull; pages whose bytes were held already are not among them. */
  deliveries: number[];
}

/**
 * Pull a source from its bookmark on. Each page becomes a delivery; the bookmark moves in the transaction that keeps
 * the page, so a crash in between repeats a page and never skips one.
 * @throws HubError `retry` for what may pass; the source is stopped (with its reason) for what a person must mend.
 */
export async function pullSource(db: Database, code: string, fetch: SafeFetch): Promise<Pulled> {
  const source = await sourceByCode(db, code);
  if (!source || !source.pullAddress || source.stoppedReason) return { deliveries: [] };
  const connector = await connectorOf(source.connector);
  if (!connector.pull)
    throw new HubError('stop-source', 'cannot-pull', `The connector ${connector.code} takes files only.`);
  const deliveries: number[] = [];
  try {
    const pages = connector.pull({
      address: source.pullAddress,
      mapping: source.mapping,
      bookmark: source.bookmark,
      fetch,
    });
    for await (const page of pages) {
      const answer = await db.transaction(async (tx) => {
        const kept = await receiveTrusted(tx, {
          source: code,
          way: 'pull',
          files: [page.file],
          mapping: null,
          fieldKinds: null,
        });
        if (kept.delivery !== undefined) await moveBookmark(tx, code, page.bookmark);
        return kept;
      });
      if (answer.outcome === 'refused') break; // audited where it was refused; the agreement may be mended later
      if (answer.outcome === 'kept' && answer.delivery !== undefined) deliveries.push(answer.delivery);
    }
  } catch (error) {
    if (error instanceof HubError && error.next === 'stop-source') await stopSource(db, code, error.message);
    throw error;
  }
  return { deliveries };
}
