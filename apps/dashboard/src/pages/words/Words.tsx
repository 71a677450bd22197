import type { ReactNode } from 'react';
import { useTitle } from '../../app/title';

/** A page of words only. */
export function Words({ title, children }: { title: string; children: ReactNode }) {
  useTitle(title);
  return (
    <article className="prose">
      <h1>{title}</h1>
      {children}
    </article>
  );
}
