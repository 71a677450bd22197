/** F1 of sets of labels: over all, by label, and the mean of the texts' own. Each between 0 and 1. */
export interface SetScores {
  microF1: number;
  macroF1: number;
  samplesF1: number;
}

const f1 = (hits: number, said: number, true_: number): number =>
  said + true_ === 0 ? 0 : (2 * hits) / (said + true_);
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;

/** Judges what was said of texts that have labels; texts without a true label don't count in the mean of texts. */
export function judgeSets(
  truth: readonly string[][],
  said: readonly string[][],
  labels: readonly string[],
): SetScores {
  const hits = (i: number): string[] => said[i]!.filter((label) => truth[i]!.includes(label));
  const count = (sets: readonly string[][], label: string): number =>
    sets.filter((set) => set.includes(label)).length;
  const both = truth.map((_, i) => hits(i));
  const total = (sets: readonly string[][]): number => sets.reduce((sum, set) => sum + set.length, 0);
  const seen = labels.filter((label) => count(truth, label) > 0);
  return {
    microF1: f1(total(both), total(said), total(truth)),
    macroF1: mean(seen.map((label) => f1(count(both, label), count(said, label), count(truth, label)))),
    samplesF1: mean(
      truth.flatMap((set, i) => (set.length > 0 ? [f1(both[i]!.length, said[i]!.length, set.length)] : [])),
    ),
  };
}

export const meanScores = (all: readonly SetScores[]): SetScores => ({
  microF1: mean(all.map((one) => one.microF1)),
  macroF1: mean(all.map((one) => one.macroF1)),
  samplesF1: mean(all.map((one) => one.samplesF1)),
});
