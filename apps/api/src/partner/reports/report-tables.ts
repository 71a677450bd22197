import { Injectable } from '@nestjs/common';
import { stateInWords, stateOfDecision } from '#decisions';
import type { Dimension, Edition, Figure, FigureFilter } from '#facts';
import { ApiError } from '../../graphql/errors.js';
import { Decisions, type DecisionNames } from '../../public/decisions/decisions.js';
import { Figures } from '../../public/figures/figures.js';
import type { ReportCell, ReportTable } from '../../public/reports/content.js';
import { Session } from '../../sign-in/session.js';

const THEMES = 'themes-by-community';
const UNHEARD = 'who-has-not-been-heard';

type Row = ReportTable['rows'][number];
type Column = ReportTable['columns'][number];

const column = (name: string, title: string, numeric = true): Column => ({ name, title, numeric });
const PEOPLE = [column('people', 'People'), column('people_low', 'From'), column('people_high', 'To')];

const nameOf = (figure: Figure): string => figure.keys.map(({ name }) => name).join(', ');
const people = (figure: Figure): ReportCell[] =>
  figure.hidden ? [null, null, null] : [figure.people.value, figure.people.low, figure.people.high];
const rounded = (value: number | undefined): ReportCell =>
  value === undefined ? null : Math.round(value * 10) / 10;
const rowOf = (figure: Figure, ...cells: ReportCell[]): Row => ({
  cells: [nameOf(figure), ...cells],
  figure: figure.id,
});

/** The tables of a themed board report, F1 to F8, of one edition: released figures alone. */
@Injectable()
export class ReportTables {
  constructor(
    private readonly figures: Figures,
    private readonly decisions: Decisions,
  ) {}

  /** @param nobody a session without rights: a report is made of what anybody may read */
  async of(edition: Edition, theme: string, nobody: Session): Promise<ReportTable[]> {
    const names = await this.decisions.names(edition.number);
    const ask = (report: string, by: Dimension[], filter: FigureFilter) =>
      this.ask(nobody, edition.number, report, by, filter);
    const here = { theme: [theme] };
    const [themes, quarters, wards, unheard, agencies] = await Promise.all([
      ask(THEMES, ['theme'], {}),
      ask(THEMES, ['quarter'], here),
      ask(THEMES, ['ward'], here),
      ask(UNHEARD, ['characteristic'], here),
      ask(THEMES, ['agency'], here),
    ]);
    const family = themes.filter(({ keys }) => {
      const code = keys[0]?.code ?? '';
      return code === theme || names.groupOf.get(code) === theme;
    });
    const tables = [
      this.facts(family, theme),
      this.overTime(quarters),
      this.where(wards),
      this.unheard(unheard),
      this.byAgency(agencies),
      await this.done(theme, names),
    ];
    return tables.filter(({ rows }) => rows.length > 0);
  }

  private facts(family: Figure[], theme: string): ReportTable {
    const first = [...family].sort(
      (a, b) => Number(b.keys[0]?.code === theme) - Number(a.keys[0]?.code === theme),
    );
    return {
      code: 'F1',
      title: 'Who raised it',
      measure:
        'Distinct people after matching across agencies, with the range that uncertain matches leave; all submissions. A person can be in several rows.',
      columns: [column('theme', 'Theme', false), ...PEOPLE, column('submissions', 'Submissions')],
      rows: first.map((figure) =>
        rowOf(figure, ...people(figure), figure.hidden ? null : figure.submissions),
      ),
    };
  }

  private overTime(quarters: Figure[]): ReportTable {
    const dated = quarters.filter(({ keys }) => /^\d{4}-Q\d$/.test(keys[0]?.code ?? '')).slice(-8);
    return {
      code: 'F2',
      title: 'When people raised it, by quarter',
      measure:
        'People who raised it in each of the last eight quarters; one heard in two quarters is in both. As many as were asked: more channels make more voices, so no rise or fall is told from this table.',
      columns: [column('quarter', 'Quarter', false), ...PEOPLE],
      rows: dated.map((figure) => rowOf(figure, ...people(figure))),
    };
  }

  private where(wards: Figure[]): ReportTable {
    return {
      code: 'F3',
      title: 'Where they live',
      measure:
        'People per 1,000 residents with a 95% interval; no rate under 10 people. Where meetings were held affects where people were heard.',
      columns: [
        column('ward', 'Ward', false),
        column('people', 'People'),
        column('rate', 'Per 1,000'),
        column('rate_low', 'From'),
        column('rate_high', 'To'),
      ],
      rows: wards.map((figure) => {
        const rate = figure.hidden ? undefined : (figure.rate ?? undefined);
        return rowOf(
          figure,
          figure.hidden ? null : figure.people.value,
          rounded(rate?.value),
          rounded(rate?.low),
          rounded(rate?.high),
        );
      }),
    };
  }

  private unheard(groups: Figure[]): ReportTable {
    return {
      code: 'F4',
      title: 'Who we have not heard on this',
      measure:
        'Share of people heard on this theme whose answer is known, less the share of residents (Census 2021; deprivation 2019), in percentage points. Not weighted.',
      columns: [
        column('group', 'Group', false),
        column('heard', 'Heard, %'),
        column('residents', 'Residents, %'),
        column('gap', 'Gap, points'),
      ],
      rows: groups.flatMap((figure) => {
        const heard = figure.hidden ? undefined : figure.share?.value;
        const residents = figure.reference?.value;
        return heard === undefined || residents === undefined
          ? []
          : [rowOf(figure, rounded(heard), rounded(residents), rounded(heard - residents))];
      }),
    };
  }

  private byAgency(agencies: Figure[]): ReportTable {
    return {
      code: 'F6',
      title: 'What each agency heard of it',
      measure: 'People who raised it to each agency; one heard by two agencies is in both.',
      columns: [column('agency', 'Agency', false), ...PEOPLE, column('says', 'Says', false)],
      rows: agencies.map((figure) =>
        rowOf(
          figure,
          ...people(figure),
          figure.hidden ? 'not told' : figure.people.value === 0 ? 'silent' : 'heard it',
        ),
      ),
    };
  }

  /** Decisions that name the theme or one of its sub-themes, as they stand when the report is proposed. */
  private async done(theme: string, names: DecisionNames): Promise<ReportTable> {
    const [all, today] = await Promise.all([this.decisions.all(null), this.decisions.day(null)]);
    const about = all.filter(
      ({ origin, themes }) =>
        origin === 'hub' && themes.some((code) => code === theme || names.groupOf.get(code) === theme),
    );
    return {
      code: 'F8',
      title: 'What was done',
      measure: `Decisions that name the theme, as they stood on ${today}. Before and after is no proof of cause.`,
      columns: [
        column('decision', 'Decision', false),
        column('owner', 'Owner', false),
        column('decided', 'Decided on', false),
        column('state', 'State', false),
        column('because', 'Because', false),
      ],
      rows: about.map((one) => ({
        cells: [
          one.title,
          names.agencies.get(one.agency)?.name ?? one.agency,
          one.decidedOn ?? '',
          stateInWords(stateOfDecision(one, today)),
          one.notDoneBecause ?? '',
        ],
        figure: one.evidence[0]?.figure ?? null,
      })),
    };
  }

  /** None where so much would be hidden that the table is not told. */
  private async ask(
    nobody: Session,
    edition: number,
    report: string,
    by: Dimension[],
    filter: FigureFilter,
  ): Promise<Figure[]> {
    try {
      return (await this.figures.ask({ report, by, filter, edition }, nobody)).figures;
    } catch (error) {
      if (error instanceof ApiError && error.code !== 'BUSY') return [];
      throw error;
    }
  }
}
