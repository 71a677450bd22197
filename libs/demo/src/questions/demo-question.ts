/** A closed question that demonstration agencies ask, and how the city would answer it: all of it made up. */
export interface DemoQuestion {
  /** Column or component, and the key of the question; of a matrix what its items share. */
  key: string;
  /** The exact wording. */
  text: string;
  kind: 'choice' | 'multi-choice' | 'scale' | 'matrix' | 'ranking' | 'number';
  /** In the order asked; of a scale with the good end first. None of a number. */
  options: readonly string[];
  /** Of a matrix. */
  items?: readonly string[];
  /** Of a number. */
  unit?: string;
  /** Beside the options, where they were offered. */
  beside?: readonly ("Don't know" | 'Prefer not to say' | 'Not applicable')[];
  lean: Lean;
}

/** What answers lean on. Of scales in standard deviations, of options in shares. */
export interface Lean {
  /** Of scales: where the middle of the city stands, above 0 towards the good end. Of numbers: their middle. */
  middle?: number;
  /** Of a matrix: the same for each item. */
  middles?: readonly number[];
  /** Of choices, ticks and orders: how often each option is taken. */
  shares?: readonly number[];
  /** Added each year after 2022. */
  yearly?: number;
  women?: number;
  /** Under 35. */
  young?: number;
  /** In the most deprived two fifths. */
  deprived?: number;
}

/** Which engagements ask a question. */
export interface AskedIn {
  question: DemoQuestion;
  engagements: readonly string[];
}
