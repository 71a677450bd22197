import { benjaminiHochberg, studentQuantile, studentTwoSided } from '../interval/normal.js';
import { driftOf, DRIFT_UNMEASURED, type Drift } from './drift.js';
import type { Break, Series, TwoPeriods } from './heard.js';
import { bySeries, informationOf, mantelHaenszel, pooledShare } from './mantel-haenszel.js';
import { strataOf, type Stratum } from './strata.js';

/**
 * Known by this name and version wherever it is told. By version 1 an agency's change rested on the city's grade; by version 2 an agency's drift was its
 * own, and a change in one series was told where nothing measured the drift; by version 3 a series knew no breaks, and
 * who was in two strata was counted in each where they must hold a tenth of the heard.
 */
export const CHANGE_RULE = { code: 'change-like-for-like', version: 4 } as const;

/** Why two periods can't be compared; one reason, the first that applies. */
export type WhyNot =
  | 'not-ready'
  | 'agency-not-checked'
  | 'another-coder'
  | 'another-codebook'
  | 'nothing-asked-twice'
  | 'recording-changed'
  | 'one-series'
  | 'drift-unmeasured'
  | 'too-few-people'
  | 'one-series-outweighs'
  | 'too-small-a-part';

/** Change of one theme, in the consultations that asked the same in both periods. */
export interface Measured {
  /** Difference of shares, from -1 to 1; "per 100 heard in the same consultations" is 100 times it. */
  difference: number;
  standardError: number;
  /** Share before, over the same consultations. */
  before: number;
  /** Mantel-Haenszel ratio of now to before. */
  ratio: number;
  /** The difference with its 95% interval. */
  low: number;
  high: number;
  /** Change relative to `before`, with its 95% interval: .3 is 30% more; null where nobody raised it before. */
  relative: { value: number; low: number; high: number } | null;
  /** How many standard errors are 95%: 1.96, and more where drift was measured by few. */
  quantile: number;
  p: number;
}

/** What the comparison rests on; always printed beside it. */
export interface Basis {
  /** Names of the series compared, in order of the edition. */
  series: string[];
  /** At most this share of the people heard is in them, the smaller of both periods: who is in two of them counts in each. Null where it is hidden. */
  heard: number | null;
  /** Breaks of series in which the theme could be compared but for them, by name of series. */
  breaks: (Break & { series: string })[];
}

export type Verdict = 'rose' | 'fell' | 'no-clear-change';

export type Change =
  | (Basis &
      Measured & {
        theme: string;
        verdict: Verdict;
        /** Does it stand when all themes were compared at once? Only then may a heading tell it. */
        headline: boolean;
      })
  /** One series alone: told of that series, never of the city. */
  | (Basis & Measured & { theme: string; verdict: 'only-in-one'; inIt: Verdict })
  | (Basis & { theme: string; verdict: 'cannot-compare'; why: WhyNot });

/** Fewest people whom the theme's share must make each period expect, over all strata. */
export const MINIMUM_EXPECTED_IN_ALL = 30;
/** No series may hold more of what a comparison rests on. */
export const MOST_OF_ONE_SERIES = 0.8;
/** Strata must hold so much of the people heard, in each period. */
export const LEAST_OF_THE_HEARD = 0.1;

/**
 * A theme whose grade says that its change must not be told, however clear it looks.
 * @param why of an agency: its own answers were not checked enough, though the city's were (rule B: 150 of its own in the audit)
 */
export const notReady = (theme: string, why: 'not-ready' | 'agency-not-checked' = 'not-ready'): Change => ({
  theme,
  verdict: 'cannot-compare',
  why,
  series: [],
  heard: null,
  breaks: [],
});

/**
 * Which themes rose and fell between two periods, like for like (rule A). Fed with released cells alone.
 *
 * Measured by simulation: a false alarm in at most 5% of themes whatever consultations opened and closed (the rule of
 * before: 37 to 70%), a wrong heading in at most 10% of editions (100%); docs/methods/README.md has the table. Where drift
 * was measured by few series the quantile is Student's: with 1.96 false alarms at 3,000 people and a drift of .3 are 5 to 6%.
 * @param drift of the edition: of a part of its series, which can't measure it so well, what all of them measure
 * @returns a change for each theme, in the order given
 */
export function changeOf(
  periods: TwoPeriods,
  drift: Drift = driftAmong(periods.themes, periods.series),
): Change[] {
  const all = periods.themes.map((theme) => ({ theme, strata: strataOf(theme, periods.series) }));
  const changes = all.map(({ theme, strata }): Change => {
    const basis = basisOf(theme, strata, periods);
    const why = whyNot(strata, periods, basis);
    if (why === 'one-series' && !tooFew(strata)) {
      if (!isMeasured(drift)) return { theme, verdict: 'cannot-compare', why: 'drift-unmeasured', ...basis };
      const measured = measure(strata, { ...drift, variance: Math.max(drift.variance, DRIFT_UNMEASURED) });
      return { theme, verdict: 'only-in-one', inIt: verdictOf(measured), ...basis, ...measured };
    }
    if (why) return { theme, verdict: 'cannot-compare', why, ...basis };
    const measured = measure(strata, drift);
    return { theme, verdict: verdictOf(measured), headline: false, ...basis, ...measured };
  });
  return withHeadlines(changes);
}

/** The drift of an edition, by all its themes and series together (rule A, 6). */
export const driftAmong = (themes: readonly string[], series: readonly Series[]): Drift =>
  driftOf(themes.map((theme) => strataOf(theme, series)));

/** Where no theme has two series nothing says how much one wanders: with a set drift one change in one series of seven was false at a drift of .3. */
const isMeasured = ({ freedom }: Drift): boolean => freedom < Infinity;

/** Headings are told only of what passes Benjamini-Hochberg at 5% over all themes compared (rule A, 8). */
function withHeadlines(changes: readonly Change[]): Change[] {
  const compared = changes.filter((change) => 'headline' in change);
  const stands = benjaminiHochberg(compared.map(({ p }) => p));
  const standing = new Set(compared.filter((_, at) => stands[at]));
  return changes.map((change) =>
    'headline' in change && standing.has(change)
      ? { ...change, headline: change.verdict !== 'no-clear-change' }
      : change,
  );
}

function measure(strata: readonly Stratum[], drift: Drift): Measured {
  const { value, standardError, byDrift, before, ratio } = mantelHaenszel(strata, drift.variance);
  // Degrees of freedom by F. E. Satterthwaite (Biometrics Bulletin 2, 1946): only the part that is drift has few.
  const freedom = drift.freedom / byDrift ** 2;
  const quantile = studentQuantile(freedom);
  const [low, high] = [value - quantile * standardError, value + quantile * standardError];
  return {
    difference: value,
    low,
    high,
    standardError,
    before,
    ratio,
    relative: before > 0 ? { value: value / before, low: low / before, high: high / before } : null,
    quantile,
    p: studentTwoSided(value / standardError, freedom),
  };
}

function verdictOf({ difference, standardError, quantile }: Measured): Verdict {
  if (Math.abs(difference) / standardError <= quantile) return 'no-clear-change';
  return difference > 0 ? 'rose' : 'fell';
}

const asIfUnbroken = (series: Series): Series => ({ ...series, unbroken: undefined });

/** The minimum of rule A, 7. */
function whyNot(
  strata: readonly Stratum[],
  { codedBy, heard }: TwoPeriods,
  { breaks }: Basis,
): WhyNot | null {
  if (codedBy.before.coder !== codedBy.now.coder) return 'another-coder';
  if (codedBy.before.codebook !== codedBy.now.codebook) return 'another-codebook';
  if (strata.length === 0) return breaks.length > 0 ? 'recording-changed' : 'nothing-asked-twice';
  const information = [...bySeries(strata, informationOf).values()];
  if (information.length < 2) return 'one-series';
  if (tooFew(strata)) return 'too-few-people';
  const all = information.reduce((sum, each) => sum + each, 0);
  if (Math.max(...information) > MOST_OF_ONE_SERIES * all) return 'one-series-outweighs';
  return surelyHeld(strata, heard) < LEAST_OF_THE_HEARD ? 'too-small-a-part' : null;
}

/**
 * Share of the people heard that the strata hold at the least, in the period of which it is less: those of the largest stratum, as everybody
 * in another may be in it too. In simulated cities, where two standing feeds hold a quarter of the answers, no theme is lost by it.
 */
function surelyHeld(strata: readonly Stratum[], heard: TwoPeriods['heard']): number {
  const of = (side: 'n0' | 'n1', whole: number | null): number =>
    whole === null || whole <= 0 ? 0 : Math.max(...strata.map((stratum) => stratum[side])) / whole;
  return Math.min(of('n0', heard.before), of('n1', heard.now));
}

function tooFew(strata: readonly Stratum[]): boolean {
  const expected = (side: 'n0' | 'n1'): number =>
    strata.reduce((sum, stratum) => sum + pooledShare(stratum) * stratum[side], 0);
  return Math.min(expected('n0'), expected('n1')) < MINIMUM_EXPECTED_IN_ALL;
}

function basisOf(theme: string, strata: readonly Stratum[], { series, heard }: TwoPeriods): Basis {
  const used = new Set(strata.map((stratum) => stratum.series));
  const part = (side: 'n0' | 'n1', whole: number | null): number | null =>
    whole === null || whole <= 0
      ? null
      : Math.min(1, strata.reduce((sum, stratum) => sum + stratum[side], 0) / whole);
  const parts = [part('n0', heard.before), part('n1', heard.now)];
  return {
    series: series.filter(({ code }) => used.has(code)).map(({ name }) => name),
    heard: parts.includes(null) ? null : Math.min(...(parts as number[])),
    breaks: series
      .filter((one) => one.breaks && strataOf(theme, [asIfUnbroken(one)]).length > 0)
      .flatMap(({ name, breaks = [] }) => breaks.map((each) => ({ series: name, ...each }))),
  };
}
