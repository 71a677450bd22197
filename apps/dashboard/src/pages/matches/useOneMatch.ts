import { useState } from 'react';
import { useClient } from 'urql';
import type { MatchVerdict } from '../../gql/graphql';
import { DECIDE_MATCH, UNDO_MATCH } from './queries';
import type { Place, Queue, Said } from './useQueue';

/** Answers on one link that was opened by itself: it stays where it is. */
export function useOneMatch(place: Place, own: Said | null, onChange: () => void): Queue {
  const client = useClient();
  const [said, setSaid] = useState<Said | null>(own);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const decide = async (verdict: MatchVerdict) => {
    if (busy) return;
    setBusy(true);
    const { data } = await client.mutation(DECIDE_MATCH, { ...place, verdict }).toPromise();
    setBusy(false);
    const decision = data?.decideMatch.decision?.id;
    setError(decision ? null : 'Your answer was not kept. Try again.');
    if (!decision) return;
    setSaid({ ...place, decision, verdict, number: 1 });
    onChange();
  };
  const undo = async () => {
    if (!said || busy) return;
    setBusy(true);
    const { error: failed } = await client.mutation(UNDO_MATCH, { decision: said.decision }).toPromise();
    setBusy(false);
    setError(failed ? 'It could not be undone. Try again.' : null);
    if (failed) return;
    setSaid(null);
    onChange();
  };
  return {
    place,
    number: 1,
    said,
    busy,
    error,
    decide: (verdict) => void decide(verdict),
    undo: () => void undo(),
    move: () => undefined,
  };
}
