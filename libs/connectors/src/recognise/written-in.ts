/** An option of a list stands in so many rows at the least. */
const FEWEST = 3;
/** Of the rows, those that hold an option of the list at the least, where others hold what people wrote themselves. */
const LISTED = 0.6;
const MOST_WRITTEN = 0.3;

const begins = (value: string): boolean => /^[\p{Lu}\d£"'(]/u.test(value);
const ends = (value: string): boolean => /[.?!]$/.test(value);

/**
 * Rows that hold what people wrote under "Other" of a list: form tools put it into the cell as if it were an option. It stands
 * there once, among options that repeat, and is written otherwise: without a capital, or as a sentence.
 */
export function writtenIn({
  counts,
  filled,
  overflow,
}: {
  counts: ReadonlyMap<string, number>;
  filled: number;
  overflow: number;
}): number {
  const options = [...counts].filter(([, count]) => count >= FEWEST);
  const once = [...counts].filter(([, count]) => count === 1).map(([value]) => value);
  const listed = options.reduce((sum, [, count]) => sum + count, 0);
  if (overflow > 0 || options.length < 2 || listed < LISTED * filled || once.length > MOST_WRITTEN * filled)
    return 0;
  const capitals = options.every(([option]) => begins(option));
  const bare = options.every(([option]) => !ends(option));
  const own = once.filter((value) => (capitals && !begins(value)) || (bare && ends(value)));
  return own.some((value) => /\s/.test(value)) ? once.length : 0;
}
