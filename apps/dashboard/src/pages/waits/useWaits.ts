import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useAnswer, type Answer } from '../../app/answer';
import type { WaitsQuery } from '../../gql/graphql';
import { WAITS } from './queries';

/** What waits changes as files are read in the background: asked anew with every page, and every minute. */
const EVERY_MS = 60_000;

/** What waits for whoever is signed in. @param pause nobody is */
export function useWaits(pause: boolean): Answer<WaitsQuery> {
  const { pathname } = useLocation();
  const answer = useAnswer({ query: WAITS, variables: {}, pause });
  const { again } = answer;
  useEffect(() => {
    if (pause) return undefined;
    again();
    const timer = setInterval(again, EVERY_MS);
    return () => clearInterval(timer);
  }, [pathname, pause, again]);
  return answer;
}
