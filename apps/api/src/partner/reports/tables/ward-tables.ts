import { selectDecisions } from '#decisions';
import type { AnswerPromise, HeldDecisionRecord } from '#domain';
import type { EditionSays, Figure, PublishedEngagement, RecordedHere, Statement } from '#facts';
import { withinMonths } from '#statements';
import { OVERVIEW, THEMES, UNHEARD } from '../../../public/figures/report-codes.js';
import { agencyName, plain } from '../../../public/read/decisions-in-html.js';
import { isNamed } from '../../../public/read/figures-in-html.js';
import { day } from '../../../public/read/page.js';
import { answersInWords, MOST_HELD } from '../../../public/read/ward-parts.js';
import type { ReportTable } from '../../../public/reports/content.js';
import { decided } from './decided-table.js';
import { recordedByMonth, recordedTables } from './recorded-tables.js';
import { againstCell, CHANGE_COLUMNS, changeCells, saidOfChange } from './change-cells.js';
import type { About } from './theme-tables.js';
import {
  column,
  figureTable,
  overTime,
  people,
  PEOPLE,
  type Period,
  unheard,
  withPeriods,
  words,
} from './table-parts.js';

/**
 * Tables of a ward's brief, W1 to W9 and R1.
 * @param open engagements that can be answered now, wherever in the city
 * @param held those that have closed, the latest first
 * @param recorded what police recorded there; null of an edition that has none
 * @param promises of agencies, with whom to ask
 * @param periods the last four full quarters and the four before; null of an edition that does not reach back so far
 */
export async function wardTables(
  ward: string,
  {
    open,
    held,
    recorded,
    promises,
    periods,
  }: {
    open: readonly PublishedEngagement[];
    held: readonly PublishedEngagement[];
    recorded: RecordedHere | null;
    promises: readonly AnswerPromise[];
    periods: EditionSays['periods'];
  },
  about: About,
): Promise<ReportTable[]> {
  const { ask, decisions, names, statements, today } = about;
  const here = { ward: [ward] };
  const [quarters, years, themes, city, groups, engagements, overview] = await Promise.all([
    ask.figuresOf(THEMES, ['quarter'], here),
    yearsHere(ward, periods, about),
    ask.figuresOf(THEMES, ['theme'], here),
    ask.figuresOf(THEMES, ['theme']),
    ask.figuresOf(UNHEARD, ['characteristic'], here),
    ask.figuresOf(OVERVIEW, ['engagement'], here),
    ask.figuresOf(OVERVIEW, ['engagement']),
  ]);
  const nobody = new Set(overview.flatMap((one) => (isNobody(one) ? [one.keys[0]?.code] : [])));
  const fitting = selectDecisions(decisions, { ward: [ward] }, names.groupOf, today);
  const own = fitting.filter(({ wards }) => wards.includes(ward));
  return [
    whenHeard(quarters, years),
    whatTheyRaised(ward, themes, city, statements),
    unheard('W3', 'Who is missing', groups),
    openNow(open, about),
    heldOf(
      held.filter(({ id }) => !nobody.has(id)),
      engagements,
      about,
    ),
    decided(
      'W6',
      'Police priorities and what was done',
      own.filter(({ origin }) => origin === 'pulled'),
      about,
    ),
    forThisWard(
      ward,
      fitting.filter(({ origin }) => origin === 'hub'),
      about,
    ),
    ...(recorded ? [...recordedByMonth('R1', recorded), ...recordedTables(ward, recorded)] : []),
    whomToAsk(promises, names.agencies),
  ];
}

/** By the rule in force changes are told of the city and of agencies alone. */
const NO_CHANGE_HERE = 'too few by ward to tell a change';

/** People of the ward in the two years that are compared, each told among all wards. */
async function yearsHere(ward: string, periods: EditionSays['periods'], { ask }: About): Promise<Period[]> {
  if (!periods) return [];
  const of = async (code: string): Promise<Figure | undefined> =>
    (await ask.figuresOf(THEMES, ['ward'], { quarter: [code] })).find(({ keys }) => keys[0]?.code === ward);
  const { now, before } = periods;
  const [here, earlier] = await Promise.all([of(now.code), of(before.code)]);
  return [
    { name: `Last four full quarters: ${now.name}`, change: NO_CHANGE_HERE, figure: here },
    { name: `The four before: ${before.name}`, change: '', figure: earlier },
  ];
}

function whenHeard(quarters: readonly Figure[], years: readonly Period[]): ReportTable {
  const table = overTime('W1', 'When people here were heard, by quarter', quarters);
  const told = withPeriods(table, years);
  return told === table
    ? table
    : { ...told, measure: `${table.measure} Of four quarters together each is counted once.` };
}

/** Decisions that name the ward, and how many more are about the whole city. */
function forThisWard(ward: string, fitting: readonly HeldDecisionRecord[], about: About): ReportTable {
  const own = fitting.filter(({ wards }) => wards.includes(ward));
  const table = decided('W7', 'Decisions for this ward', own, about);
  const others = fitting.length - own.length;
  const more = {
    cells: [`and ${others} for all of the city`, '', '', '', '', ''],
    figure: null,
    page: `/read/what-happened?ward=${ward}`,
  };
  return others === 0 ? table : { ...table, rows: [...table.rows, more] };
}

/** Themes of the ward beside the same themes in the city. */
function whatTheyRaised(
  ward: string,
  here: Figure[],
  city: Figure[],
  statements: readonly Statement[],
): ReportTable {
  const said = new Map(statements.flatMap((one) => (one.ward === ward ? [[one.theme, one]] : [])));
  const inCity = new Map(city.map((figure) => [figure.keys[0]?.code, figure]));
  const told = here.filter((figure) => !figure.hidden && isNamed(figure));
  const head = {
    code: 'W2',
    title: 'What people here raised',
    measure:
      'People of this ward who raised each theme that is told; a person can be in several rows. City: people of every ward, a figure of its own. Against the rest of the city: within the same consultations, all wards and themes at once. Change: in the whole city on the year before, within the consultations that asked the same in both (by name in A4), with its 95% interval; by ward too few are heard for a change to be told. A theme that people have not checked enough can’t be compared.',
    columns: [
      words('theme', 'Theme'),
      ...PEOPLE,
      column('city', 'City'),
      words('against', 'Against the rest of the city'),
      ...CHANGE_COLUMNS.map((one) => (one.name === 'change' ? { ...one, title: 'Change in the city' } : one)),
    ],
  };
  return figureTable(head, told, (figure) => {
    const whole = inCity.get(figure.keys[0]?.code);
    return [
      ...people(figure),
      whole && !whole.hidden ? whole.people.value : null,
      againstCell(said.get(figure.keys[0]?.code ?? '')),
      ...changeCells(saidOfChange(figure.keys[0]?.code ?? '', statements)),
    ];
  });
}

/** An occasion that an agency announced and nobody answered. */
const isNobody = (figure: Figure): boolean => !figure.hidden && figure.people.value === 0;

/** What was held, with the people of this ward where enough of them took part in each for the table to be told, and whether it was answered. */
function heldOf(
  held: readonly PublishedEngagement[],
  here: readonly Figure[],
  { names: { agencies }, decisions }: About,
): ReportTable {
  const figures = new Map(here.map((figure) => [figure.keys[0]?.code, figure]));
  return {
    code: 'W5',
    title: 'What was held',
    measure: `The latest ${MOST_HELD} engagements that have closed, and what came of them. People: of this ward, where enough took part in each engagement to be told.`,
    columns: [
      words('engagement', 'Engagement'),
      words('agency', 'Agency'),
      words('closed', 'Closed'),
      ...PEOPLE,
      words('answer', 'Answer'),
    ],
    rows: held.slice(0, MOST_HELD).map((one) => {
      const figure = figures.get(one.id);
      return {
        cells: [
          plain(one.title),
          agencyName(one.agency, agencies),
          one.closes === null ? '' : day(one.closes),
          ...(figure ? people(figure) : ['', '', '']),
          answersInWords(one, decisions),
        ],
        figure: figure?.id ?? null,
        page: `/engagements/${one.id}`,
      };
    }),
    chart: null,
  };
}

/** Where nothing is open the brief says so. */
function openNow(open: readonly PublishedEngagement[], { names: { agencies }, today }: About): ReportTable {
  const rows = open.map((one) => ({
    cells: [
      one.title,
      agencyName(one.agency, agencies),
      one.closes === null ? '' : day(one.closes),
      one.canStillChange ?? '',
    ],
    figure: null,
    page: `/engagements/${one.id}`,
  }));
  const nothing = { cells: ['Nothing is open', '', '', ''], figure: null, page: '/engagements' };
  return {
    code: 'W4',
    title: 'What can be answered now',
    measure: `Open in the city on ${day(today)}, in any of its wards: the one that closes first at the head, and what can still change.`,
    columns: [
      words('engagement', 'Engagement'),
      words('agency', 'Agency'),
      words('closes', 'Closes'),
      words('can_change', 'What can still change'),
    ],
    rows: rows.length > 0 ? rows : [nothing],
    chart: null,
  };
}

/** Agencies that say whom to ask. */
function whomToAsk(promises: readonly AnswerPromise[], agencies: About['names']['agencies']): ReportTable {
  return {
    code: 'W9',
    title: 'Whom to contact',
    measure: 'As each agency says, with the time within which it promises to answer what was said.',
    columns: [words('agency', 'Agency'), words('contact', 'Contact'), words('answers', 'Promises an answer')],
    rows: promises.flatMap(({ agency, contact, months }) =>
      contact === null
        ? []
        : [
            {
              cells: [agencyName(agency, agencies), contact, withinMonths(months)],
              figure: null,
            },
          ],
    ),
    chart: null,
  };
}
