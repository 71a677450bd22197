import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { CommentFragment, Pile } from '../../../gql/graphql';
import { NEXT_COMMENTS, SIGN, WITHDRAW } from '../queries';

export type Comment = CommentFragment;
export type Outcome = 'THEMES' | 'NONE' | 'UNSURE';

/** One comment of the sitting, and what was said of it. */
interface Sitting {
  comment: Comment;
  /** Number of the coding once it is signed. */
  signed: string | null;
}

export interface Coding {
  state: 'loading' | 'failed' | 'ready';
  comment: Comment | null;
  /** Place in this sitting, from 0, and how many it holds. */
  at: number;
  list: readonly Sitting[];
  signed: number;
  sign(outcome: Outcome, themes: readonly string[], note: string): Promise<string | null>;
  /** Takes back the last signature and goes back to its comment. */
  undo(): Promise<boolean>;
  move(by: number): void;
  again(): void;
}

const SITTING = 20;

/** A sitting of twenty comments of one pile: which comment is before us, and what was signed. */
export function useCoding(pile: Pile): Coding {
  const client = useClient();
  const [state, setState] = useState<Coding['state']>('loading');
  const [list, setList] = useState<Sitting[]>([]);
  const [at, setAt] = useState(0);
  const order = useRef<{ index: number; id: string }[]>([]);
  const load = useCallback(async () => {
    setState('loading');
    const result = await client
      .query(NEXT_COMMENTS, { pile, first: SITTING }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!result.data) return setState('failed');
    order.current = [];
    setList(result.data.nextComments.map((comment) => ({ comment, signed: null })));
    setAt(0);
    setState('ready');
  }, [client, pile]);
  useEffect(() => void load(), [load]);

  const mark = (index: number, signed: string | null) =>
    setList((before) => before.map((one, i) => (i === index ? { ...one, signed } : one)));

  const sign: Coding['sign'] = async (outcome, themes, note) => {
    const current = list[at];
    if (!current) return null;
    const input = {
      submission: current.comment.submission,
      pile,
      outcome,
      themes: [...themes],
      note,
      settles: false,
    };
    const result = await client.mutation(SIGN, { input }).toPromise();
    if (!result.data) return result.error?.graphQLErrors[0]?.message ?? 'The hub did not take it. Try again.';
    order.current.push({ index: at, id: result.data.signComment.id });
    mark(at, result.data.signComment.id);
    // The next that is not signed; at the end, one past the last.
    const next = list.findIndex((one, i) => i > at && one.signed === null);
    setAt(next < 0 ? list.length : next);
    return null;
  };
  const undo = async () => {
    const last = order.current.pop();
    if (!last) return false;
    const result = await client.mutation(WITHDRAW, { id: last.id }).toPromise();
    if (!result.data?.withdrawCoding) return false;
    mark(last.index, null);
    setAt(last.index);
    return true;
  };
  return {
    state,
    comment: list[at]?.comment ?? null,
    at,
    list,
    signed: list.filter((one) => one.signed !== null).length,
    sign,
    undo,
    move: (by) => setAt((before) => Math.min(Math.max(before + by, 0), list.length)),
    again: () => void load(),
  };
}
