/** Options behind a column of cells with several of them, as they were learnt from the column. */
export interface OptionList {
  delimiter: string;
  /** Options in the order of how often they were chosen, then as met. */
  options: string[];
  /** Does every cell hold every option, each once? Then the order is the answer. */
  everyone: boolean;
  /** Cells that hold more than one option. */
  several: number;
  /** Options with how often each was chosen, those that nobody else chose among them. */
  counts: ReadonlyMap<string, number>;
  /** Do two pieces always stand together, so that they may be one option that holds the mark? */
  torn: boolean;
}
