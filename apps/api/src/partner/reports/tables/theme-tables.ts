import { isTied } from '#decisions';
import type { HeldDecisionRecord } from '#domain';
import { type Figure, type RecordedHere, restName, type Statement } from '#facts';
import { AS_COMPUTER_COUNTED, besideCityWords, GRADE_NAMES } from '#statements';
import type { DecisionNames } from '../../../public/decisions/decisions.js';
import type { Quotes } from '../../../public/decisions/quotes.js';
import { THEMES, UNHEARD } from '../../../public/figures/report-codes.js';
import type { ReportCell, ReportTable } from '../../../public/reports/content.js';
import { quoteToken } from '../../../public/reports/quotes-in.js';
import type { AskReleased } from './ask-released.js';
import { CHANGE_COLUMNS, changeCells, saidOfChange } from './change-cells.js';
import { decided, type DecidedBefore } from './decided-table.js';
import { whatGroupsSaid } from './equality-tables.js';
import { recordedByMonth } from './recorded-tables.js';
import {
  altOf,
  column,
  figureTable,
  overTime,
  people,
  PEOPLE,
  peopleAndSubmissions,
  tenth,
  unheard,
  words,
} from './table-parts.js';

export interface About {
  ask: AskReleased;
  edition: number;
  names: DecisionNames;
  decisions: readonly HeldDecisionRecord[];
  /** Everything that the edition says of change and of wards. */
  statements: readonly Statement[];
  quotes: Quotes;
  today: string;
}

/**
 * Tables of a themed board report: F1 to F6, F8, R1 beside F2, and E1.
 * @param recorded what police recorded in the city; null of an edition that has none
 * @param before decisions as the edition before carries them; null where there is none
 */
export async function themeTables(
  theme: string,
  { recorded, before }: { recorded: RecordedHere | null; before: DecidedBefore | null },
  about: About,
): Promise<ReportTable[]> {
  const { ask, names, decisions, statements } = about;
  const here = { theme: [theme] };
  const [themes, quarters, wards, groups, agencies] = await Promise.all([
    ask.figuresOf(THEMES, ['theme']),
    ask.figuresOf(THEMES, ['quarter'], here),
    ask.figuresOf(THEMES, ['ward'], here),
    ask.figuresOf(UNHEARD, ['characteristic'], here),
    ask.figuresOf(THEMES, ['agency'], here),
  ]);
  const isOfIt = (code: string): boolean => code === theme || names.groupOf.get(code) === theme;
  const family = themes.filter(({ keys }) => isOfIt(keys[0]?.code ?? ''));
  // An agency's own record counts once somebody has tied it to what people said.
  const done = decisions.filter((one) => isTied(one) && one.themes.some(isOfIt));
  return [
    whoRaisedIt(family, theme, { statements, wards, agencies }),
    overTime('F2', 'When people raised it, by quarter', quarters),
    ...(recorded ? recordedByMonth('R1', recorded) : []),
    whereTheyLive(wards),
    unheard('F4', 'Who raised it, beside residents', groups, 'raised it'),
    await whatTheySaid(family, theme, about),
    byAgency(agencies, theme, statements),
    decided('F8', 'What was done', done, about, before),
    await whatGroupsSaid({ ask, names, filter: {}, theme, isOfIt }),
  ];
}

/** In how many of them somebody is told to have raised it; where nobody knows which, there is none. */
const told = (figures: readonly Figure[]): number =>
  figures.filter((one) => !one.hidden && one.people.value > 0 && restName(one.keys[0]?.code ?? '') === null)
    .length;

function whoRaisedIt(
  family: Figure[],
  theme: string,
  { statements, wards, agencies }: { statements: readonly Statement[]; wards: Figure[]; agencies: Figure[] },
): ReportTable {
  const first = [...family].sort(
    (a, b) => Number(b.keys[0]?.code === theme) - Number(a.keys[0]?.code === theme),
  );
  const head = {
    code: 'F1',
    title: 'Who raised it',
    measure:
      'Distinct people after matching across agencies, corrected by what people checked, with the range that matching and the computer’s errors leave. Submissions are as the computer counted them, not corrected: they are no count of these people, and may be fewer. A person can be in several rows. Wards and agencies: those of which somebody is told to have raised it, [c] not counted. Change: on the year before, within the consultations that asked the same in both, with its 95% interval; what it rests on stands beside it, by name in A4. Checked: how well computer and people agree on the theme.',
    columns: [
      words('theme', 'Theme'),
      ...PEOPLE,
      column('submissions', `Submissions${AS_COMPUTER_COUNTED}`),
      column('wards', 'Wards'),
      column('agencies', 'Agencies'),
      ...CHANGE_COLUMNS,
      words('checked', 'Checked'),
    ],
  };
  return figureTable(head, first, (figure) => [
    ...peopleAndSubmissions(figure),
    ...(figure.keys[0]?.code === theme ? [told(wards), told(agencies)] : ['', '']),
    ...changeCells(saidOfChange(figure.keys[0]?.code ?? '', statements)),
    figure.grade ? GRADE_NAMES[figure.grade] : '',
  ]);
}

function whereTheyLive(wards: Figure[]): ReportTable {
  const cellsOf = (figure: Figure): ReportCell[] => {
    const rate = figure.hidden ? undefined : (figure.rate ?? undefined);
    const value = figure.hidden ? null : figure.people.value;
    // Where nobody knows the ward there is nothing that the people would be of.
    return restName(figure.keys[0]?.code ?? '') === null
      ? [value, tenth(rate?.value), tenth(rate?.low), tenth(rate?.high)]
      : [value, '', '', ''];
  };
  const head = {
    code: 'F3',
    title: 'Where they live',
    measure:
      'People per 1,000 residents with a 95% interval; no rate under 10 people. Where meetings were held affects where people were heard.',
    columns: [
      words('ward', 'Ward'),
      column('people', 'People'),
      ...[column('rate', 'Per 1,000'), column('rate_low', 'From'), column('rate_high', 'To')].map((one) => ({
        ...one,
        digits: 1,
      })),
    ],
  };
  return figureTable(head, wards, cellsOf, (rows) => ({
    kind: 'wards',
    column: 'rate',
    alt: altOf('Each ward a square near where it is, people per 1,000 residents', rows, 2),
  }));
}

const NO_DISSENT = 'No dissenting quote is released';

/** Sub-themes, or the theme itself where it has none, with two released quotes each and one that disagrees. */
async function whatTheySaid(family: Figure[], theme: string, about: About): Promise<ReportTable> {
  const disagrees = await dissents(about);
  const below = family.filter(({ keys }) => keys[0]?.code !== theme);
  const told = below.length > 0 ? below : family;
  const said = new Map<string, ReportCell[]>();
  for (const { id, keys } of told) {
    const all = await about.quotes.ofTheme(about.edition, keys[0]?.code ?? '', 'city');
    const [dissent] = all.filter((one) => disagrees.has(one.words));
    const two = all.filter((one) => !disagrees.has(one.words)).slice(0, 2);
    const written = two.map(quoteToken).join(' ') || 'No quote is released';
    said.set(id, [written, dissent ? quoteToken(dissent) : NO_DISSENT]);
  }
  const head = {
    code: 'F5',
    title: 'What people said',
    measure:
      'People in each sub-theme, and their share of all whose words were coded where the theme may be told by a share; a person can be in several, so shares can add to more than a hundred. Quotes are released one by one by those whom people told, never from fewer than ten people; the last column holds a view that disagrees.',
    columns: [
      words('sub_theme', 'Sub-theme'),
      column('people', 'People'),
      column('share', '%'),
      words('quotes', 'In their words'),
      words('against', 'And not everyone agrees'),
    ],
  };
  return figureTable(head, told, (figure) => [
    figure.hidden ? null : figure.people.value,
    figure.hidden || figure.grade !== 'ready' || !figure.share ? '' : Math.round(figure.share.value),
    ...(said.get(figure.id) ?? []),
  ]);
}

/** Words that disagree, as decisions quote them: of whatever edition, since each edition numbers its quotes anew. */
async function dissents({ decisions, quotes }: About): Promise<ReadonlySet<string>> {
  const against = decisions.flatMap((one) => one.quotes.filter(({ stance }) => stance === 'against'));
  return new Set((await quotes.shown(against, 'city')).map((one) => one.words));
}

function byAgency(agencies: Figure[], theme: string, statements: readonly Statement[]): ReportTable {
  const city = saidOfChange(theme, statements)?.verdict ?? null;
  const head = {
    code: 'F6',
    title: 'Does each agency’s change match the city’s?',
    measure:
      'People who raised it to each agency; one heard by two agencies is in both. Change: on the year before, by the agency’s own consultations that asked the same in both years, with its 95% interval. The same, or differs: beside the change in the whole city; a change that is clear in one of the two alone is no difference.',
    columns: [words('agency', 'Agency'), ...PEOPLE, ...CHANGE_COLUMNS, words('says', 'Beside the city')],
  };
  return figureTable(head, agencies, (figure) => {
    // Of what is hidden or withheld no change is told either.
    if (figure.hidden) return [...people(figure), null, '', 'not told'];
    const own = saidOfChange(theme, statements, figure.keys[0]?.code ?? '');
    const says = figure.people.value === 0 ? 'silent' : besideCityWords(own?.verdict ?? null, city);
    return [...people(figure), ...changeCells(own), says];
  });
}
