import type { Figure, Question } from '../figures/figure';

/**
 * The question under which one figure is asked for again. The same as its table's, so that its receipt tells the same
 * steps; only a table of engagements, which may be very long, is narrowed to the one row.
 */
export function narrowed(question: Question, keys: Figure['keys']): Question {
  const engagement = keys.find((key) => key.dimension === 'ENGAGEMENT');
  return engagement
    ? { ...question, filter: { ...question.filter, engagement: [engagement.code] } }
    : question;
}

/** Do two figures of the same question stand for the same cell? */
export const sameCell = (one: Figure['keys'], other: Figure['keys']): boolean =>
  one.length === other.length &&
  one.every((key) => other.some((twin) => twin.dimension === key.dimension && twin.code === key.code));
