import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useClient } from 'urql';
import { problemOf } from '../../../forms/refusal';
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
  undo(): Promise<void>;
  /** Why the last signature was not taken back; null once something else is done. */
  undoProblem: string | null;
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
  const order = useRef<Signed[]>([]);
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
    forget();
    if (!current) return null;
    const { submission } = current.comment;
    const input = { submission, pile, outcome, themes: [...themes], note, settles: false };
    const result = await client.mutation(SIGN, { input }).toPromise();
    if (!result.data?.signComment) return problemOf(result, (data) => data.signComment);
    const { id } = result.data.signComment;
    order.current.push({ index: at, id });
    mark(at, id);
    // The next that is not signed; at the end, one past the last.
    const next = list.findIndex((one, i) => i > at && one.signed === null);
    setAt(next < 0 ? list.length : next);
    return null;
  };
  const { undo, undoProblem, forget } = useUndo(order, ({ index }) => {
    mark(index, null);
    setAt(index);
  });
  return {
    state,
    comment: list[at]?.comment ?? null,
    at,
    list,
    signed: list.filter((one) => one.signed !== null).length,
    sign,
    undo,
    undoProblem,
    move: (by) => {
      forget();
      setAt((before) => Math.min(Math.max(before + by, 0), list.length));
    },
    again: () => void load(),
  };
}

/** A coding of this sitting: the place of its comment, and its number. */
interface Signed {
  index: number;
  id: string;
}

/** Takes back the last signature; what was not taken back stays the last. */
function useUndo(order: RefObject<Signed[]>, back: (last: Signed) => void) {
  const client = useClient();
  const [undoProblem, setUndoProblem] = useState<string | null>(null);
  const busy = useRef(false);
  const undo = async () => {
    const last = order.current.at(-1);
    if (busy.current) return;
    if (!last) return setUndoProblem('There is nothing to take back: nothing is signed in this sitting.');
    busy.current = true;
    const result = await client.mutation(WITHDRAW, { id: last.id }).toPromise();
    busy.current = false;
    const problem = problemOf(result, (data) => data.withdrawCoding);
    setUndoProblem(problem);
    if (problem !== null) return;
    order.current.pop();
    back(last);
  };
  return { undo, undoProblem, forget: () => setUndoProblem(null) };
}
