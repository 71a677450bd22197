import { bySeries, informationOf, weightOf } from './mantel-haenszel.js';
import type { Stratum } from './strata.js';

export interface Drift {
  /** The T of rule A: variance of log-odds. */
  variance: number;
  /** By how many independent comparisons of series it was measured; infinite where it is a set value. */
  freedom: number;
}

/** Drift is never taken for less than a standard deviation of a tenth in log-odds. */
export const LEAST_DRIFT = 0.01;
/** Drift where no theme has two series to measure it by, and for a theme with one series alone. */
export const DRIFT_UNMEASURED = 0.0225;
/**
 * What the measured drift is raised by, because few series measure it badly: 1.25, and more under 48 degrees of freedom. At
 * 3,000 people, where there are about seven, 1.25 alone leaves false alarms of 4.6 to 5.7% at a drift of .3; this 3.4 to
 * 4.2%. At 8,000 people as much is found by either.
 */
const carefully = (freedom: number): number => Math.max(1.25, 1 + 12 / freedom);

/**
 * How much a series wanders from year to year for no reason: variance of its change in log-odds, pooled over all themes
 * of an edition (rule A, 6). A theme by itself has two to five series, which measure nothing; fifty themes together do.
 *
 * Between-series variance by R. DerSimonian and N. Laird, Controlled Clinical Trials 7 (1986), 177-188, on one-step log-odds
 * ratios (R. Peto; S. Yusuf and others, Progress in Cardiovascular Diseases 27, 1985): logarithms of ratios of counts under
 * ten would make it half as large as it is. Noise and rounding are not taken off: what they add errs on the careful side.
 * @param themes strata of every theme that is compared
 */
export function driftOf(themes: readonly (readonly Stratum[])[]): Drift {
  let [excess, scale, freedom] = [0, 0, 0];
  for (const strata of themes) {
    const effects = effectsOf(strata);
    if (effects.length < 2) continue;
    const weights = effects.map(({ variance }) => 1 / variance);
    const sum = total(weights);
    const mean = total(effects.map(({ effect }, at) => effect * weights[at]!)) / sum;
    const q = total(effects.map(({ effect }, at) => weights[at]! * (effect - mean) ** 2));
    excess += q - (effects.length - 1);
    freedom += effects.length - 1;
    scale += sum - total(weights.map((weight) => weight * weight)) / sum;
  }
  if (freedom === 0) return { variance: DRIFT_UNMEASURED, freedom: Infinity };
  return { variance: Math.max(LEAST_DRIFT, carefully(freedom) * Math.max(0, excess / scale)), freedom };
}

/** One-step log-odds ratio of each series, with its variance. */
function effectsOf(strata: readonly Stratum[]): { effect: number; variance: number }[] {
  const above = bySeries(
    strata,
    (stratum) => weightOf(stratum) * (stratum.x1 / stratum.n1 - stratum.x0 / stratum.n0),
  );
  const information = bySeries(strata, (stratum) => {
    const people = stratum.n0 + stratum.n1;
    return informationOf(stratum) * (people / (people - 1));
  });
  return [...information].flatMap(([series, v]) =>
    v > 0 ? [{ effect: above.get(series)! / v, variance: 1 / v }] : [],
  );
}

const total = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0);
