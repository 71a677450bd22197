import { LARGEST_NOISE, type Guard } from '#disclosure';
import type { Knowledge, Line } from './attacker.js';
import type { Published } from './schemes.js';

/** Further apart than this, two counts never bear the same figure: noise both ways, and rounding. */
const REACH = 2 * LARGEST_NOISE + 5;

interface Partner {
  smaller: number;
  larger: number;
}

/**
 * What an attacker concludes from a cell that is hidden though it is certainly large: the guard hid it, for one of the cells around it.
 * Where all but one of these are certainly too far away, that one is near, and the bounds of both are drawn together.
 * @param from people from which a cell is hidden by the guard alone
 * @returns whether any bound moved
 */
export function hearTheHidden(
  known: Knowledge,
  published: Published,
  lines: readonly Line[],
  guard: Guard,
  from: number,
): boolean {
  const asked = new Map<number, Partner[] | null>();
  known.low.forEach((low, cell) => {
    if (low >= from && published.people[cell]! < 0 && low < known.high[cell]!) asked.set(cell, []);
  });
  if (asked.size === 0) return false;
  gatherPartners(asked, published, lines);
  let moved = false;
  for (const partners of asked.values()) {
    const possible = partners?.filter((pair) => mayBeNear(known, published, pair, guard));
    const [only] = possible ?? [];
    if (!only || possible!.some(({ smaller, larger }) => smaller !== only.smaller || larger !== only.larger))
      continue;
    if (drawTogether(known, published, only, guard)) moved = true;
  }
  return moved;
}

/** Fills in the cells that the guard weighs each one against; null where it may have been hidden for what is within a hidden part. */
function gatherPartners(
  asked: Map<number, Partner[] | null>,
  published: Published,
  lines: readonly Line[],
): void {
  const giving = new Set(lines.flatMap(({ whole, givesWay }) => (givesWay?.includes(true) ? [whole] : [])));
  for (const { whole, parts, givesWay, unguarded } of lines) {
    if (unguarded) continue;
    parts.forEach((part, at) => {
      const [victim, other] = givesWay?.[at] ? [whole, part] : [part, whole];
      const partners = asked.get(victim);
      if (!partners) return;
      if (victim === part || published.people[other]! > 0) partners.push({ smaller: part, larger: whole });
      else if (published.people[other]! < 0 && giving.has(other)) asked.set(victim, null);
    });
  }
}

function mayBeNear(
  { low, high }: Knowledge,
  { people }: Published,
  { smaller, larger }: Partner,
  guard: Guard,
): boolean {
  const [least, most] = [Math.max(0, low[larger]! - high[smaller]!), high[larger]! - low[smaller]!];
  if (most >= 1 && least <= REACH) return true;
  const figure = people[smaller]!;
  // The same people are a reason to hide where they are few, and where their count lies at an end.
  return least === 0 && (guard.ends || low[smaller]! < guard.equalUnder || figure < guard.equalUnder);
}

function drawTogether(
  { low, high }: Knowledge,
  { people }: Published,
  { smaller, larger }: Partner,
  guard: Guard,
): boolean {
  const before = low[smaller]! + low[larger]! - high[smaller]! - high[larger]!;
  high[larger] = Math.min(high[larger]!, high[smaller]! + REACH);
  low[smaller] = Math.max(low[smaller]!, low[larger]! - REACH);
  // Without that clause the same people, and many, are no reason to hide either.
  if (!guard.ends && low[smaller]! >= guard.equalUnder && people[smaller]! >= guard.equalUnder) {
    low[larger] = Math.max(low[larger]!, low[smaller]! + 1);
    high[smaller] = Math.min(high[smaller]!, high[larger]! - 1);
  }
  return low[smaller]! + low[larger]! - high[smaller]! - high[larger]! !== before;
}
