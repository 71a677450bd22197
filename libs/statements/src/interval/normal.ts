/** 97.5th percentile of the normal distribution: 95% two-sided. The hub's one z. */
export const Z95 = 1.959964;

/**
 * Two-sided p-value of a standardised difference.
 *
 * Complementary error function by its Chebyshev fit (W. H. Press and others, Numerical Recipes, 2nd edition, 6.2):
 * relative error under 1.2e-7 everywhere, so that the smallest p-values keep their order.
 * @param z difference divided by its standard error
 */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const fit = CHEBYSHEV.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  return t * Math.exp(-x * x + fit);
}

/** Two-sided p-value of a difference of which the 95% range is told, symmetrical about it; of a range that was cut short a little too large. */
export function chanceOfRange({ low, high }: { low: number; high: number }): number {
  const error = (high - low) / (2 * Z95);
  return error > 0 ? twoSided((low + high) / 2 / error) : 1;
}

const CHEBYSHEV = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

/**
 * The same where part of the standard error was itself measured by few: Student's tail, as the normal deviate of the same
 * probability. D. L. Wallace, Annals of Mathematical Statistics 30 (1959), 1124-1130: within .02 of it from 3 degrees on.
 * @param freedom degrees of freedom; infinite where the error is known
 */
export function studentTwoSided(t: number, freedom: number): number {
  if (freedom === Infinity) return twoSided(t);
  const scale = (8 * freedom + 1) / (8 * freedom + 3);
  return twoSided(scale * Math.sqrt(freedom * Math.log1p((t * t) / freedom)));
}

/** 97.5th percentile of Student's distribution, by the same formula turned round: `Z95` for many degrees of freedom. */
export function studentQuantile(freedom: number): number {
  if (freedom === Infinity) return Z95;
  const scale = (8 * freedom + 1) / (8 * freedom + 3);
  return Math.sqrt(freedom * Math.expm1((Z95 / scale) ** 2 / freedom));
}

/**
 * Which of several findings stand when all were tried at once: of those that stand, at most `rate` are expected to be
 * false.
 *
 * Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995), 289-300.
 * @param pValues of everything that was compared, also of what showed nothing
 * @returns for each, in order, whether it stands
 */
export function benjaminiHochberg(pValues: readonly number[], rate = 0.05): boolean[] {
  const sorted = [...pValues].sort((a, b) => a - b);
  let limit = -1;
  sorted.forEach((p, at) => {
    if (p <= (rate * (at + 1)) / sorted.length) limit = p;
  });
  return pValues.map((p) => p <= limit);
}
