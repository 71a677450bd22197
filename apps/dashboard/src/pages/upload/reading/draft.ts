import type { Ask } from '../look';
import type { Mapping } from '../mapping';

/** What a person has said by now. */
export interface Draft {
  mapping: Mapping;
  /** Asks that were dealt with, by `askKey`. */
  settled: readonly string[];
  /** What led here from the draft before, in words: said with "Undo". */
  did: string;
}

export interface History {
  past: readonly Draft[];
  now: Draft;
  future: readonly Draft[];
}

export type Step =
  | { do: 'change'; mapping?: Mapping; settle?: readonly string[]; did: string }
  | { do: 'undo' }
  | { do: 'redo' };

/** Steps kept for "Undo". */
const MOST_STEPS = 200;

export const startOf = (mapping: Mapping): History => ({
  past: [],
  now: { mapping, settled: [], did: '' },
  future: [],
});

/** The draft after a step; every change can be taken back. */
export function stepped(history: History, step: Step): History {
  const { past, now, future } = history;
  if (step.do === 'undo') {
    const before = past.at(-1);
    return before ? { past: past.slice(0, -1), now: before, future: [now, ...future] } : history;
  }
  if (step.do === 'redo') {
    const [next, ...rest] = future;
    return next ? { past: [...past, now], now: next, future: rest } : history;
  }
  const next: Draft = {
    mapping: step.mapping ?? now.mapping,
    settled: [...new Set([...now.settled, ...(step.settle ?? [])])],
    did: step.did,
  };
  return { past: [...past, now].slice(-MOST_STEPS), now: next, future: [] };
}

/** The same ask whatever its numbers: of one column there is one of a kind. */
export const askKey = ({ about, column, why }: Ask): string => `${about} ${column ?? why}`;

/** Asks that the hub takes back by itself once the mapping answers them. */
const COUNTED_ANEW = new Set([
  'column-missing',
  'column-unknown',
  'codes-of-answers',
  'dates',
  'rows-that-do-not-fit',
]);

/** Asks about a column that are answered by changing what the column is. */
export const settledBy = (asks: readonly Ask[], labels: readonly string[]): string[] =>
  asks
    .filter(({ about, column }) => column !== null && labels.includes(column) && !COUNTED_ANEW.has(about))
    .map(askKey);

/** Asks that still need a person. */
export const openAsks = (asks: readonly Ask[], settled: readonly string[]): Ask[] => {
  const keys = new Set<string>();
  return asks.filter((ask) => {
    const key = askKey(ask);
    if (settled.includes(key) || keys.has(key)) return false;
    keys.add(key);
    return true;
  });
};
