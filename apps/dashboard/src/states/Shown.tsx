import type { ReactNode } from 'react';
import type { Answer } from '../app/answer';
import { Failed, isRefused, isUnknownEdition, isUnpublished, Refused } from './Failed';
import { Unpublished } from './Unpublished';
import { Skeleton } from './Skeleton';
import { NoSuchEdition } from './NoSuchEdition';

interface Props<Data> {
  answer: Answer<Data>;
  children: (data: Data) => ReactNode;
  /** Rows of the skeleton: about the size of what will stand here. */
  rows?: number;
  title?: string;
  onClear?: (() => void) | undefined;
}

/** An answer in whichever state it is: under way, refused, failed, or here (dimmed while a newer one is counted). */
export function Shown<Data>({ answer, children, rows = 5, title, onClear }: Props<Data>) {
  if (isUnpublished(answer.error)) return <Unpublished />;
  if (isUnknownEdition(answer.error)) return <NoSuchEdition />;
  if (answer.error) {
    return isRefused(answer.error) ? (
      <Refused error={answer.error} onClear={onClear} />
    ) : (
      <Failed error={answer.error} again={answer.again} />
    );
  }
  if (answer.data === undefined) return <Skeleton rows={rows} {...(title ? { title } : {})} />;
  return (
    <div className={answer.waiting ? 'waiting' : undefined} aria-busy={answer.waiting}>
      {children(answer.data)}
    </div>
  );
}
