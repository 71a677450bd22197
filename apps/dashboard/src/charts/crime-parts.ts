export interface CrimePoint {
  month: string;
  value: number;
  afterBreak: boolean;
}

export interface CrimeParts {
  before: CrimePoint[];
  inside: CrimePoint[];
  after: CrimePoint[];
}

/**
 * A series cut at its known break. Where the months marked as broken end within the series, the band covers them;
 * where they run to its end, nothing after the break can be compared with what was before, and all of it is inside.
 */
export function crimeParts(points: readonly CrimePoint[]): CrimeParts {
  const start = points.findIndex((point) => point.afterBreak);
  if (start < 0) return { before: [...points], inside: [], after: [] };
  const rest = points.slice(start);
  const end = rest.findIndex((point) => !point.afterBreak);
  return {
    before: points.slice(0, start),
    inside: end < 0 ? rest : rest.slice(0, end),
    after: end < 0 ? [] : rest.slice(end),
  };
}
