import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useClient } from 'urql';
import { problemOf } from '../../../forms/refusal';
import type { Pile } from '../../../gql/graphql';
import { detailOf } from '../../../states/Failed';
import { NEXT_COMMENTS, SIGN, WITHDRAW } from '../queries';
import { withAnother, type Comment, type Seat } from './sitting';

export type Outcome = 'THEMES' | 'NONE' | 'UNSURE';

export interface Coding {
  state: 'loading' | 'failed' | 'ready';
  comment: Comment | null;
  /** Place in this sitting, from 0, and how many it holds. */
  at: number;
  list: readonly Seat[];
  signed: number;
  sign(outcome: Outcome, themes: readonly string[], note: string): Promise<string | null>;
  /** Takes back the last signature and goes back to its comment. */
  undo(): Promise<void>;
  /** Why the last signature was not taken back; null once something else is done. */
  undoProblem: string | null;
  /** That another comment stands here now; null once something else is done. */
  replaced: string | null;
  move(by: number): void;
  again(): void;
}

const SITTING = 20;
const DRAWN =
  'The comment that stood here was drawn for the audit meanwhile, and is coded blind there. Nothing of it was signed.';
const LEFT = 'The comment that stood here has left the audit sample. Nothing of it was signed.';

/** A sitting of twenty comments of one pile: which comment is before us, and what was signed. */
export function useCoding(pile: Pile): Coding {
  const client = useClient();
  const { state, list, setList, at, setAt, order, load, next } = useSitting(pile);
  const [replaced, setReplaced] = useState<string | null>(null);
  const { undo, undoProblem, forget } = useUndo(order, ({ index }) => {
    mark(index, null);
    setAt(index);
  });
  const clear = (): void => {
    forget();
    setReplaced(null);
  };
  const mark = (index: number, signed: string | null) =>
    setList((before) => before.map((one, i) => (i === index ? { ...one, signed } : one)));

  const sign: Coding['sign'] = async (outcome, themes, note) => {
    const current = list[at];
    clear();
    if (!current) return null;
    const { submission } = current.comment;
    const input = { submission, pile, outcome, themes: [...themes], note, settles: false };
    const result = await client.mutation(SIGN, { input }).toPromise();
    if (detailOf(result.error) === 'not-on-pile') return putAnother();
    if (!result.data?.signComment) return problemOf(result, (data) => data.signComment);
    const { id } = result.data.signComment;
    order.current.push({ index: at, id });
    mark(at, id);
    // The next that is not signed; at the end, one past the last.
    const open = list.findIndex((one, i) => i > at && one.signed === null);
    setAt(open < 0 ? list.length : open);
    return null;
  };
  /** The audit may draw what is before somebody: another comment takes its place, and the sitting goes on. */
  const putAnother = async (): Promise<string | null> => {
    // What is open in this sitting lies on the pile as well, so more than that is asked for.
    const waiting = await next(2 * SITTING);
    if (!waiting) return 'The next comment did not come. Try again.';
    const changed = withAnother(list, at, waiting);
    if (changed.length < list.length)
      order.current = order.current.map(({ index, id }) => ({ index: index > at ? index - 1 : index, id }));
    setList(changed);
    setReplaced(pile === 'AUDIT' ? LEFT : DRAWN);
    return null;
  };
  return {
    state,
    comment: list[at]?.comment ?? null,
    at,
    list,
    signed: list.filter((one) => one.signed !== null).length,
    sign,
    undo,
    undoProblem,
    replaced,
    move: (by) => {
      clear();
      setAt((before) => Math.min(Math.max(before + by, 0), list.length));
    },
    again: () => {
      clear();
      void load();
    },
  };
}

/** The comments of a sitting, as the pile gives them. */
function useSitting(pile: Pile) {
  const client = useClient();
  const [state, setState] = useState<Coding['state']>('loading');
  const [list, setList] = useState<Seat[]>([]);
  const [at, setAt] = useState(0);
  const order = useRef<Signed[]>([]);
  const next = useCallback(
    async (first: number): Promise<readonly Comment[] | undefined> => {
      const asked = client.query(NEXT_COMMENTS, { pile, first }, { requestPolicy: 'network-only' });
      return (await asked.toPromise()).data?.nextComments;
    },
    [client, pile],
  );
  const load = useCallback(async () => {
    setState('loading');
    const comments = await next(SITTING);
    if (!comments) return setState('failed');
    order.current = [];
    setList(comments.map((comment) => ({ comment, signed: null })));
    setAt(0);
    setState('ready');
  }, [next]);
  useEffect(() => void load(), [load]);
  return { state, list, setList, at, setAt, order, load, next };
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
