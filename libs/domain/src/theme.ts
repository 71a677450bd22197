/** A codebook is versioned data: what a person writes, apart from what executes it. */
export interface Codebook {
  code: string;
  version: number;
  title: string;
  themes: Theme[];
  /** Note on what changed since the version before. */
  note: string;
  /** Agency that owns it, for its own questions; absent: the whole city's, by which every comment is coded. */
  owner?: string;
}

/** Codebooks by which every comment is coded, so that their themes are a dimension of all figures. */
export const cityCodebooks = (codebooks: readonly Codebook[]): Codebook[] =>
  codebooks.filter(({ owner }) => owner === undefined);

export interface Theme {
  code: string;
  name: string;
  /** Code of the broader theme; null at the top. */
  parent: string | null;
  definition: string;
  include: string[];
  exclude: string[];
  examples: string[];
}

/** Codes that every codebook has. */
export const NO_ANSWER = 'no-answer';
export const OTHER = 'other';
