import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Width of an element in pixels, so that a chart's text keeps its size at every width. */
export function useWidth<Kind extends HTMLElement>(start = 600): [RefObject<Kind | null>, number] {
  const element = useRef<Kind>(null);
  const [width, setWidth] = useState(start);
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return undefined;
    const measure = () => setWidth(Math.max(200, Math.floor(box.getBoundingClientRect().width)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
