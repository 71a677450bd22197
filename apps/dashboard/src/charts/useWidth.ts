import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Pixels between the margins of a sheet of A4, as `_print.scss` has them. */
const SHEET = 686;

/** Width of an element in pixels, so that a chart's text keeps its size at every width, also on paper, where nothing says how wide that is. */
export function useWidth<Kind extends HTMLElement>(start = 600): [RefObject<Kind | null>, number] {
  const element = useRef<Kind>(null);
  const [width, setWidth] = useState(start);
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return undefined;
    const wide = () => Math.max(200, Math.floor(box.getBoundingClientRect().width));
    const measure = () => setWidth(wide());
    // It must be drawn anew before the sheets are laid out, which nobody waits for.
    const forPaper = () => flushSync(() => setWidth(Math.min(SHEET, wide())));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    window.addEventListener('beforeprint', forPaper);
    window.addEventListener('afterprint', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', forPaper);
      window.removeEventListener('afterprint', measure);
    };
  }, []);
  return [element, width];
}
