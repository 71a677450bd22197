import { Z95 } from '#statements';

/** People heard in each pair of categories of two characteristics, and residents in each category of either. */
export interface TwoWay {
  /** `heard[row][column]` */
  heard: readonly (readonly number[])[];
  rowTargets: readonly number[];
  columnTargets: readonly number[];
}

const ROUNDS = 200;
const CLOSE = 1e-9;

/**
 * Weights that make the people heard fit both margins of the residents, and stay otherwise as they were: iterative
 * proportional fitting (Deming and Stephan, Annals of Mathematical Statistics 11, 1940).
 * @returns share of residents that each cell stands for, summing to 1; null where a whole row or column is empty but has residents
 */
export function rake({ heard, rowTargets, columnTargets }: TwoWay): number[][] | null {
  const cells = heard.map((row) => [...row]);
  const rows = shares(rowTargets);
  const columns = shares(columnTargets);
  for (let round = 0; round < ROUNDS; round++) {
    let furthest = 0;
    for (let at = 0; at < cells.length; at++) {
      const sum = total(cells[at]!);
      if (sum === 0 && rows[at]! > 0) return null;
      furthest = Math.max(furthest, Math.abs(sum - rows[at]!));
      cells[at] = cells[at]!.map((cell) => (sum === 0 ? 0 : (cell * rows[at]!) / sum));
    }
    for (let at = 0; at < columns.length; at++) {
      const sum = total(cells.map((row) => row[at]!));
      if (sum === 0 && columns[at]! > 0) return null;
      for (const row of cells) row[at] = sum === 0 ? 0 : (row[at]! * columns[at]!) / sum;
    }
    if (furthest < CLOSE && round > 0) break;
  }
  return cells;
}

export interface WeightedShare {
  /** Percent. */
  value: number;
  low: number;
  high: number;
}

/**
 * Share of residents who would raise something, were each cell's residents like its people heard. Interval: normal, 95%,
 * from the variance of a stratified sample (Cochran, Sampling Techniques, 1977, 5.6), a third of a person added to either
 * side in each cell so that none is taken to be certain.
 * @param weights of `rake` @param raised people of each cell who raised it
 */
export function weightedShare(
  weights: readonly (readonly number[])[],
  heard: readonly (readonly number[])[],
  raised: readonly (readonly number[])[],
): WeightedShare {
  let [value, variance] = [0, 0];
  weights.forEach((row, r) =>
    row.forEach((weight, c) => {
      const n = heard[r]![c]!;
      if (n === 0) return;
      const share = Math.min(raised[r]![c]!, n) / n;
      const careful = (Math.min(raised[r]![c]!, n) + 1 / 3) / (n + 2 / 3);
      value += weight * share;
      variance += (weight ** 2 * careful * (1 - careful)) / Math.max(1, n - 1);
    }),
  );
  const half = Z95 * Math.sqrt(variance);
  return { value: 100 * value, low: 100 * Math.max(0, value - half), high: 100 * Math.min(1, value + half) };
}

/** How many people a simple random sample would need to be as sure: Kish's effective size. */
export function effectiveSize(
  weights: readonly (readonly number[])[],
  heard: readonly (readonly number[])[],
): number {
  let spread = 0;
  weights.forEach((row, r) =>
    row.forEach((weight, c) => {
      if (heard[r]![c]! > 0) spread += weight ** 2 / heard[r]![c]!;
    }),
  );
  return spread === 0 ? 0 : 1 / spread;
}

const total = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0);
function shares(targets: readonly number[]): number[] {
  const whole = total(targets);
  return targets.map((target) => (whole === 0 ? 0 : target / whole));
}
