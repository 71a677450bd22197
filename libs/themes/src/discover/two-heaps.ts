/**
 * Where values fall into two heaps, the border between them (Otsu, 1979); null where they are one. How far they are apart is the share
 * of their variance that lies between the two sides: .64 for one bell, .75 for evenly spread values, more for two heaps.
 */
export function borderOfHeaps(values: readonly number[], leastApart: number): number | null {
  const ranked = [...values].sort((a, b) => b - a);
  const n = ranked.length;
  const total = ranked.reduce((sum, value) => sum + value, 0);
  const variance = ranked.reduce((sum, value) => sum + (value - total / n) ** 2, 0) / n;
  if (n < 2 || variance === 0) return null;
  let [above, most, border] = [0, 0, 0];
  for (let i = 1; i < n; i++) {
    above += ranked[i - 1]!;
    const between = (i * (n - i) * (above / i - (total - above) / (n - i)) ** 2) / n ** 2;
    if (between > most) [most, border] = [between, (ranked[i - 1]! + ranked[i]!) / 2];
  }
  return most / variance >= leastApart ? border : null;
}
