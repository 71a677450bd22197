import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { MATCH_STATE } from './queries';
import type { Said } from './useQueue';

const EVERY_MS = 1_500;

/**
 * Whether the two are one person, once people have been matched again with the answer; null until then. Asks for nothing
 * that identifies.
 */
export function useMatchedAgain({ a, b, decision, verdict }: Said, onMatched?: () => void): boolean | null {
  const client = useClient();
  const [found, setFound] = useState<{ decision: string; together: boolean } | null>(null);
  useEffect(() => {
    if (verdict === 'UNSURE') return undefined;
    const ask = async () => {
      const { data } = await client
        .query(MATCH_STATE, { a, b }, { requestPolicy: 'network-only' })
        .toPromise();
      const pair = data?.matchPair;
      if (!pair?.decision?.applied || pair.decision.id !== decision) return;
      clearInterval(timer);
      setFound({ decision, together: pair.together });
      onMatched?.();
    };
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => clearInterval(timer);
  }, [client, a, b, decision, verdict, onMatched]);
  return found?.decision === decision ? found.together : null;
}
