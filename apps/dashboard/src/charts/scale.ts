const STEPS = [1, 2, 2.5, 5, 10];
/** For the end of a scale, where no tick stands but at the end. */
export const ENDS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The next round number at or above: one of `steps` times a power of ten. */
export function roundUp(value: number, steps: readonly number[] = STEPS): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = steps.find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

/** Round values from zero to at least `max`, about `parts` of them. Bars start at zero. */
export function ticks(max: number, parts = 4): number[] {
  const step = roundUp(Math.max(max, 1e-9) / parts);
  const found = [0];
  while ((found.at(-1) ?? 0) < max - 1e-9) found.push((found.at(-1) ?? 0) + step);
  return found;
}

/** Class limits of the tile map: up to five round limits, low to high; a value is in class 1 to 6. */
export function classLimits(values: readonly number[]): number[] {
  const max = Math.max(...values, 0);
  if (max <= 0) return [];
  const step = roundUp(max / 5.5);
  const limits = [];
  for (let limit = step; limit <= max && limits.length < 5; limit += step) limits.push(limit);
  return limits;
}

/** 1 for under the first limit, up to 6. */
export const classOf = (value: number, limits: readonly number[]): number =>
  1 + limits.filter((limit) => value >= limit).length;

/** Year and quarter out of a code such as "2024-Q2" or "2024Q2"; null where it is not one. */
export function quarterOf(code: string): { year: number; quarter: number } | null {
  const found = /^(\d{4})\D*([1-4])$/.exec(code);
  return found ? { year: Number(found[1]), quarter: Number(found[2]) } : null;
}

/** Last day of a quarter, as ISO date. */
export function quarterEnd(code: string): string | null {
  const found = quarterOf(code);
  if (!found) return null;
  return new Date(Date.UTC(found.year, found.quarter * 3, 0)).toISOString().slice(0, 10);
}

/** Quarters that are over in data up to a day; all of them where the day is not known. */
export const fullQuarters = (quarters: readonly string[], dataTo: string | null): string[] =>
  quarters.filter((code) => !dataTo || (quarterEnd(code) ?? '') <= dataTo);

/** First day of a quarter, as ISO date. */
export function quarterStart(code: string): string | null {
  const found = quarterOf(code);
  if (!found) return null;
  return new Date(Date.UTC(found.year, found.quarter * 3 - 3, 1)).toISOString().slice(0, 10);
}
