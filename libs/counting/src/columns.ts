/** Facts of an edition as columns, one entry a submission, in any order: what a fact table is assembled from. */
export interface SubmissionColumns {
  count: number;
  /** Dimensions of which a submission has exactly one value. */
  single: Record<string, SingleColumn>;
  /** Dimensions of which a submission has one or more values; nothing is a value too (the empty text). */
  sets: Record<string, SetColumn>;
  /** Number of the person, from 0; any numbering. */
  person: Int32Array;
  /** Number of the argument, from 0; -1 where the submission has no text. */
  argument: Int32Array;
  /** 8-bit keys of the submission's person, of itself and of its argument. */
  personKey: Uint8Array;
  submissionKey: Uint8Array;
  argumentKey: Uint8Array;
  /** 1 where it comes from a health agency. */
  health: Uint8Array;
}

export interface SingleColumn {
  /** Code of each value. */
  values: readonly string[];
  /** Place of the submission's value in `values`. */
  column: Uint8Array | Uint16Array;
}

export interface SetColumn {
  values: readonly string[];
  /** For each value the place of a broader one that counts with it, or -1. The broader one has none above it. */
  above: Int32Array;
  /** Values of submission s: `items` from `start[s]` to before `start[s + 1]`. */
  start: Int32Array;
  items: Uint8Array | Uint16Array;
  /**
   * True where a filter on this dimension is about the single value (a row of submission and theme), so that cells of the
   * same dimension hold only values that pass; false where it is about the submission (who is also in another community).
   */
  filterNarrows: boolean;
  /** Dimension under one value of which alone the values mean anything; absent where they mean the same everywhere. */
  within?: string;
}
