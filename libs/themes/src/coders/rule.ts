import type { Codebook } from '#domain';

/** Phrase rules of a codebook: what a person writes, saved with the results as the model's parameters. */
export interface ThemeRule {
  theme: string;
  /** Share of its hits expected to be right, 0-1; it becomes the assignment's probability. */
  precision: number;
  /** See phrases.ts for the little language. */
  phrases: string[];
  /** The rule is silent where one of these stands anywhere in the text. */
  unless?: string[];
  /**
   * `denies`: "no drug dealing here" does not count (harms). `keeps`: "no CCTV here" counts all the same (wants).
   */
  negation: 'denies' | 'keeps';
  /** `good`: counts only where it is said to be so; what is wished, asked, past or conditional does not. */
  says?: 'good';
  /** Of a rule that says something good: what says the contrary, and counts where it is denied or over ("never felt unsafe"). */
  contrary?: string[];
  /** As `contrary`, of harms: what stands right before or after denies them ("no problems here", not "I was not told of the problem"). */
  harms?: string[];
}

/** Every list of phrases that a rule may have. */
export const PHRASE_LISTS = ['phrases', 'contrary', 'harms', 'unless'] as const satisfies (keyof ThemeRule)[];

/** What `codebooks/<code>/codebook.ts` exports by default. */
export interface CodebookFolder {
  codebook: Codebook;
  /** May be empty: then only a trained model codes by it. */
  rules: ThemeRule[];
  /** Theme code to codes of recorded crime categories, where one fits. */
  policeCategories?: Record<string, string[]>;
  /** Kinds of recorded crime that a broader theme is set beside: about the theme, and little else. */
  recordedAs?: Record<string, string[]>;
}
