import { auditLines, type Database, type Queryable } from '#store';
import { linkOf, START, type Head, type Link } from './chain.js';
import { BrokenTrail, HeadFile } from './head-file.js';

const PAGE = 5_000;
/** Below every number that was ever given: an entry may have been put before all. */
const FIRST = -(2 ** 31);
/**
 * An entry is written a moment before its transaction ends, so one may come to be seen after a later one was: for so long.
 * Whatever appears below the chain's end after that was put there.
 */
const LATE_MS = 15 * 60_000;

/** What `verify` found. */
export type TrailFinding =
  | { ok: true; entries: number; head: string | null; at: string | null; after: number }
  | { ok: false; entry: number | null; what: 'changed' | 'removed' | 'inserted' | 'file'; reason: string };

/** The audit trail as it is chained and signed outside the database. One for each process; roles: the worker's. */
export class AuditTrail {
  private readonly file: HeadFile;
  private known: { bytes: number; head: string; sealed: Set<number>; last: number; at: number } | null = null;

  constructor(dataDir: string) {
    this.file = new HeadFile(dataDir);
  }

  /**
   * Takes the entries that are not in the chain yet into it and signs its new head. Processes do so one at a time.
   * @returns how many there were
   */
  async seal(worker: Database): Promise<number> {
    return worker.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('hub.audit-trail', 0))`);
      const known = this.known?.bytes === this.file.bytes ? this.known : this.load();
      const links = await this.fresh(tx, known);
      if (links.length > 0) {
        const { head, at } = this.file.add(known.head, links, new Date().toISOString());
        for (const [id] of links) known.sealed.add(id);
        known.last = links.reduce((last, [id]) => Math.max(last, id), known.last);
        this.known = { ...known, head, at: Date.parse(at), bytes: this.file.bytes };
      }
      return links.length;
    });
  }

  /**
   * Compares the database with the chain, entry by entry.
   * @returns the first entry that was changed, removed or inserted, by its number; or that all is as it was, up to when, and
   *   how many came after and are not vouched for
   */
  async verify(worker: Queryable): Promise<TrailFinding> {
    let heads: Head[];
    try {
      heads = this.file.read();
    } catch (error) {
      if (!(error instanceof BrokenTrail)) throw error;
      return { ok: false, entry: null, what: 'file', reason: error.message };
    }
    const chained = heads.flatMap(({ links }) => links).sort(([a], [b]) => a - b);
    return compare(worker, chained, heads.at(-1) ?? null);
  }

  private load(): NonNullable<AuditTrail['known']> {
    const heads = this.file.read();
    const ids = heads.flatMap(({ links }) => links.map(([id]) => id));
    const newest = heads.at(-1);
    return {
      bytes: this.file.bytes,
      head: newest?.head ?? START,
      sealed: new Set(ids),
      last: ids.reduce((last, id) => Math.max(last, id), 0),
      at: newest ? Date.parse(newest.at) : 0,
    };
  }

  private async fresh(tx: Queryable, known: NonNullable<AuditTrail['known']>): Promise<Link[]> {
    const links: Link[] = [];
    const from = Math.max(0, known.last - PAGE);
    for await (const { id, at, line } of every(tx, from)) {
      if (known.sealed.has(id)) continue;
      // Never taken in: `verify` is to find it.
      if (id < known.last && at.getTime() < known.at - LATE_MS) continue;
      links.push(linkOf(id, line));
    }
    return links;
  }
}

/** Two ascending lists of entries, side by side. */
async function compare(worker: Queryable, chained: Link[], newest: Head | null): Promise<TrailFinding> {
  const last = chained.at(-1)?.[0] ?? 0;
  const end = newest ? Date.parse(newest.at) : 0;
  let place = 0;
  let after = 0;
  for await (const { id, at, line } of every(worker, FIRST)) {
    const expected = chained[place];
    if (expected && expected[0] < id)
      return found(expected[0], 'removed', 'is in the chain and gone from the database');
    if (!expected || expected[0] > id) {
      const late = id > last || at.getTime() >= end - LATE_MS;
      if (!late) return found(id, 'inserted', 'is in the database and was never in the chain');
      after += 1;
      continue;
    }
    if (linkOf(id, line)[1] !== expected[1]) return found(id, 'changed', 'is not as it was written');
    place += 1;
  }
  const missing = chained[place];
  if (missing) return found(missing[0], 'removed', 'is in the chain and gone from the database');
  return { ok: true, entries: chained.length, head: newest?.head ?? null, at: newest?.at ?? null, after };
}

const found = (entry: number, what: 'changed' | 'removed' | 'inserted', reason: string): TrailFinding => ({
  ok: false,
  entry,
  what,
  reason: `entry ${entry} ${reason}`,
});

async function* every(db: Queryable, after: number): AsyncGenerator<{ id: number; at: Date; line: string }> {
  for (let from = after; ;) {
    const page = await auditLines(db, from, PAGE);
    yield* page;
    if (page.length < PAGE) return;
    from = page.at(-1)!.id;
  }
}
