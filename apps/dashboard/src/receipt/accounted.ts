import type { Figure, Question } from '../figures/figure';
import type { FigureWithReceiptFragment } from '../gql/graphql';

/** A figure with what it is made of. */
export type ReceiptFigure = FigureWithReceiptFragment;

/** Those who answered one closed question of an engagement. */
export interface AnswersRequest {
  answers: {
    engagement: string;
    question: string;
    /** Only whoever chose this answer. */
    among?: { question: string; option: string } | null;
  };
  /** The question's wording. */
  name: string;
}

export type ReceiptRequest = FigureRequest | AnswersRequest;

/** Which figure to account for: the question of its table and its place in it (no keys: the whole). */
export interface FigureRequest {
  question: Question;
  keys: Figure['keys'];
  /** What it is called on the page, e.g. "Sutton and Mount Gould". */
  name: string;
}
