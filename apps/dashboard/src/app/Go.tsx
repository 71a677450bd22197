import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { keptSearch } from './view';

interface Props {
  to: string;
  /** Query of the target, codes only; which edition is being read is carried on by itself. */
  query?: Record<string, string | string[] | undefined>;
  className?: string;
  children: ReactNode;
  current?: boolean;
  label?: string;
}

/** Address of another page of the dashboard, reading the same edition. */
export function addressOf(to: string, search: URLSearchParams, query: Props['query'] = {}): string {
  const kept = keptSearch(search);
  for (const [name, value] of Object.entries(query)) {
    for (const one of value === undefined ? [] : [value].flat()) kept.append(name, one);
  }
  const text = kept.toString();
  return text ? `${to}?${text}` : to;
}

export function Go({ to, query, className, children, current, label }: Props) {
  const [search] = useSearchParams();
  return (
    <Link
      to={addressOf(to, search, query)}
      className={className ?? 'link'}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
    >
      {children}
    </Link>
  );
}
