import { inRankOrder, placesInOrder, themesHeading, toFive } from '#statements';
import { isPublished, keyOf, peopleOf, type Figure } from '../../figures/figure';
import type { Statement } from '../../figures/useFigures';
import { NOT_SAID, type ThemeInfo, themeRows, themesMessage } from '../themes/theme-rows';
import type { Run } from './useWorkbench';

type Compared = NonNullable<Run['comparison']>['themes'][number];

/** One theme as the edition tells it and as it would be told. */
export interface Moved {
  code: string;
  name: string;
  /** People of the latest edition; null where it tells none. */
  now: number | null;
  /** About so many; null where none would be told. */
  then: number | null;
  grade: { now: Compared['gradeBefore']; then: Compared['gradeAfter'] };
  goes: boolean;
}

/** What a model would do to the city's figures, by the same audit: themes that go first, then those that move most. */
export function wouldMove(
  themes: readonly Compared[],
  figures: readonly Figure[],
  names: (code: string) => string,
): Moved[] {
  const by = new Map(figures.map((figure) => [keyOf(figure, 'THEME')?.code ?? '', figure]));
  return themes
    .map((one): Moved => {
      const figure = by.get(one.theme);
      const now = peopleOf(figure);
      const told = !one.goes && one.gradeAfter !== null && one.gradeAfter !== 'LEARNING';
      return {
        code: one.theme,
        name: nameOf(figure) ?? names(one.theme),
        now: isPublished(figure) ? now : null,
        then: told && now !== null && one.times !== null ? toFive(now * one.times) : null,
        grade: { now: one.gradeBefore, then: one.goes ? null : one.gradeAfter },
        goes: one.goes,
      };
    })
    .filter(({ goes, now, then, grade }) => goes || now !== then || grade.now !== grade.then)
    .sort(
      (a, b) => Number(b.goes) - Number(a.goes) || size(b) - size(a) || a.name.localeCompare(b.name, 'en-GB'),
    );
}

/** A theme's name as the latest edition tells it. */
const nameOf = (figure: Figure | undefined): string | undefined => figure && keyOf(figure, 'THEME')?.name;

const size = ({ now, then }: Moved): number => Math.abs((then ?? 0) - (now ?? 0));

/** What the overview of the latest edition is made of. */
export interface Overview {
  figures: readonly Figure[];
  statements: readonly Statement[];
  /** Of the edition's own codebook. */
  themes: readonly ThemeInfo[];
}

/**
 * The heading of the overview as it stands, which is the overview's own, and as it would be: what is raised most among themes of the top
 * level that would be ready, with their ranges as the same audit corrects them. What rose or fell is not in the second: an edition works
 * that out anew when it is published.
 * @param themes how each would fare @param book of the codebook that would speak
 */
export function headlines(
  themes: readonly Compared[],
  { figures, statements, themes: own }: Overview,
  book: readonly Pick<ThemeInfo, 'code' | 'name' | 'parent'>[],
): { now: string; then: string } {
  const now = themesMessage(themeRows({ all: [...figures], statements, published: true }, own, [], null));
  const by = new Map(figures.map((figure) => [keyOf(figure, 'THEME')?.code ?? '', figure]));
  const inBook = new Map(book.map((one) => [one.code, one]));
  const ranked = themes
    .flatMap(({ theme, gradeAfter, goes, times }) => {
      const [figure, of] = [by.get(theme), inBook.get(theme)];
      const top = of ? of.parent === null : false;
      if (!top || goes || gradeAfter !== 'READY' || !isPublished(figure) || figure.people.value === 0)
        return [];
      const { value, low, high } = figure.people;
      const [name, k] = [of?.name ?? theme, times ?? 1];
      return [{ code: theme, name, people: value * k, low: low * k, high: high * k }];
    })
    .sort(inRankOrder);
  const places = placesInOrder(ranked);
  const then = themesHeading(
    ranked.map(({ code, name }, at) => ({
      name,
      says: !NOT_SAID.has(code),
      rank: places[at]!.first,
      silent: false,
      change: null,
      places: places[at],
    })),
  );
  return { now, then };
}
