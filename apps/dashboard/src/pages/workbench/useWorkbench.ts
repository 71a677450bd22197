import { useMemo } from 'react';
import { useAnswer, type Answer } from '../../app/answer';
import { usePolling } from '../../app/polling';
import type { RunLineFragment, WorkbenchQuery } from '../../gql/graphql';
import { WORKBENCH } from './queries';

export type Bench = WorkbenchQuery['workbench'];
export type Run = RunLineFragment;
export type ThemeOfBook = Bench['themes'][number];

/** How the workbench stands, asked anew on every visit and while the coder works. */
export function useWorkbench(): Answer<Bench> {
  const answer = useAnswer({ query: WORKBENCH, variables: {}, fresh: true });
  const busy = answer.data?.workbench.runs.some(isUnderWay) ?? false;
  // A second person's word comes from elsewhere, and is waited for with patience.
  const proposed = answer.data?.workbench.runs.some(({ state }) => state === 'PROPOSED') ?? false;
  usePolling(answer.again, busy || proposed, busy ? 1_500 : 5_000);
  const data = answer.data?.workbench;
  return { ...answer, data };
}

/** Work of the coder, or on a codebook, that has not ended. */
export const isUnderWay = ({ state }: { state: string }): boolean =>
  state === 'WAITING' || state === 'RUNNING';

/** Names of themes by code; a code that the codebook no longer has stands for itself. */
export function useNames(
  themes: readonly Pick<ThemeOfBook, 'code' | 'name'>[] | undefined,
): (code: string) => string {
  return useMemo(() => {
    const names = new Map((themes ?? []).map(({ code, name }) => [code, name]));
    return (code: string) => names.get(code) ?? code;
  }, [themes]);
}
