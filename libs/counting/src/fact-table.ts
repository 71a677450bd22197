/** Submissions a block: filters look at a block's smallest and largest value before they look inside. */
export const BLOCK = 4096;

/** What a fact table is, without its numbers: dimensions, their values, and how much there is. Plain data. */
export interface TableDescription {
  /** Rows of submission and theme. */
  rows: number;
  submissions: number;
  people: number;
  /** Submissions whose argument somebody else made too. */
  copies: number;
  /** Dimensions of which a submission has exactly one value; codes of the values. */
  singles: { name: string; values: readonly string[] }[];
  /** Dimensions of which it has several; for each value the place of the broader one that counts with it, or -1. */
  sets: {
    name: string;
    values: readonly string[];
    above: readonly number[];
    filterNarrows: boolean;
    /** Dimension under one value of which alone the values mean anything. */
    within?: string;
  }[];
}

/**
 * Facts in memory, ready to be counted. `main` holds the submissions in order of person (and persons of one ward
 * together), so that distinct people are told by "the last person seen in this cell" and no hashing. `copies` holds,
 * once more, those whose argument somebody else made too, in order of argument: there the same loop tells arguments.
 */
export interface FactTable {
  description: TableDescription;
  main: Part;
  copies: Part;
}

export interface Part {
  count: number;
  /** Number of the person (`main`) or of the argument (`copies`), ascending. */
  who: Int32Array;
  /** The rest of a submission in one word: see `META`. */
  meta: Int32Array;
  singles: Record<string, PartSingle>;
  sets: Record<string, PartSet>;
}

export interface PartSingle {
  values: readonly string[];
  column: Uint8Array | Uint16Array;
  /** Smallest and largest code of each block. */
  low: Uint16Array;
  high: Uint16Array;
}

export interface PartSet {
  values: readonly string[];
  above: readonly number[];
  filterNarrows: boolean;
  /** Words of 32 values. */
  words: number;
  /** Submission s has value v where bit `v % 32` of `masks[(v >> 5) * plane + s]` is 1; broader values are marked too. */
  masks: Int32Array;
  plane: number;
}

/**
 * Bits of `meta`: in `main` the 8-bit keys of person, submission and own argument, then two flags. In `copies` the
 * argument's key stands where the person's does. An argument that others made too is not "own".
 */
export const META = { personKey: 0, submissionKey: 8, argumentKey: 16, ownArgument: 24, health: 25 } as const;

const LINE = 64;
const padded = (length: number): number => Math.ceil(length / LINE) * LINE;
const wordsOf = (values: readonly string[]): number => Math.max(1, Math.ceil(values.length / 32));

/** Bytes that a table takes; a few more are read, never used, behind its last column. */
export function bytesOf(description: TableDescription): number {
  let end = 0;
  const place = (bytes: number): number => {
    const at = end;
    end = padded(end + bytes);
    return at;
  };
  for (const count of [description.submissions, description.copies]) columnsOf(description, count, place);
  return end + LINE;
}

/** The table that lies in a buffer from `start` on; its numbers are as they are found. */
export function lay(description: TableDescription, buffer: ArrayBufferLike, start = 0): FactTable {
  let end = start;
  const place = (bytes: number): number => {
    const at = end;
    end = padded(end + bytes);
    return at;
  };
  const part = (count: number): Part => {
    const { who, meta, singles, sets } = columnsOf(description, count, place);
    const blocks = Math.ceil(count / BLOCK);
    return {
      count,
      who: new Int32Array(buffer, who, count),
      meta: new Int32Array(buffer, meta, count),
      singles: Object.fromEntries(
        singles.map(({ name, values, wide, column, low, high }) => [
          name,
          {
            values,
            column: wide ? new Uint16Array(buffer, column, count) : new Uint8Array(buffer, column, count),
            low: new Uint16Array(buffer, low, blocks),
            high: new Uint16Array(buffer, high, blocks),
          },
        ]),
      ),
      sets: Object.fromEntries(
        sets.map(({ name, values, above, filterNarrows, masks }) => {
          const [words, plane] = [wordsOf(values), padded(count)];
          return [
            name,
            {
              values,
              above,
              filterNarrows,
              words,
              masks: new Int32Array(buffer, masks, words * plane),
              plane,
            },
          ];
        }),
      ),
    };
  };
  return { description, main: part(description.submissions), copies: part(description.copies) };
}

/** Where each column of a part begins; always in the same order, so that a description says it all. */
function columnsOf(description: TableDescription, count: number, place: (bytes: number) => number) {
  const room = padded(count);
  const blocks = Math.ceil(count / BLOCK);
  const who = place(4 * room);
  const meta = place(4 * room);
  const singles = description.singles.map((single) => {
    const wide = single.values.length > 256;
    const column = place(wide ? 2 * room : room);
    return { ...single, wide, column, low: place(2 * blocks), high: place(2 * blocks) };
  });
  const sets = description.sets.map((set) => ({ ...set, masks: place(4 * room * wordsOf(set.values)) }));
  return { who, meta, singles, sets };
}
