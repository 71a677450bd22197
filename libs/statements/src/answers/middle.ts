/**
 * The number or band that holds the middle answer: half of those who answered are there or below. Of released percentages, so
 * never the lowest or the highest answer itself.
 * @param bands in order of size @returns null where too few answered, or a band up to there is hidden: the middle might be another one
 */
export function middleAnswer(bands: readonly { label: string; percent: number | null }[]): string | null {
  let sum = 0;
  for (const { label, percent } of bands) {
    if (percent === null) return null;
    if ((sum += percent) >= 50) return label;
  }
  return null;
}
