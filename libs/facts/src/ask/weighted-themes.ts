import { type Census, CENSUS_CATEGORIES } from '#domain';
import type { Database } from '#store';
import { ByGrade } from './by-grade.js';
import { cutKey, releaseCut, type ReleasedCut } from './cut.js';
import type { Counter } from './counter.js';
import { NOT_IN_ANY_THEME } from '../dimensions.js';
import { counterOf } from './edition-counters.js';
import { findEdition } from './editions.js';
import type { Edition } from './figure-shapes.js';
import { effectiveSize, rake, weightedShare, type WeightedShare } from './raking.js';

/** No cell that weights hang on may hold fewer people. */
const SMALLEST_CELL = 30;
/** No more than this share of people may have left their age or sex unsaid. */
const MOST_MISSING = 0.3;
/** Consultations ask adults: the youngest band is left out on both sides. */
const AGES = CENSUS_CATEGORIES.age.filter((band) => band !== '0-14');
const SEXES = CENSUS_CATEGORIES.sex;

export interface WeightedTheme {
  theme: string;
  name: string;
  /**
   * Percent of the people heard who said their age and sex; where one of the counts behind it is hidden, of all people heard, for a sum of what is
   * shown would be too low.
   */
  asHeard: number;
  /** The same if every age and sex were heard as it lives here; null where one of the counts behind it is hidden. */
  weighted: WeightedShare | null;
}

export interface WeightedThemes {
  edition: Edition;
  /** Why there are no weights, in words; null where there are. */
  refusal: string | null;
  /** People whose age and sex are known, and the share of all people whose are not, percent. */
  base: number;
  missing: number;
  /** People that a simple random sample would need to be as sure. */
  effective: number | null;
  themes: WeightedTheme[];
  method: string;
}

const METHOD =
  'Raking to Census 2021 by age (15 and over) and sex, from released figures only; 95% interval of a stratified sample. ' +
  'It mends who was heard, not who chose to answer.';

/**
 * What would be said if each age and sex were heard as it lives in the city: from released figures, where no cell is under
 * 30 people and no more than 30% are missing; otherwise a refusal in words.
 * @param db opened as the published role
 * @returns null where there is no such edition
 */
export async function weightedThemes(db: Database, number: number | null): Promise<WeightedThemes | null> {
  const found = await findEdition(db, number);
  if (!found) return null;
  const counter = await counterOf(db, found);
  const [all, cells] = await Promise.all([
    releaseCut(counter, [], {}),
    releaseCut(counter, ['age-band', 'sex'], {}),
  ]);
  const heard = AGES.map((age) => SEXES.map((sex) => peopleIn(cells, [age, sex])));
  const base = sumOf(heard.flat().map((people) => people ?? 0));
  const everybody = [...all.values()][0];
  const missing = everybody && !everybody.hidden && everybody.people > 0 ? 1 - base / everybody.people : 1;
  const common = { edition: found.edition, base, missing: 100 * Math.max(0, missing), method: METHOD };
  const refusal = refusalOf(heard, missing);
  const weights = refusal === null ? weightsOf(heard as number[][], counter.census) : null;
  if (!weights) return { ...common, refusal: refusal ?? NO_FIT, effective: null, themes: [] };
  const themes = await themesOf(counter, heard as number[][], weights, {
    base,
    heardInAll: peopleIn(all, []),
  });
  return {
    ...common,
    refusal: null,
    effective: Math.round(effectiveSize(weights, heard as number[][])),
    themes,
  };
}

const NO_FIT = 'No weights: some age or sex was not heard at all.';

function refusalOf(heard: readonly (readonly (number | null)[])[], missing: number): string | null {
  if (missing > MOST_MISSING)
    return `No weights: the age or sex of ${Math.round(100 * missing)}% of the people is not known, and more than 30% is too many to weigh by.`;
  if (heard.flat().some((people) => people === null || people < SMALLEST_CELL))
    return 'No weights: fewer than 30 people of some age and sex were heard, and so few can’t stand for the others.';
  return null;
}

const weightsOf = (heard: number[][], census: Census): number[][] | null =>
  rake({
    heard,
    rowTargets: AGES.map((age) => census.residentsBy(null, 'age', age) ?? 0),
    columnTargets: SEXES.map((sex) => census.residentsBy(null, 'sex', sex) ?? 0),
  });

async function themesOf(
  counter: Counter,
  heard: number[][],
  weights: number[][],
  { base, heardInAll }: { base: number; heardInAll: number | null },
): Promise<WeightedTheme[]> {
  const [raised, whole] = await Promise.all([
    releaseCut(counter, ['theme', 'age-band', 'sex'], {}),
    releaseCut(counter, ['theme'], {}),
  ]);
  const themes = counter.vocabulary.values('theme', []).filter((theme) => theme !== NOT_IN_ANY_THEME);
  const grades = new ByGrade(counter.frozen, counter.vocabulary);
  const all = themes.flatMap((theme): WeightedTheme[] => {
    // Weights are made of counts by age and sex: only what may be told of parts.
    const { told } = grades.of(
      [
        { dimension: 'theme', code: theme },
        { dimension: 'age-band', code: '' },
        { dimension: 'sex', code: '' },
      ],
      {},
    );
    if (told.as === 'withheld') return [];
    const factor = told.as === 'counted' ? { value: 1, low: 1, high: 1 } : told.factor;
    const by = AGES.map((age) => SEXES.map((sex) => peopleIn(raised, [theme, age, sex])));
    const shown = by.flat().filter((people) => people !== null);
    const complete = shown.length === by.flat().length;
    const [count, of] = complete ? [sumOf(shown), base] : [peopleIn(whole, [theme]), heardInAll];
    if (shown.length === 0 || count === null || !of) return [];
    return [
      {
        theme,
        name: counter.vocabulary.name('theme', theme),
        asHeard: Math.min(100, (100 * factor.value * count) / of),
        weighted: complete ? timesFactor(weightedShare(weights, heard, by as number[][]), factor) : null,
      },
    ];
  });
  return all.sort((a, b) => b.asHeard - a.asHeard || (a.theme < b.theme ? -1 : 1));
}

const timesFactor = (share: WeightedShare, factor: WeightedShare): WeightedShare => ({
  value: Math.min(100, share.value * factor.value),
  low: share.low * factor.low,
  high: Math.min(100, share.high * factor.high),
});

function peopleIn(cut: ReleasedCut, keys: readonly string[]): number | null {
  const cell = cut.get(cutKey(keys));
  return cell && !cell.hidden ? cell.people : null;
}

const sumOf = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0);
