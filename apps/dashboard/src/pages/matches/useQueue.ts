import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { MatchVerdict } from '../../gql/graphql';
import { DECIDE_MATCH, MATCH_QUEUE, UNDO_MATCH } from './queries';

export interface Place {
  a: string;
  b: string;
}

/** What was said last, and can be taken back. */
export interface Said extends Place {
  decision: string;
  verdict: MatchVerdict;
  /** Number of the pair in this sitting. */
  number: number;
}

export interface Queue {
  /** Undefined while it is being asked for; null when nothing waits. */
  place: Place | null | undefined;
  number: number;
  said: Said | null;
  busy: boolean;
  error: string | null;
  decide: (verdict: MatchVerdict) => void;
  undo: () => void;
  move: (by: 1 | -1) => void;
}

const FIRST = 20;

interface Sitting {
  places: Place[];
  at: number;
  /** Decisions of this sitting that are in force, the latest last. */
  said: Said[];
  loaded: boolean;
}

/** The queue of possible matches, one pair at a time; more are fetched before the last has been answered. */
export function useQueue(): Queue {
  const client = useClient();
  const [sitting, setSitting] = useState<Sitting>({ places: [], at: 0, said: [], loaded: false });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const load = useCallback(async () => {
    const { data, error: failed } = await client.query(MATCH_QUEUE, { first: FIRST }, FRESH).toPromise();
    if (failed) setError(failed.message);
    setSitting((now) => withMore(now, data?.matchQueue.nodes ?? []));
  }, [client]);
  useEffect(() => void load(), [load]);

  const { places, at, said, loaded } = sitting;
  const place = places[at];
  const decide = async (verdict: MatchVerdict) => {
    if (!place || busy) return;
    setBusy(true);
    const { a, b } = place;
    const { data, error: failed } = await client.mutation(DECIDE_MATCH, { a, b, verdict }).toPromise();
    setBusy(false);
    const decision = data?.decideMatch.decision?.id;
    setError(failed || !decision ? 'Your answer was not kept. Try again.' : null);
    if (!decision) return;
    const next = { decision, verdict, number: at + 1, a, b };
    setSitting((now) => ({ ...now, at: at + 1, said: [...now.said, next] }));
    if (at + 3 >= places.length) void load();
  };
  const undo = async () => {
    const last = said.at(-1);
    if (!last || busy) return;
    setBusy(true);
    const { error: failed } = await client.mutation(UNDO_MATCH, { decision: last.decision }).toPromise();
    setBusy(false);
    setError(failed ? 'It could not be undone. Try again.' : null);
    if (failed) return;
    setSitting((now) => ({ ...now, at: last.number - 1, said: now.said.slice(0, -1) }));
  };
  return {
    place: place ?? (loaded ? null : undefined),
    number: at + 1,
    said: said.at(-1) ?? null,
    busy,
    error,
    decide: (verdict) => void decide(verdict),
    undo: () => void undo(),
    move: (by) =>
      setSitting((now) => ({ ...now, at: Math.max(0, Math.min(now.places.length - 1, now.at + by)) })),
  };
}

const FRESH = { requestPolicy: 'network-only' } as const;

/** New pairs come behind those of this sitting, each once. */
function withMore(
  now: Sitting,
  nodes: readonly { a: { submission: string }; b: { submission: string } }[],
): Sitting {
  const known = new Set(now.places.map(({ a, b }) => `${a} ${b}`));
  const more = nodes
    .map(({ a, b }) => ({ a: a.submission, b: b.submission }))
    .filter(({ a, b }) => !known.has(`${a} ${b}`));
  return { ...now, places: [...now.places, ...more], loaded: true };
}
