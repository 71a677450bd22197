import { type Census, CENSUS_2021, type Ward, WARDS } from '#domain';
import { changeHeading, MADE_BEFORE, toTwoDigits } from '#statements';
import type { Queryable } from '#store';
import type { Frozen, FrozenGrade, FrozenPeriod, FrozenSeries } from '../frozen/frozen.js';
import type { SignedSeries } from '../groups/signed-series.js';
import type { EditionGroup } from '../groups/declare.js';
import { report as reportNow, reports as reportsNow } from '../reports/registry.js';
import type { Report } from '../reports/contract.js';
import type { KeptStatement, Statement } from '../statements/kept.js';
import type { Counter } from './counter.js';
import { counterOf } from './edition-counters.js';
import { findEdition } from './editions.js';
import type { Edition } from './figure-shapes.js';
import { asTold, type Freshness } from './freshness.js';
import type { Asked } from './question.js';

/** What an edition was counted by, and everything that it says. */
export interface EditionSays {
  edition: Edition;
  /** Why it says nothing of change or wards; null where it may. */
  silent: string | null;
  /** Groups that may be filtered by. */
  groups: EditionGroup[];
  periods: { before: FrozenPeriod; now: FrozenPeriod } | null;
  series: FrozenSeries[];
  /** Every signed series, compared or not. */
  signed: SignedSeries[];
  rules: { code: string; version: number }[];
  reports: Report[];
  wards: readonly Ward[];
  census: Census;
  /** As of its publication; null of an edition made before that was kept. */
  freshness: Freshness[] | null;
  statements: Statement[];
  /** How far each theme may be trusted; none of an edition made before that was kept. */
  grades: (FrozenGrade & { themeName: string })[];
}

/**
 * What a published edition was counted by and says, from what was frozen with it.
 * @param db opened as the published role @param number null = the latest
 * @returns null where there is no such edition
 */
export async function editionSays(db: Queryable, number: number | null = null): Promise<EditionSays | null> {
  const found = await findEdition(db, number);
  if (!found) return null;
  const counter = await counterOf(db, found);
  const { frozen } = counter;
  return {
    edition: found.edition,
    silent: silenceOf(counter),
    groups: frozen?.groups.filter(({ kind }) => kind !== 'answered' && kind !== 'parent-theme') ?? [],
    periods: frozen?.periods ?? null,
    series: frozen?.series ?? [],
    signed: frozen?.signed ?? frozen?.series ?? [],
    rules: frozen?.rules ?? [],
    reports: frozen?.reports ?? (await reportsNow()),
    wards: frozen?.geography.wards ?? WARDS,
    census: frozen ? counter.census : CENSUS_2021,
    freshness: frozen?.freshness.map(asTold) ?? null,
    statements: (frozen?.statements ?? []).map((kept) => named(counter, kept)),
    grades: (frozen?.grades ?? []).map((kept) => ({
      ...kept,
      themeName: counter.vocabulary.name('theme', kept.theme),
    })),
  };
}

/** The definition of a report as the edition was counted by it; null where there is none of that code. */
export async function reportOf(frozen: Frozen | null, code: string): Promise<Report | null> {
  return frozen ? (frozen.reports.find((each) => each.code === code) ?? null) : reportNow(code);
}

const NOT_PUBLISHED =
  'Working figures say nothing of change: that is worked out when an edition is published.';

/** Why figures from here say nothing of change; null where they may. */
export function silenceOf({ edition, frozen }: Pick<Counter, 'edition' | 'frozen'>): string | null {
  if (!edition) return NOT_PUBLISHED;
  return frozen ? null : MADE_BEFORE;
}

/**
 * What is said beside a table of figures: of the themes that it lists or is of, in the city or in the one agency that it is filtered
 * by; of the one ward, or of every ward that it lists. Nothing under any other filter: nothing was compared there.
 */
export function statementsBeside(counter: Counter, { by, filter }: Asked): Statement[] {
  const { frozen } = counter;
  if (!frozen) return [];
  const [others, period] = [Object.keys(filter), filter.quarter];
  const now = frozen.periods?.now.code;
  const inPeriod = !period || (period.length === 1 && period[0] === now);
  const only = (...dimensions: string[]): boolean => others.every((each) => dimensions.includes(each));
  const themes = filter.theme;
  const wanted = (kept: KeptStatement): boolean =>
    (!themes || themes.includes(kept.theme)) && (by.includes('theme') || themes !== undefined);
  const some = (test: (kept: KeptStatement) => boolean): Statement[] =>
    frozen.statements.filter((kept) => wanted(kept) && test(kept)).map((kept) => named(counter, kept));
  if (by.includes('ward') && only('theme')) return some(({ ward }) => ward !== null);
  const [ward, ...moreWards] = filter.ward ?? [];
  if (ward && moreWards.length === 0 && only('theme', 'ward')) return some((kept) => kept.ward === ward);
  if (!inPeriod || by.some((dimension) => dimension !== 'theme' && dimension !== 'quarter')) return [];
  const [agency, ...moreAgencies] = filter.agency ?? [];
  if (!agency && only('theme', 'quarter')) return some((kept) => kept.ward === null && kept.scope === 'city');
  if (agency && moreAgencies.length === 0 && only('theme', 'quarter', 'agency'))
    return some((kept) => kept.ward === null && kept.scope === agency);
  return [];
}

const named = ({ vocabulary }: Counter, kept: KeptStatement): Statement => ({
  ...asToldNow(kept),
  themeName: vocabulary.name('theme', kept.theme),
  wardName: kept.ward && vocabulary.name('ward', kept.ward),
  // Of an edition made before headings were kept, by the verdict that it kept.
  heading: kept.heading ?? (kept.ward === null ? changeHeading(kept) : null),
});

/**
 * A statement as it was kept, but for two faults of earlier editions. Of a theme that nobody had raised the year before they kept a percentage of nobody,
 * which is no number: the same is told of 100 people. And errors of wards so fine that counts of the audit could be worked out, which are never public.
 */
export function asToldNow(kept: KeptStatement): KeptStatement {
  const { numbers, words, perHundred } = kept;
  if (!numbers) return kept;
  if (kept.ward !== null)
    return { ...kept, numbers: { ...numbers, standardError: toTwoDigits(numbers.standardError) } };
  if (!numbers.relative || Number.isFinite(numbers.relative.value)) return kept;
  return {
    ...kept,
    words: words.replace(/\([^(]*NaN.*\)$/, `(${perHundred})`),
    numbers: { ...numbers, relative: null },
  };
}
