import type { ReactNode } from 'react';

/** Nothing here: why, what was asked, and the nearest thing that is not empty. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="card">
      <h2>{title}</h2>
      {children}
    </div>
  );
}
