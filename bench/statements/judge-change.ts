import type { DisclosurePolicy } from '#disclosure';
import { changeOf, driftAmong, type Change } from '#statements';
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

/** What is said beside the city's own changes: of one series alone, or of each agency by its own series. */
export interface AsideTally {
  /** Unchanged themes of which something was said, and of them those of which a rise or a fall was. */
  unchanged: number;
  falseAlarms: number;
  changed: number;
  wrongDirection: number;
  wrongHeadline: boolean;
}

export type Aside = (typeof ASIDES)[number];
/** Changes in one series alone, of the city; agencies' own changes, in two series and more, and in one. */
export const ASIDES = ['onlyInOne', 'agencies', 'agenciesOnlyInOne'] as const;

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
): { rule: ChangeTally; before: ChangeTally; aside: Record<Aside, AsideTally> } {
  const released = releaseYears(city, policy);
  const before = changesBefore(released).map((direction): Said => ({
    direction,
    headline: direction !== null && direction !== 0,
  }));
  const { themes, series } = released.periods;
  const changes = changeOf(released.periods);
  const drift = driftAmong(themes, series);
  const agencies = released.agencies.map((own) => changeOf(own, drift));
  return {
    rule: tally(changes.map(saidBy), city.truth),
    before: tally(before, city.truth),
    aside: {
      onlyInOne: aside([changes], inOne, city.truth),
      agencies: aside(agencies, saidBy, city.truth),
      agenciesOnlyInOne: aside(agencies, inOne, city.truth),
    },
  };
}

/** What is told of one series alone. */
function inOne(change: Change): Said {
  if (change.verdict !== 'only-in-one') return { direction: null, headline: false };
  return { direction: DIRECTIONS[change.inIt], headline: false };
}

function aside(
  scopes: readonly (readonly Change[])[],
  by: (change: Change) => Said,
  truth: readonly ThemeTruth[],
): AsideTally {
  const tallies = scopes.map((changes) => tally(changes.map(by), truth));
  const sum = (of: (one: ChangeTally) => number): number => tallies.reduce((all, one) => all + of(one), 0);
  return {
    unchanged: sum((one) => one.unchanged),
    falseAlarms: sum((one) => one.falseAlarms),
    changed: sum((one) => one.changed),
    wrongDirection: sum((one) => one.wrongDirection),
    wrongHeadline: tallies.some((one) => one.wrongHeadline),
  };
}

const DIRECTIONS = { rose: 1, fell: -1, 'no-clear-change': 0 } as const;

function saidBy(change: Change): Said {
  if (!('headline' in change)) return { direction: null, headline: false };
  return {
    direction: DIRECTIONS[change.verdict],
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
