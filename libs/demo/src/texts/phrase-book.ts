/**
 * What people say about one theme. Each line is a pattern (grammar.ts) that stands alone as a clause, without capital
 * or full stop. Some lines name the thing outright, some only describe it: rules should find most, not all.
 */
export interface ThemePhrases {
  /** Complaints and worries. */
  problem: readonly string[];
  /** What should be done; without blame. */
  wish: readonly string[];
  /** Praise, or that it has got better. */
  praise: readonly string[];
}

export type PhraseBook = Readonly<Record<string, ThemePhrases>>;
