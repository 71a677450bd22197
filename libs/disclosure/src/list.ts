import type { ReleasedCell } from './contract.js';

/** What is told of a ticked list of values. */
export type ListFigure =
  | { hidden: true }
  | {
      hidden: false;
      submissions: number;
      people: number;
      arguments: number;
      parts: number;
      hiddenParts: number;
    };

/**
 * A ticked list is the sum of its released parts, never a count of its own: with free lists, a thousand questions
 * recovered nearly every small cell. Parts that are hidden are left out and counted, so the sum is "at least"; that a person may be
 * in several parts is for the caller to know: then the sum is no count of people.
 */
export function sumOfParts(parts: readonly ReleasedCell[]): ListFigure {
  const sum = { submissions: 0, people: 0, arguments: 0 };
  let shownParts = 0;
  for (const part of parts) {
    if (part.hidden) continue;
    shownParts += 1;
    sum.submissions += part.submissions;
    sum.people += part.people;
    sum.arguments += part.arguments;
  }
  if (shownParts === 0) return { hidden: true };
  return { hidden: false, ...sum, parts: parts.length, hiddenParts: parts.length - shownParts };
}

/** No comment is quoted from a cell with fewer released people than this, though a person released it. */
export const MINIMUM_FOR_QUOTES = 10;

/** May released comments of this cell be shown? @param people released people of it; null where they are hidden */
export const quotesAllowed = (people: number | null): boolean =>
  people !== null && people >= MINIMUM_FOR_QUOTES;
