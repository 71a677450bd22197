import { HARMONISED } from '#domain';
import type { Dimension, Figure, FigureFilter } from '#facts';
import { inSentence } from '#statements';
import type { DecisionNames } from '../../../public/decisions/decisions.js';
import { THEMES } from '../../../public/figures/report-codes.js';
import type { ReportTable } from '../../../public/reports/content.js';
import type { AskReleased } from './ask-released.js';
import { column, people, PEOPLE, words } from './table-parts.js';

/** Protected characteristics of the Equality Act 2010 that figures can be cut by, with the groups that all sources share. */
const PROTECTED = [
  ['age-band', HARMONISED.age, 'Aged '],
  ['sex', HARMONISED.sex, ''],
  ['ethnic-group', HARMONISED['ethnic-group'], ''],
  ['disability', HARMONISED.disability, ''],
] as const;
/** Themes told of each group. */
const MOST_SAID = 3;

interface Said {
  ask: AskReleased;
  names: DecisionNames;
  /** What the report is about, but for a theme. */
  filter: FigureFilter;
  /** Of a theme's report the theme itself, which stands first of each group, ranked or not. */
  theme: string | null;
  isOfIt: (theme: string) => boolean;
}

/**
 * What each protected group said: of each the themes that most of its people raised, where they may be ranked, with their share of the group. Of
 * groups of which too few are told by theme, the theme of the report alone; those of which that is hidden too are in the tables of who is missing.
 */
export async function whatGroupsSaid(of: Said): Promise<ReportTable> {
  const groups = await Promise.all(
    PROTECTED.map(async ([by, categories, before]) => {
      const figures = (await toldBy(by, of)).filter((one) => !one.hidden && one.people.value > 0);
      return (categories ?? []).flatMap(({ code, name }) =>
        mostSaid(
          figures.filter((one) => keyIn(one, by) === code),
          of,
        ).map((figure) => ({
          figure,
          group: before ? before + inSentence(name) : name,
        })),
      );
    }),
  );
  const rows = groups.flat().map(({ figure, group }) => {
    const theme = themeIn(figure, of.theme);
    const share = figure.hidden || figure.grade !== 'ready' ? null : (figure.share?.value ?? null);
    const said = of.names.themes.get(theme)?.name ?? theme;
    return {
      cells: [group, said, ...people(figure), share === null ? '' : Math.round(share)],
      figure: figure.id,
    };
  });
  return {
    code: 'E1',
    title: 'What each group said',
    measure:
      'People of each group who raised it, and their share of the group where the theme may be told by a share. Of each group what most of its people raised; a person can be in several rows. Groups are as people answered; who did not answer is in none.',
    columns: [
      words('group', 'Group'),
      words('said', 'What it raised'),
      ...PEOPLE,
      column('share_of_group', 'Of the group, %'),
    ],
    rows,
    chart: null,
  };
}

/** By group and theme; where that is too fine to be told, by group for the theme of the report alone. */
async function toldBy(by: Dimension, { ask, filter, theme }: Said): Promise<Figure[]> {
  const fine = await ask.figuresOf(THEMES, [by, 'theme'], filter);
  return fine.length > 0 || theme === null
    ? fine
    : ask.figuresOf(THEMES, [by], { ...filter, theme: [theme] });
}

const keyIn = ({ keys }: Figure, wanted: Dimension): string | undefined =>
  keys.find(({ dimension }) => dimension === wanted)?.code;
const themeIn = (figure: Figure, itself: string | null): string => keyIn(figure, 'theme') ?? itself ?? '';

function mostSaid(told: readonly Figure[], { theme: itself, isOfIt }: Said): Figure[] {
  const people = (figure: Figure): number => (figure.hidden ? 0 : figure.people.value);
  const first = told.filter((one) => itself !== null && themeIn(one, itself) === itself);
  const ranked = told
    .filter((one) => one.grade === 'ready' && !first.includes(one) && isOfIt(themeIn(one, itself)))
    .sort((a, b) => people(b) - people(a) || (a.id < b.id ? -1 : 1));
  return [...first, ...ranked].slice(0, MOST_SAID);
}
