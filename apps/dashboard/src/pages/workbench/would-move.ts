import { themesHeading, toFive } from '#statements';
import { isPublished, keyOf, peopleOf, type Figure } from '../../figures/figure';
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

/**
 * The heading of the overview as it stands, in the edition's own words, and as it would: what is raised most among themes that are ready.
 * @param names of the codebook that would speak
 */
export function headlines(
  themes: readonly Compared[],
  figures: readonly Figure[],
  names: (code: string) => string,
): { now: string; then: string } {
  const by = new Map(figures.map((figure) => [keyOf(figure, 'THEME')?.code ?? '', figure]));
  const nameNow = (code: string): string => nameOf(by.get(code)) ?? names(code);
  const heading = (name: (code: string) => string, read: (one: Compared) => number | null): string => {
    const ranked = themes
      .map((one) => ({ name: name(one.theme), people: read(one) }))
      .sort((a, b) => (b.people ?? -1) - (a.people ?? -1));
    return themesHeading(
      ranked.map(({ name, people }, at) => ({
        name,
        says: true,
        rank: people !== null && people > 0 ? at + 1 : null,
        silent: false,
        change: null,
      })),
    );
  };
  const people = (one: Compared): number | null => peopleOf(by.get(one.theme));
  return {
    now: heading(nameNow, (one) => (one.gradeBefore === 'READY' ? people(one) : null)),
    then: heading(names, (one) => {
      const own = people(one);
      return one.gradeAfter === 'READY' && !one.goes && own !== null ? own * (one.times ?? 1) : null;
    }),
  };
}
