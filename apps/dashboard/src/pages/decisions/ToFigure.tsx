import type { ReactNode } from 'react';
import { Go } from '../../app/Go';
import { figureAddress } from './words';

interface Props {
  /** By which a decision names what people said. */
  of: { figure: string; edition: number };
  className?: string;
  children: ReactNode;
}

/** Leads to how a figure was counted in its edition; answers to questions have their page among those for reading. */
export function ToFigure({ of, className = 'link', children }: Props) {
  const edition = String(of.edition);
  return of.figure.startsWith('answers/') ? (
    <a
      href={`/read/figures?${new URLSearchParams({ id: of.figure, edition }).toString()}`}
      className={className}
    >
      {children}
    </a>
  ) : (
    <Go to={figureAddress(of.figure)} query={{ edition }} className={className}>
      {children}
    </Go>
  );
}
