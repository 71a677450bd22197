import { useRef, type RefObject } from 'react';
import { useKey } from '../../layout/keys';

/** J and K move the focus from one comment to the next and back. */
export function useSteps(): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1) => () => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('article') ?? [])];
    const at = all.findIndex((one) => one === document.activeElement);
    all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };
  useKey('j', step(1));
  useKey('k', step(-1));
  return list;
}
