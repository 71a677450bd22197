import type { DisclosurePolicy } from '#disclosure';
import { changeOf, type Change } from '#statements';
import type { HeardCity, ThemeTruth } from './heard-city.js';
import { releaseYears } from './released-years.js';
import { changesBefore } from './rule-of-before.js';

/** What one city's statements of change came to, beside the truth. */
export interface ChangeTally {
  /** Unchanged themes that were compared, and of them those said to have risen or fallen. */
  unchanged: number;
  falseAlarms: number;
  /** Changed themes that were compared; said to change the right way, and the wrong way. */
  changed: number;
  wrongDirection: number;
  /** By usual share of the theme: compared, found, and found in a heading. */
  bySize: Record<Size, { compared: number; found: number; headline: number }>;
  themes: number;
  cannotCompare: number;
  /** Would a heading have told a change that was none, or the wrong way? */
  wrongHeadline: boolean;
}

export type Size = 'base5' | 'base10' | 'base20';
const SIZES: readonly [Size, number][] = [
  ['base5', 0.05],
  ['base10', 0.1],
  ['base20', 0.2],
];

/** A verdict: rose, no clear change, fell; null where the rule does not compare. And may a heading tell it? */
interface Said {
  direction: -1 | 0 | 1 | null;
  headline: boolean;
}

/** Any city through the real release and the real rule, and through the rule of before. */
export function judgeChange(
  city: HeardCity,
  policy: DisclosurePolicy,
): { rule: ChangeTally; before: ChangeTally } {
  const released = releaseYears(city, policy);
  const before = changesBefore(released).map((direction): Said => ({
    direction,
    headline: direction !== null && direction !== 0,
  }));
  return {
    rule: tally(changeOf(released.periods).map(saidBy), city.truth),
    before: tally(before, city.truth),
  };
}

function saidBy(change: Change): Said {
  if (!('headline' in change)) return { direction: null, headline: false };
  return {
    direction: { rose: 1, fell: -1, 'no-clear-change': 0 }[change.verdict] as -1 | 0 | 1,
    headline: change.headline,
  };
}

function tally(said: readonly Said[], truth: readonly ThemeTruth[]): ChangeTally {
  const tally: ChangeTally = {
    unchanged: 0,
    falseAlarms: 0,
    changed: 0,
    wrongDirection: 0,
    bySize: {
      base5: { compared: 0, found: 0, headline: 0 },
      base10: { compared: 0, found: 0, headline: 0 },
      base20: { compared: 0, found: 0, headline: 0 },
    },
    themes: said.length,
    cannotCompare: 0,
    wrongHeadline: false,
  };
  said.forEach(({ direction, headline }, at) => {
    const { base, change } = truth[at]!;
    if (direction === null) tally.cannotCompare += 1;
    else if (change === 0) {
      tally.unchanged += 1;
      if (direction !== 0) tally.falseAlarms += 1;
    } else {
      tally.changed += 1;
      if (direction === -Math.sign(change)) tally.wrongDirection += 1;
      const size = SIZES.find(([, share]) => share === base)?.[0];
      if (size) {
        tally.bySize[size].compared += 1;
        if (direction === Math.sign(change)) tally.bySize[size].found += 1;
        if (headline && direction === Math.sign(change)) tally.bySize[size].headline += 1;
      }
    }
    if (headline && direction !== Math.sign(change)) tally.wrongHeadline = true;
  });
  return tally;
}
