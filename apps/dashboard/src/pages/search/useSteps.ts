import { useEffect, useRef, type RefObject } from 'react';

/** J and K move the focus from one comment to the next and back; silent while something is typed. */
export function useSteps(): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const step = (event: KeyboardEvent): void => {
      if (!['j', 'k'].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || isTyping())
        return;
      const all = [...(list.current?.querySelectorAll<HTMLElement>('article') ?? [])];
      const at = all.findIndex((one) => one === document.activeElement);
      const next = all[Math.min(Math.max(at + (event.key === 'j' ? 1 : -1), 0), all.length - 1)];
      next?.focus();
    };
    document.addEventListener('keydown', step);
    return () => document.removeEventListener('keydown', step);
  }, []);
  return list;
}

const isTyping = (): boolean => document.activeElement?.matches('input, textarea, select') ?? false;
