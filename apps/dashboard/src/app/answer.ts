import { useCallback, useState } from 'react';
import { useQuery, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';

/** An answer of the hub, with the last good one kept on the screen while a new one is being counted. */
export interface Answer<Data> {
  data: Data | undefined;
  /** True while a newer answer is under way; `data`, if any, is then the one before. */
  waiting: boolean;
  error: CombinedError | undefined;
  again: () => void;
}

interface Asked<Data, Variables extends AnyVariables> {
  query: TypedDocumentNode<Data, Variables>;
  variables: Variables;
  pause?: boolean;
  /** Shown at once from what was asked before, and asked anew: for what changes under one's hands. */
  fresh?: boolean;
}

/** Asks the hub; unlike a bare query it never goes back to empty when only the variables changed. */
export function useAnswer<Data, Variables extends AnyVariables>(asked: Asked<Data, Variables>): Answer<Data> {
  const [result, run] = useQuery<Data, Variables>({
    query: asked.query,
    variables: asked.variables,
    pause: asked.pause ?? false,
    ...(asked.fresh ? { requestPolicy: 'cache-and-network' } : {}),
  } as Parameters<typeof useQuery<Data, Variables>>[0]);
  const [last, setLast] = useState<Data | undefined>(undefined);
  const fresh = result.error ? undefined : result.data;
  if (fresh !== undefined && fresh !== last) setLast(fresh);
  const again = useCallback(() => run({ requestPolicy: 'network-only' }), [run]);
  return {
    data: result.error ? undefined : (fresh ?? last),
    waiting: result.fetching || result.stale,
    error: result.error,
    again,
  };
}
