import type { HeldDecisionRecord } from '#domain';
import type { Figure } from '#facts';
import type { DecisionNames } from '../../../public/decisions/decisions.js';
import type { Quotes } from '../../../public/decisions/quotes.js';
import { THEMES, UNHEARD } from '../../../public/figures/report-codes.js';
import type { ReportCell, ReportTable } from '../../../public/reports/content.js';
import { quoteToken } from '../../../public/reports/quotes-in.js';
import type { AskReleased } from './ask-released.js';
import {
  altOf,
  column,
  decided,
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
  quotes: Quotes;
  today: string;
}

/** Tables of a themed board report, F1 to F6 and F8. */
export async function themeTables(theme: string, about: About): Promise<ReportTable[]> {
  const { ask, names, decisions } = about;
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
  const done = decisions.filter(({ origin, themes: named }) => origin === 'hub' && named.some(isOfIt));
  return [
    whoRaisedIt(family, theme),
    overTime('F2', 'When people raised it, by quarter', quarters),
    whereTheyLive(wards),
    unheard('F4', 'Who we have not heard on this', groups),
    await whatTheySaid(family, theme, about),
    byAgency(agencies),
    decided('F8', 'What was done', done, about),
  ];
}

function whoRaisedIt(family: Figure[], theme: string): ReportTable {
  const first = [...family].sort(
    (a, b) => Number(b.keys[0]?.code === theme) - Number(a.keys[0]?.code === theme),
  );
  const head = {
    code: 'F1',
    title: 'Who raised it',
    measure:
      'Distinct people after matching across agencies, with the range that uncertain matches leave; all submissions. A person can be in several rows.',
    columns: [words('theme', 'Theme'), ...PEOPLE, column('submissions', 'Submissions')],
  };
  return figureTable(head, first, peopleAndSubmissions);
}

function whereTheyLive(wards: Figure[]): ReportTable {
  const cellsOf = (figure: Figure): ReportCell[] => {
    const rate = figure.hidden ? undefined : (figure.rate ?? undefined);
    const value = figure.hidden ? null : figure.people.value;
    return [value, tenth(rate?.value), tenth(rate?.low), tenth(rate?.high)];
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
async function whatTheySaid(
  family: Figure[],
  theme: string,
  { edition, decisions, quotes }: About,
): Promise<ReportTable> {
  const against = new Set(
    decisions.flatMap((one) =>
      one.quotes.flatMap(({ stance, quote, edition: of }) =>
        stance === 'against' && of === edition ? [quote] : [],
      ),
    ),
  );
  const below = family.filter(({ keys }) => keys[0]?.code !== theme);
  const told = below.length > 0 ? below : family;
  const said = new Map<string, ReportCell[]>();
  for (const { id, keys } of told) {
    const all = await quotes.ofTheme(edition, keys[0]?.code ?? '');
    const [dissent] = all.filter(({ quote }) => against.has(quote));
    const two = all.filter(({ quote }) => !against.has(quote)).slice(0, 2);
    const written = two.map(quoteToken).join(' ') || 'No quote is released';
    said.set(id, [written, dissent ? quoteToken(dissent) : NO_DISSENT]);
  }
  const head = {
    code: 'F5',
    title: 'What people said',
    measure:
      'People in each sub-theme; a person can be in several. Quotes are released one by one by those whom people told, never from fewer than ten people; the last column holds a view that disagrees.',
    columns: [
      words('sub_theme', 'Sub-theme'),
      column('people', 'People'),
      words('quotes', 'In their words'),
      words('against', 'And not everyone agrees'),
    ],
  };
  return figureTable(head, told, (figure) => [
    figure.hidden ? null : figure.people.value,
    ...(said.get(figure.id) ?? []),
  ]);
}

function byAgency(agencies: Figure[]): ReportTable {
  const head = {
    code: 'F6',
    title: 'What each agency heard of it',
    measure: 'People who raised it to each agency; one heard by two agencies is in both.',
    columns: [words('agency', 'Agency'), ...PEOPLE, words('says', 'Says')],
  };
  return figureTable(head, agencies, (figure) => [
    ...people(figure),
    figure.hidden ? 'not told' : figure.people.value === 0 ? 'silent' : 'heard it',
  ]);
}
