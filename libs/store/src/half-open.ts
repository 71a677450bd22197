import pg from 'pg';

/** Milliseconds. */
export interface Patience {
  /** Without a byte from the server, while something is asked, before it is asked about it. */
  silentMs: number;
  /** For that question, a new connection included. */
  askMs: number;
}

const PATIENCE: Patience = { silentMs: 5_000, askMs: 10_000 };

/** What a connection of `pg` has, beyond its types. */
interface Inside {
  connection: { on(event: 'message', heard: () => void): void; stream: { destroy(error: Error): void } };
  processID?: number | null;
}

/** By where they lead, what ends the connections of this thread, whatever pool they are of, on which nothing is asked just now. */
const ways = new Map<string, Set<() => void>>();

/**
 * Cuts a connection of which the other side knows nothing any more: a firewall that forgot it or a proxy that swallows what comes
 * keeps it open for a quarter of an hour and longer, and whoever asked waits on. A statement may work for minutes in silence, so time
 * alone tells nothing: the server is asked, by another connection, whether it still works on this one's statement. Where it does not,
 * or can't be asked twice running, the connection ends with `ETIMEDOUT`, which counts as passing. Of several that lead to one place,
 * one tells of all: nobody is to find out about each, one after the other.
 * @param client connected
 * @param url where the same login can ask
 */
export function cutWhereSilent(client: pg.Client, url: string, patience: Patience = PATIENCE): void {
  const { connection, processID } = client as unknown as Inside;
  const others = waysTo(url);
  let heard = Date.now();
  let unanswered = 0;
  let timer: NodeJS.Timeout | undefined;
  const wait = (ms: number): void => {
    timer = setTimeout(() => void look(), ms);
    timer.unref();
  };
  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const end = (): void => {
    others.delete(endIdle);
    connection.stream.destroy(
      Object.assign(new Error('the database no longer answers'), { code: 'ETIMEDOUT' }),
    );
  };
  const look = async (): Promise<void> => {
    const silent = Date.now() - heard;
    if (silent < patience.silentMs) return wait(patience.silentMs - silent);
    const before = heard;
    const works = await worksOn(url, processID ?? 0, patience.askMs);
    if (timer === undefined || heard !== before)
      return timer === undefined ? undefined : wait(patience.silentMs);
    unanswered = works === 'nobody answers' ? unanswered + 1 : 0;
    if (works === 'yes' || unanswered === 1) return wait(patience.silentMs);
    end();
    for (const each of [...others]) each();
  };
  const endIdle = (): void => {
    if (timer === undefined) end();
  };
  others.add(endIdle);
  // Messages and not bytes: whoever copies out of a table wants to be the only one that reads the stream.
  connection.on('message', () => {
    heard = Date.now();
    unanswered = 0;
  });
  client.on('drain', rest);
  client.on('end', () => (rest(), others.delete(endIdle)));
  const query = client.query.bind(client) as (...asked: unknown[]) => unknown;
  (client as { query: unknown }).query = (...asked: unknown[]): unknown => {
    heard = Date.now();
    if (timer === undefined) wait(patience.silentMs);
    return query(...asked);
  };
}

function waysTo(url: string): Set<() => void> {
  const { host, searchParams } = new URL(url);
  const place = searchParams.get('host') ?? host;
  const known = ways.get(place) ?? new Set<() => void>();
  ways.set(place, known);
  return known;
}

/** Does the server still work on a statement of its process of that number? */
async function worksOn(
  url: string,
  process: number,
  deadlineMs: number,
): Promise<'yes' | 'no' | 'nobody answers'> {
  const address = new URL(url);
  // A login sees what its own connections do; a role that it takes on need not.
  address.searchParams.delete('options');
  const client = new pg.Client({ connectionString: address.href, connectionTimeoutMillis: deadlineMs });
  client.on('error', () => undefined);
  const late = setTimeout(
    () => (client as unknown as Inside).connection.stream.destroy(new Error('late')),
    deadlineMs,
  );
  try {
    await client.connect();
    const { rows } = await client.query<{ self: number; state: string | null }>(
      `SELECT pg_backend_pid() AS self, (SELECT coalesce(state, 'hidden') FROM pg_stat_activity WHERE pid = $1) AS state`,
      [process],
    );
    // A pooler between gives numbers of its own, by which nothing can be asked: it looks after its connections itself.
    if (rows[0]?.self !== (client as unknown as Inside).processID) return 'yes';
    return rows[0]?.state === 'active' || rows[0]?.state === 'hidden' ? 'yes' : 'no';
  } catch {
    return 'nobody answers';
  } finally {
    clearTimeout(late);
    void client.end().catch(() => undefined);
  }
}
