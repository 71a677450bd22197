/** How two coders agree who gave one kind to each text. */
export interface KindAgreement {
  texts: number;
  /** Cohen's kappa (1960); 1 where both gave one and the same kind throughout. */
  kappa: number;
  /** Standard error of kappa, by Cohen's own approximation. */
  error: number;
  /** Share of texts on which they agree. */
  right: number;
  /** Mean of F1 over the kinds that the first coder gave. */
  macroF1: number;
}

/**
 * Agreement of kinds, in the same order.
 * @param first what is taken for the truth
 * @returns null without texts
 */
export function agreementOfKinds(first: readonly string[], second: readonly string[]): KindAgreement | null {
  const texts = first.length;
  if (texts === 0) return null;
  const given = [...new Set(first)].sort();
  const count = (all: readonly string[], kind: string): number => all.filter((one) => one === kind).length;
  const both = (kind: string): number => first.filter((one, i) => one === kind && second[i] === kind).length;
  const right = first.filter((one, i) => one === second[i]).length / texts;
  const byChance = given.reduce(
    (sum, kind) => sum + (count(first, kind) / texts) * (count(second, kind) / texts),
    0,
  );
  const left = 1 - byChance;
  return {
    texts,
    kappa: left === 0 ? 1 : (right - byChance) / left,
    error: left === 0 ? 0 : Math.sqrt((right * (1 - right)) / texts) / left,
    right,
    macroF1:
      given.reduce((sum, kind) => sum + (2 * both(kind)) / (count(first, kind) + count(second, kind)), 0) /
      given.length,
  };
}
