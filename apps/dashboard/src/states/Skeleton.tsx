import { useEffect, useState } from 'react';

/** True once `ms` have passed: a quick answer never flashes a skeleton. */
export function useLater(ms: number): boolean {
  const [later, setLater] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return later;
}

const WIDTHS = ['92%', '74%', '83%', '61%', '88%', '70%'];

/** Holds the place of what is being counted; shown after 300 ms, with words after three seconds. */
export function Skeleton({ rows = 5, title }: { rows?: number; title?: string }) {
  const shown = useLater(300);
  const slow = useLater(3000);
  return (
    <div className="skeleton" style={{ minHeight: rows * 28 + (title ? 40 : 0) }} aria-busy="true">
      {title && <h2>{title}</h2>}
      {shown &&
        Array.from({ length: rows }, (_, row) => (
          <span
            className="bone"
            key={row}
            style={{ width: WIDTHS[row % WIDTHS.length] }}
            aria-hidden="true"
          />
        ))}
      <p className="note" role="status">
        {slow ? 'Still counting. Nothing on this page will jump.' : shown ? 'Counting' : ''}
      </p>
    </div>
  );
}
