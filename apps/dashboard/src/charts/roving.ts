import { useState, type KeyboardEvent } from 'react';

/**
 * One stop for Tab, arrows within: the marks of a chart are one widget.
 * `step` says which mark an arrow leads to (or null to stay); `tableId` is where T leads.
 */
export function useRoving(
  length: number,
  step: (from: number, key: string) => number | null,
  tableId?: string,
): {
  stop: number;
  onKeyDown: (event: KeyboardEvent<SVGElement>) => void;
  setStop: (index: number) => void;
} {
  const [chosen, setStop] = useState(0);
  const stop = Math.min(chosen, Math.max(0, length - 1));
  const onKeyDown = (event: KeyboardEvent<SVGElement>) => {
    if (event.key.toLowerCase() === 't' && tableId && !event.ctrlKey && !event.metaKey) {
      document.getElementById(tableId)?.focus();
      document.getElementById(tableId)?.scrollIntoView({ block: 'nearest' });
      return;
    }
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? length - 1 : step(stop, event.key);
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    event.currentTarget.querySelectorAll<SVGElement>('[data-mark]')[next]?.focus();
  };
  return { stop, onKeyDown, setStop };
}

/** Enter or space on a mark. */
export const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  act();
};

/** Left and right (or up and down) along a row of marks. */
export function along(length: number) {
  return (from: number, key: string): number | null => {
    if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(length - 1, from + 1);
    if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, from - 1);
    return null;
  };
}
