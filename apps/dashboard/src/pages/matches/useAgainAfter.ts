import { useEffect, useRef } from 'react';

/** Asks anew whenever the mark has changed, but not at first: that has been asked already. */
export function useAgainAfter(mark: string, again: () => void): void {
  const seen = useRef(mark);
  useEffect(() => {
    if (seen.current === mark) return;
    seen.current = mark;
    again();
  }, [mark, again]);
}
