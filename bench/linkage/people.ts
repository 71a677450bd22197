import type { EngineRun } from '#linkage';

/** Bits by which the cut is moved down and up for the range of people. */
const MARGIN = 3;
/** An area's range is twice as far from its value as the same cuts give: its errors do not average out. */
const AREA_FACTOR = 2;

export interface People {
  people: number;
  peopleLow: number;
  peopleHigh: number;
  realPeople: number;
  areaCoverage?: number;
  areaWidth?: number;
}

const distinct = (groups: ArrayLike<number>): number => new Set(Array.from(groups)).size;

function countsByArea(groups: ArrayLike<number>, areas: readonly string[]): Map<string, number> {
  const seen = new Map<string, Set<number>>();
  areas.forEach((area, row) => {
    if (area === '') return;
    if (!seen.has(area)) seen.set(area, new Set());
    seen.get(area)!.add(groups[row]!);
  });
  return new Map([...seen].map(([area, set]) => [area, set.size]));
}

/** Counts people with the range that link uncertainty leaves, for all and by area. */
export function countPeople(run: EngineRun, truth: Int32Array, areas: readonly string[]): People {
  const [fewer, more] = [run.groupsAt(-MARGIN), run.groupsAt(MARGIN)];
  const counts = {
    people: distinct(run.home),
    peopleLow: distinct(fewer),
    peopleHigh: distinct(more),
    realPeople: distinct(truth),
  };
  if (areas.length === 0) return counts;
  const [value, low, high, real] = [run.home, fewer, more, truth].map((groups) =>
    countsByArea(groups, areas),
  ) as [Map<string, number>, Map<string, number>, Map<string, number>, Map<string, number>];
  let [covered, width] = [0, 0];
  for (const [area, people] of value) {
    const from = people - AREA_FACTOR * Math.max(0, people - low.get(area)!);
    const to = people + AREA_FACTOR * Math.max(0, high.get(area)! - people);
    if (real.get(area)! >= from && real.get(area)! <= to) covered++;
    width += (to - from) / people;
  }
  return { ...counts, areaCoverage: covered / value.size, areaWidth: width / value.size };
}
