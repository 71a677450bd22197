import { compareAskings } from '#statements';
import { asAsking } from './askings-of.js';
import type { MeasureAsking, MeasurePair } from './measure-shapes.js';

/**
 * What a reader would lay side by side: each asking with the latest earlier one of its agency that it may be compared with, else
 * with its neighbour, whatever was asked in between; and the latest of each two agencies.
 * @param askings the earliest first
 */
export function pairsOf(askings: readonly MeasureAsking[]): MeasurePair[] {
  const lanes = new Map<string, number[]>();
  askings.forEach(({ agency }, at) => lanes.set(agency, [...(lanes.get(agency) ?? []), at]));
  const pair = (before: number, now: number): MeasurePair => ({
    before,
    now,
    ...compareAskings(asAsking(askings[before]!), asAsking(askings[now]!)),
  });
  const along = [...lanes.values()].flatMap((lane) =>
    lane.slice(1).map((now, at) => {
      const earlier = lane.slice(0, at + 1).map((before) => pair(before, now));
      return earlier.findLast(({ may }) => may === 'yes') ?? earlier.at(-1)!;
    }),
  );
  const last = [...lanes.values()].map((lane) => lane.at(-1)!);
  const across = last.flatMap((one, at) =>
    last.slice(at + 1).map((other) => pair(Math.min(one, other), Math.max(one, other))),
  );
  return [...along, ...across];
}

/** Of each agency the latest pair that may be compared. */
export function latestPairs(askings: readonly MeasureAsking[], pairs: readonly MeasurePair[]): MeasurePair[] {
  const latest = new Map<string, MeasurePair>();
  for (const each of pairs) {
    const agency = askings[each.now]!.agency;
    if (each.change && askings[each.before]!.agency === agency) latest.set(agency, each);
  }
  return [...latest.values()];
}
