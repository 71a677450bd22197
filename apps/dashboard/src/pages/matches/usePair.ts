import { useCallback, useEffect, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import type { Answer } from '../../app/answer';
import type { MatchPairQuery } from '../../gql/graphql';
import { MATCH_PAIR } from './queries';

interface Found {
  of: string;
  data?: MatchPairQuery | undefined;
  error?: CombinedError | undefined;
}

/**
 * Both records of a pair. Each reading is written down, so they are read once when they are shown and not again because an
 * answer was sent: a live query would be.
 */
export function usePair(a: string, b: string): Answer<MatchPairQuery> {
  const client = useClient();
  const [found, setFound] = useState<Found>({ of: '' });
  const of = `${a} ${b}`;
  const read = useCallback(async (): Promise<Found> => {
    const { data, error } = await client
      .query(MATCH_PAIR, { a, b }, { requestPolicy: 'network-only' })
      .toPromise();
    return { of: `${a} ${b}`, data, error };
  }, [client, a, b]);
  const again = useCallback(() => void read().then(setFound), [read]);
  useEffect(() => {
    let left = false;
    void read().then((answer) => {
      if (!left) setFound(answer);
    });
    return () => {
      left = true;
    };
  }, [read]);
  return { data: found.error ? undefined : found.data, waiting: found.of !== of, error: found.error, again };
}
