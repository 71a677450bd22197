import { useEffect } from 'react';

/** Asks again every so often, while something is under way. */
export function usePolling(again: () => void, on: boolean, everyMs: number): void {
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(again, everyMs);
    return () => clearInterval(timer);
  }, [again, on, everyMs]);
}
