import { useLayoutEffect, useState } from 'react';

const STORED = 'keys';

/** Single keys can be turned off (WCAG 2.1.4); the choice stays on this machine. */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(STORED) !== 'off');
  const set = (next: boolean) => {
    localStorage.setItem(STORED, next ? 'on' : 'off');
    setOn(next);
  };
  return [on, set];
}

const FIELDS = 'input, select, textarea, [contenteditable="true"]';

/**
 * Listens for one printed key anywhere on the page; silent while somebody is typing, and when keys are off. From the moment
 * that something is seen: a key pressed right after must not act on what stood there before.
 */
export function useKey(key: string, act: () => void, on = true): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!on || event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(FIELDS)) return;
      if (localStorage.getItem(STORED) === 'off') return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [key, act, on]);
}
