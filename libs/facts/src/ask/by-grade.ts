import { NO_ANSWER, OTHER } from '#domain';
import { type Grade, GRADE_RULE, type HowTold, tellTheme, type ThemeCut } from '#statements';
import type { FactDimension } from '../dimensions.js';
import { restName } from '../dimensions.js';
import type { Frozen, FrozenGrade } from '../frozen/frozen.js';
import type { Filters } from './question.js';
import { ruleVersion } from './rule-version.js';
import type { Vocabulary } from './vocabulary.js';

/** From this version of the rule on an edition tells figures of themes by their grade; before it they stand as they were published. */
const TOLD_BY_GRADE = 2;
/** From this version on an indicative theme is told of the city's whole time alone: of two periods side by side it would tell a change. */
const WHOLE_TIME_ALONE = 5;

/** One value of what a figure is cut or filtered by. */
interface Of {
  dimension: FactDimension;
  code: string;
}

export interface GradedFigure {
  /** Of the one theme that the figure is of; null where it is of none, or of several. */
  grade: Grade | null;
  told: HowTold;
}

const COUNTED: GradedFigure = { grade: null, told: { as: 'counted' } };

/** How an edition's grades let its figures be told. */
export class ByGrade {
  private readonly grades: ReadonlyMap<string, FrozenGrade> | null;
  private readonly tellsPeriods: boolean;

  constructor(
    frozen: Frozen | null,
    private readonly vocabulary: Vocabulary,
  ) {
    this.grades = tellsByGrade(frozen) ? new Map(frozen.grades.map((one) => [one.theme, one])) : null;
    this.tellsPeriods = ruleVersion({ frozen }, GRADE_RULE) < WHOLE_TIME_ALONE;
  }

  /** @param keys of the figure's own cell @param filters of the question */
  of(keys: readonly Of[], filters: Filters): GradedFigure {
    if (!this.grades) return COUNTED;
    const own = keys.filter(({ dimension }) => dimension === 'theme').map(({ code }) => code);
    const themes = own.length > 0 ? own : (filters.theme ?? []);
    const speaking = themes.filter(saysSomething);
    const [theme] = speaking;
    if (theme === undefined) return COUNTED;
    const cut = this.cutOf(keys, filters);
    const howTold = (code: string): HowTold => tellTheme(this.grades?.get(code), cut);
    if (themes.length > 1)
      return speaking.every((code) => howTold(code).as === 'counted')
        ? COUNTED
        : { grade: null, told: { as: 'withheld', why: 'several-themes' } };
    const graded = this.grades.get(theme);
    const told = howTold(theme);
    return { grade: graded?.grade ?? 'learning', told };
  }

  private cutOf(keys: readonly Of[], filters: Filters): ThemeCut {
    const listed = Object.entries(filters) as [FactDimension, readonly string[]][];
    const fixed = [
      ...keys.map(({ dimension, code }) => ({ dimension, codes: [code] as readonly string[] })),
      ...listed
        .filter(([dimension]) => !keys.some((key) => key.dimension === dimension))
        .map(([dimension, codes]) => ({ dimension, codes })),
    ].filter(({ dimension }) => dimension !== 'theme');
    const agency = this.agencyOf(fixed);
    const rest = fixed.filter(({ dimension }) => dimension !== 'agency');
    const [only] = rest;
    if (!only) return { of: agency === null ? 'city' : 'agency', agency };
    const period =
      this.tellsPeriods && rest.length === 1 && only.dimension === 'quarter' && this.isPeriod(only.codes);
    return { of: period && agency === null ? 'period' : 'part', agency };
  }

  /** A period that was declared, so that every reader's is the same. */
  private isPeriod([code = '', ...more]: readonly string[]): boolean {
    return more.length === 0 && this.vocabulary.group('quarter', code) !== null;
  }

  /** The agency whose answers alone are counted. */
  private agencyOf(fixed: readonly { dimension: FactDimension; codes: readonly string[] }[]): string | null {
    const agencies = new Set(
      fixed.flatMap(({ dimension, codes }) => {
        if (dimension === 'agency')
          return codes.map((code) => (this.vocabulary.group('agency', code) ? SEVERAL : code));
        if (dimension !== 'engagement') return [];
        return codes.map((code) => this.homeOf(code));
      }),
    );
    if (agencies.size === 0) return null;
    return agencies.size === 1 ? [...agencies][0]! : SEVERAL;
  }

  private homeOf(engagement: string): string {
    const [first = engagement] = this.vocabulary.group('engagement', engagement)?.values ?? [];
    return this.vocabulary.homeOf(first)?.agency ?? SEVERAL;
  }
}

const SEVERAL = 'several';

const saysSomething = (theme: string): boolean =>
  theme !== OTHER && theme !== NO_ANSWER && restName(theme) === null;

/** Does an edition tell figures of themes by their grade? Those made before grades were kept don't. */
export const tellsByGrade = (frozen: Frozen | null): frozen is Frozen =>
  ruleVersion({ frozen }, GRADE_RULE) >= TOLD_BY_GRADE;
