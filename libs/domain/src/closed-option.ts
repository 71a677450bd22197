import type { Question } from './engagement.js';

/** A closed question as it was asked. */
export interface ClosedQuestion {
  kind: Question['kind'];
  /** Options in the order asked; empty where the source does not say. */
  options: readonly string[];
  /** Were the options read off a file's cells? Then they are no list that was asked: see `closedOptions`. */
  learnt?: boolean;
}

/** An answer as it was given, and how many people gave it. */
export interface GivenAnswer {
  answer: string;
  people: number;
}

/**
 * - `base`: people who answered with one of the options: what shares are of.
 * - `option`: one of the answers. `other`: answers that are no option, together.
 * - `dont-know`, `declined`, `not-shown` (routed past it, or it did not apply): told apart from the base, always.
 */
export type OptionRole = 'base' | 'option' | 'other' | 'dont-know' | 'declined' | 'not-shown';

/** One option of a closed question, and which given answers choose it. */
export interface ClosedOption {
  /** Unique within the question. */
  code: string;
  label: string;
  role: OptionRole;
  /** Given answers, as they are kept. */
  answers: readonly string[];
}
