import type { Figure, Question } from '../figures/figure';
import type { FigureWithReceiptFragment } from '../gql/graphql';

/** A figure with what it is made of. */
export type ReceiptFigure = FigureWithReceiptFragment;

/** Which figure to account for: the question of its table and its place in it (no keys: the whole). */
export interface ReceiptRequest {
  question: Question;
  keys: Figure['keys'];
  /** What it is called on the page, e.g. "Sutton and Mount Gould". */
  name: string;
}
