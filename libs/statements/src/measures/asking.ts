/** One time that a measure was asked. */
export interface Asking {
  agency: string;
  /** The signed series that it is of, from one break of it to the next; null where nobody signed that it is the same again. */
  series: string | null;
  /** Letter of the wording. */
  wording: string;
  /** Drawn by lot, or whoever came. */
  selection: 'sample' | 'open';
  /** How answers came in: "online", "at the door". */
  method: string;
  /** Who could answer: "everybody", or a group. */
  population: string;
  /** ISO date on which it opened; null where nobody said. */
  asked: string | null;
  /** Released people who gave an answer that counts, and who answered; null where hidden. */
  counted: number | null;
  answered: number | null;
}

/** Known by this name and version wherever it is told. */
export const COMPARE_RULE = { code: 'same-question-again', version: 2 } as const;
