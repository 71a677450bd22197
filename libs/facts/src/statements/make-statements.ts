import { type Codebook, NO_ANSWER, OTHER } from '#domain';
import {
  type Area,
  type BeforeAndNow,
  changeOf,
  driftAmong,
  notReady,
  type CodedBy,
  type CodedTheme,
  amongThemes,
  compareAreas,
  type PeriodCells,
  type Series,
} from '#statements';
import type { Transaction } from '#store';
import type { Frozen, FrozenSeries } from '../frozen/frozen.js';
import { keptChange, keptComparison, type KeptStatement } from './kept.js';
import { ReleasedCells } from './released-cells.js';

/** What statements of an edition are made from, beside its released cells. */
export interface ToState {
  codebooks: readonly Codebook[];
  engagements: readonly { id: string; title: string }[];
  /** Codes of agencies that have series of their own to compare. */
  agencies: readonly string[];
  codedBy: BeforeAndNow<CodedBy>;
  /** Is the theme graded ready? Of no other is a change told. */
  ready: (theme: string) => boolean;
  /** Was it checked among the agency's own answers, or coded by people throughout? Only then is a change told by its series. */
  checkedIn: (theme: string, agency: string) => boolean;
  /** How well a theme is coded; null where it was not checked enough to be compared by ward. */
  codedTheme: (theme: string) => CodedTheme | null;
}

/** Themes that say something. */
export const speakingThemes = (codebooks: readonly Codebook[]): string[] =>
  codebooks
    .flatMap(({ themes }) => themes.map(({ code }) => code))
    .filter((code) => code !== OTHER && code !== NO_ANSWER);

/**
 * Everything that an edition says of change and of wards, from its released cells alone: of the city, of each agency by its own
 * series, and of each ward within the same engagements. Made once, when it is published.
 */
export async function makeStatements(
  tx: Transaction,
  edition: number,
  { periods, series, geography }: Pick<Frozen, 'periods' | 'series' | 'geography'>,
  from: ToState,
): Promise<KeptStatement[]> {
  const cells = new ReleasedCells(tx, edition);
  const themes = speakingThemes(from.codebooks);
  return [
    ...(periods ? await changes(cells, themes, periods, series, from) : []),
    ...(await comparisons(
      cells,
      themes,
      geography.wards.map(({ code }) => code),
      from,
    )),
  ];
}

async function changes(
  cells: ReleasedCells,
  themes: readonly string[],
  periods: NonNullable<Frozen['periods']>,
  series: readonly FrozenSeries[],
  { agencies, codedBy, ready, checkedIn }: ToState,
): Promise<KeptStatement[]> {
  const [theme, base, heardOf, heardBy] = [
    await cells.of('theme', 'engagement', 'quarter'),
    await cells.of('engagement', 'quarter'),
    await cells.of('quarter'),
    await cells.of('agency', 'quarter'),
  ];
  const compared = seriesCells({ periods, series, themes }, theme, base);
  // Of the edition: an agency's own few series measure badly how much a series wanders.
  const drift = driftAmong(themes.filter(ready), compared);
  const state = (
    scope: string,
    some: readonly Series[],
    heard: (quarter: string) => number | null,
    checked: (theme: string) => boolean = () => true,
  ) => {
    const changes = changeOf(
      {
        themes: themes.filter((theme) => ready(theme) && checked(theme)),
        series: some,
        heard: { before: heard(periods.before.code), now: heard(periods.now.code) },
        codedBy,
      },
      drift,
    );
    const byTheme = new Map(changes.map((change) => [change.theme, change]));
    return themes.map((theme) =>
      keptChange(
        scope,
        byTheme.get(theme) ?? notReady(theme, ready(theme) ? 'agency-not-checked' : 'not-ready'),
      ),
    );
  };
  return [
    ...state('city', compared, heardOf),
    ...agencies.flatMap((agency) =>
      state(
        agency,
        compared.filter((each) => each.agency === agency),
        (quarter) => heardBy(agency, quarter),
        (theme) => checkedIn(theme, agency),
      ),
    ),
  ];
}

/** A reader of released cells: people by the values given, hidden ones as null. */
type Reader = (...keys: string[]) => number | null;

function seriesCells(
  of: {
    periods: NonNullable<Frozen['periods']>;
    series: readonly FrozenSeries[];
    themes: readonly string[];
  },
  theme: Reader,
  base: Reader,
): (Series & { agency: string })[] {
  const { before, now } = of.periods;
  const periodCells = (cell: (quarter: string) => number | null): PeriodCells => ({
    whole: { before: cell(before.code), now: cell(now.code) },
    quarters: { before: before.quarters.map(cell), now: now.quarters.map(cell) },
  });
  return of.series.map(({ agency, code, name, open, breaks = [], across }) => ({
    agency,
    code,
    name,
    open,
    breaks: breaks.filter(({ since }) => across?.within.includes(since)),
    unbroken: across?.unbroken,
    base: periodCells((quarter) => base(code, quarter)),
    themes: Object.fromEntries(
      of.themes.map((each) => [each, periodCells((quarter) => theme(each, code, quarter))]),
    ),
  }));
}

async function comparisons(
  cells: ReleasedCells,
  themes: readonly string[],
  wards: readonly string[],
  { engagements, codedTheme }: ToState,
): Promise<KeptStatement[]> {
  const [raisedIn, heardIn, raised, heard] = [
    await cells.of('theme', 'ward', 'engagement'),
    await cells.of('ward', 'engagement'),
    await cells.of('theme', 'engagement'),
    await cells.of('engagement'),
  ];
  const compared = themes.filter((theme) => codedTheme(theme));
  const byTheme = compared.map((theme) => {
    const areas = wards.map((code): Area => ({
      code,
      engagements: engagements.map(({ id, title }) => ({
        engagement: title,
        area: { base: heardIn(code, id), raised: raisedIn(theme, code, id) },
        city: { base: heard(id), raised: raised(theme, id) },
      })),
    }));
    return compareAreas(areas, codedTheme(theme));
  });
  return amongThemes(byTheme).flatMap((areas, at) =>
    areas.map((comparison) => keptComparison(compared[at]!, comparison)),
  );
}
