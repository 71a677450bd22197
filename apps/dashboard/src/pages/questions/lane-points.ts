import type { Asking, OverTime, Pair } from './over-time';

/** One agency's askings in order of time, and what joins each with the one before. */
export interface Lane {
  agency: string;
  name: string;
  points: { at: number; asking: Asking }[];
  pairs: Pair[];
}

export function lanesOf({ askings, pairs }: Pick<OverTime, 'askings' | 'pairs'>): Lane[] {
  const lanes = new Map<string, Lane>();
  askings.forEach((asking, at) => {
    const lane = lanes.get(asking.agency) ?? {
      agency: asking.agency,
      name: asking.agencyName,
      points: [],
      pairs: [],
    };
    lane.points.push({ at, asking });
    lanes.set(asking.agency, lane);
  });
  for (const lane of lanes.values()) {
    const own = new Set(lane.points.map(({ at }) => at));
    lane.pairs = pairs.filter(({ before, now }) => own.has(before) && own.has(now));
  }
  return [...lanes.values()];
}

/** Scale of shares, the same for every lane: round tens around what is shown. */
export function shareScale(askings: readonly Asking[]): { from: number; to: number } {
  const all = askings.flatMap(({ low, high }) => (low === null || high === null ? [] : [low, high]));
  if (all.length === 0) return { from: 0, to: 100 };
  return {
    from: Math.max(0, Math.floor(Math.min(...all) / 10) * 10),
    to: Math.min(100, Math.ceil(Math.max(...all) / 10) * 10),
  };
}

/** Years from the first to the last asking, with room at both ends. */
export function timeScale(askings: readonly Asking[]): { from: number; to: number; years: number[] } {
  const days = askings.flatMap(({ asked }) => (asked ? [Date.parse(asked)] : []));
  const first = new Date(Math.min(...days)).getUTCFullYear();
  const last = new Date(Math.max(...days)).getUTCFullYear();
  const years = Array.from({ length: last - first + 2 }, (_, at) => first + at);
  return { from: Date.UTC(first, 0, 1), to: Date.UTC(last + 1, 0, 1), years };
}
