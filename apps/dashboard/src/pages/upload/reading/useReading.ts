import { useCallback, useEffect, useReducer, useState } from 'react';
import type { FileLook } from '../look';
import type { Mapping } from '../mapping';
import { lookAt } from '../send-files';
import { startOf, stepped, type Draft, type Step } from './draft';

/** Changes that follow each other within so many milliseconds are counted once. */
const REST_MS = 120;

export interface Reading {
  look: FileLook;
  draft: Draft;
  /** True while the hub counts anew what was changed. */
  counting: boolean;
  problem: string | null;
  undo: string | null;
  redo: string | null;
  step: (step: Step) => void;
  change: (mapping: Mapping, did: string, settle?: readonly string[]) => void;
  settle: (keys: readonly string[], did: string) => void;
}

export interface OfFile {
  file: File;
  /** Code of its source; null where one is made for it. */
  source: string | null;
  /** What the hub made of it at first, and the mapping to begin with. */
  first: FileLook;
  start: Mapping;
}

/**
 * A file's reading as a person changes it: each change is counted anew by the hub, and can be taken back. Of a layout that
 * nobody has looked at yet the hub also asks what it is unsure of.
 */
export function useReading({ file, source, first, start }: OfFile): Reading {
  const [history, step] = useReducer(stepped, start, startOf);
  const [look, setLook] = useState(first);
  const [counted, setCounted] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const { mapping } = history.now;
  useEffect(() => {
    if (counted === mapping) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const about = { source: source ?? undefined, mapping, fresh: source === null };
      void lookAt(file, about, stop.signal).then((answer) => {
        if (stop.signal.aborted) return;
        setCounted(mapping);
        // What can't be used changes nothing on the page; it is said, and can be taken back.
        const refused = answer.ok ? (answer.value.refusal?.reason ?? null) : answer.words;
        setProblem(refused);
        if (answer.ok && refused === null) setLook(answer.value);
      });
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [file, mapping, source, counted]);
  const change = useCallback(
    (next: Mapping, did: string, settle: readonly string[] = []) =>
      step({ do: 'change', mapping: next, did, settle }),
    [],
  );
  const settle = useCallback(
    (keys: readonly string[], did: string) => step({ do: 'change', settle: keys, did }),
    [],
  );
  return {
    look,
    draft: history.now,
    counting: counted !== mapping,
    problem,
    undo: history.past.length > 0 ? history.now.did : null,
    redo: history.future[0]?.did ?? null,
    step,
    change,
    settle,
  };
}
