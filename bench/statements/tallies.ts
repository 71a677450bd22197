import { Z95 } from '#statements';
import type { AsideTally, ChangeTally, Size } from './judge-change.js';
import type { CoderTally } from './judge-coders.js';

/** A share over many cities, with the 95% interval of the simulation itself. */
export interface Measured {
  value: number;
  low: number;
  high: number;
}

interface Part {
  part: number;
  whole: number;
}

/**
 * Ratio of two sums over cities; its interval takes each city for one draw, because themes of a city share its mix
 * (W. G. Cochran, Sampling Techniques, 1977, 6.3).
 */
export function ratioOf(cities: readonly Part[]): Measured | null {
  const whole = cities.reduce((sum, each) => sum + each.whole, 0);
  if (whole === 0) return null;
  const value = cities.reduce((sum, each) => sum + each.part, 0) / whole;
  const n = cities.length;
  const squares = cities.reduce((sum, each) => sum + (each.part - value * each.whole) ** 2, 0);
  const half = n > 1 ? (Z95 * Math.sqrt((squares * n) / (n - 1))) / whole : 1;
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}

/** What was measured of changes, by name; null where nothing was there to measure. */
export function changeReport(cities: readonly ChangeTally[]) {
  const over = (part: (city: ChangeTally) => number, whole: (city: ChangeTally) => number): Measured | null =>
    ratioOf(cities.map((city) => ({ part: part(city), whole: whole(city) })));
  const bySize = (what: 'found' | 'headline'): Record<Size, Measured | null> => {
    const of = (size: Size): Measured | null =>
      over(
        ({ bySize: sizes }) => sizes[size][what],
        ({ bySize: sizes }) => sizes[size].compared,
      );
    return { base5: of('base5'), base10: of('base10'), base20: of('base20') };
  };
  return {
    falseAlarms: over(
      (city) => city.falseAlarms,
      (city) => city.unchanged,
    ),
    wrongHeadlines: over(
      (city) => Number(city.wrongHeadline),
      () => 1,
    ),
    // Where nothing changes nothing can point the wrong way.
    wrongDirection: over(
      (city) => city.wrongDirection,
      (city) => city.changed,
    ) ?? { value: 0, low: 0, high: 0 },
    cannotCompare: over(
      (city) => city.cannotCompare,
      (city) => city.themes,
    ),
    found: bySize('found'),
    headlines: bySize('headline'),
  };
}

/** What was measured of changes that are told beside the city's own. */
export function asideReport(cities: readonly AsideTally[]) {
  const over = (part: (city: AsideTally) => number, whole: (city: AsideTally) => number): Measured | null =>
    ratioOf(cities.map((city) => ({ part: part(city), whole: whole(city) })));
  return {
    falseAlarms: over(
      (city) => city.falseAlarms,
      (city) => city.unchanged,
    ),
    wrongHeadlines: over(
      (city) => Number(city.wrongHeadline),
      () => 1,
    ),
    wrongDirection: over(
      (city) => city.wrongDirection,
      (city) => city.changed,
    ),
  };
}

/** What was measured of grades and corrected figures. City coverage is that of the worst grade that shows a figure. */
export function coderReport(cities: readonly CoderTally[]) {
  const over = (of: (city: CoderTally) => Part): Measured | null => ratioOf(cities.map(of));
  const mean = (of: (city: CoderTally) => number): number =>
    cities.reduce((sum, city) => sum + of(city), 0) / cities.length;
  const byGrade = {
    ready: over(({ covered }) => covered.ready),
    indicative: over(({ covered }) => covered.indicative),
    learning: over(({ covered }) => covered.learning),
  };
  const shown = [byGrade.ready, byGrade.indicative].filter((each) => each !== null);
  return {
    rule: {
      wardCoverage: over(({ wardCoverage }) => wardCoverage),
      wardWrongWay: over(({ wardWrongWay }) => wardWrongWay),
      cityCoverage: shown.reduce<Measured | null>(
        (worst, each) => (worst && worst.value <= each.value ? worst : each),
        null,
      ),
      versionsMeet: over((city) => city.versionsMeet),
      rankCoverage: over(({ ranks }) => ranks.places),
      rankWrongWay: over(({ ranks }) => ranks.apart),
    },
    before: {
      wardCoverage: over(({ before }) => before.wardCoverage),
      wardWrongWay: over(({ before }) => before.wardWrongWay),
      cityCoverage: over(({ before }) => before.cityCoverage),
      versionsMeet: over(({ before }) => before.versionsMeet),
    },
    cityCoverageByGrade: byGrade,
    grades: {
      ready: mean(({ grades }) => grades.ready),
      indicative: mean(({ grades }) => grades.indicative),
      learning: mean(({ grades }) => grades.learning),
      codings: mean(({ codings }) => codings),
      wardClaims: mean(({ wardWrongWay }) => wardWrongWay.whole),
    },
  };
}
