import { selectDecisions } from '#decisions';
import type { Figure, PublishedEngagement, RecordedHere } from '#facts';
import { OVERVIEW, THEMES, UNHEARD } from '../../../public/figures/report-codes.js';
import { day } from '../../../public/read/page.js';
import type { ReportTable } from '../../../public/reports/content.js';
import { recordedTables } from './recorded-tables.js';
import type { About } from './theme-tables.js';
import { column, decided, figureTable, overTime, people, PEOPLE, unheard, words } from './table-parts.js';

/**
 * Tables of a ward's brief, W1 to W8.
 * @param open engagements that can be answered now, wherever in the city
 * @param recorded what police recorded there; null of an edition that has none
 */
export async function wardTables(
  ward: string,
  { open, recorded }: { open: readonly PublishedEngagement[]; recorded: RecordedHere | null },
  about: About,
): Promise<ReportTable[]> {
  const { ask, decisions, names, today } = about;
  const here = { ward: [ward] };
  const [quarters, themes, city, groups, engagements] = await Promise.all([
    ask.figuresOf(THEMES, ['quarter'], here),
    ask.table(THEMES, ['theme'], here),
    ask.figuresOf(THEMES, ['theme']),
    ask.figuresOf(UNHEARD, ['characteristic'], here),
    ask.figuresOf(OVERVIEW, ['engagement'], here),
  ]);
  const fitting = selectDecisions(decisions, { ward: [ward] }, names.groupOf, today);
  const own = fitting.filter(({ wards }) => wards.includes(ward));
  return [
    overTime('W1', 'When people here were heard, by quarter', quarters),
    whatTheyRaised(themes?.figures ?? [], city),
    unheard('W3', 'Who is missing', groups),
    openNow(open, names.agencies),
    heardThere(engagements),
    decided(
      'W6',
      'Police priorities and what was done',
      own.filter(({ origin }) => origin === 'pulled'),
      about,
    ),
    decided(
      'W7',
      'Decisions for this ward',
      own.filter(({ origin }) => origin === 'hub'),
      about,
    ),
    ...(recorded ? recordedTables(ward, recorded) : []),
  ];
}

/** Themes of the ward beside the same themes in the city. */
function whatTheyRaised(here: Figure[], city: Figure[]): ReportTable {
  const inCity = new Map(city.map((figure) => [figure.keys[0]?.code, figure]));
  const told = here.filter((figure) => !figure.hidden && figure.keys[0]?.code !== 'no-theme');
  const head = {
    code: 'W2',
    title: 'What people here raised',
    measure:
      'People of this ward who raised each theme that is told; a person can be in several rows. City: people of every ward, a figure of its own.',
    columns: [words('theme', 'Theme'), ...PEOPLE, column('city', 'City')],
  };
  return figureTable(head, told, (figure) => {
    const whole = inCity.get(figure.keys[0]?.code);
    return [...people(figure), whole && !whole.hidden ? whole.people.value : null];
  });
}

function heardThere(engagements: Figure[]): ReportTable {
  const head = {
    code: 'W5',
    title: 'Where people here took part',
    measure: 'People of this ward in each engagement, where enough of them took part to be told.',
    columns: [words('engagement', 'Engagement'), ...PEOPLE],
  };
  return figureTable(
    head,
    engagements.filter(({ hidden }) => !hidden),
  );
}

function openNow(open: readonly PublishedEngagement[], agencies: About['names']['agencies']): ReportTable {
  return {
    code: 'W4',
    title: 'What can be answered now',
    measure:
      'Engagements that are open to this ward, the one that closes first at the head, and what can still change.',
    columns: [
      words('engagement', 'Engagement'),
      words('agency', 'Agency'),
      words('closes', 'Closes'),
      words('can_change', 'What can still change'),
    ],
    rows: open.map((one) => ({
      cells: [
        one.title,
        agencies.get(one.agency)?.name ?? one.agency,
        one.closes === null ? '' : day(one.closes),
        one.canStillChange ?? '',
      ],
      figure: null,
      page: `/engagements/${one.id}`,
    })),
    chart: null,
  };
}
