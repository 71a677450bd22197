import { NO_ANSWER, OTHER } from '#domain';
import { type Answers, type Figure, NOT_IN_ANY_THEME, type QuestionResult, type Results } from '#facts';
import { optionWords } from '#statements';
import { writeAnswerId } from '../../../public/answers/answer-id.js';
import type { ReportTable } from '../../../public/reports/content.js';
import { OVERVIEW, THEMES, UNHEARD } from '../../../public/figures/report-codes.js';
import { isNamed } from '../../../public/read/figures-in-html.js';
import { count } from '../../../public/read/page.js';
import { decided } from './decided-table.js';
import { whatGroupsSaid } from './equality-tables.js';
import type { About } from './theme-tables.js';
import { altOf, column, figureTable, PEOPLE, peopleAndSubmissions, unheard, words } from './table-parts.js';

/**
 * Tables of a consultation's report: who took part, each closed question in the order asked, what was said in own words, decisions, and what each
 * protected group said.
 * @param engagement agency/key
 */
export async function consultationTables(
  engagement: string,
  results: Results,
  about: About,
): Promise<ReportTable[]> {
  const { ask, names, decisions } = about;
  const here = { engagement: [engagement] };
  const [took, wards, groups, themes] = await Promise.all([
    ask.figuresOf(OVERVIEW, ['engagement']),
    ask.figuresOf(OVERVIEW, ['ward'], here),
    ask.figuresOf(UNHEARD, ['characteristic'], here),
    ask.figuresOf(THEMES, ['theme'], here),
  ]);
  return [
    tookPart(took.filter(({ keys }) => keys[0]?.code === engagement)),
    unheard('C2', 'Who took part beside residents', groups),
    whereFrom(wards),
    ...results.questions.map((question, at) => questionTable(`Q${at + 1}`, question)),
    inOwnWords(themes, results),
    decided(
      'D1',
      'What was decided',
      decisions.filter(({ engagements }) => engagements.includes(engagement)),
      about,
    ),
    await whatGroupsSaid({ ask, names, filter: here, theme: null, isOfIt: isSubject }),
  ];
}

const isSubject = (theme: string): boolean => ![NOT_IN_ANY_THEME, NO_ANSWER, OTHER].includes(theme);

function tookPart(figures: Figure[]): ReportTable {
  const head = {
    code: 'C1',
    title: 'Who took part',
    measure:
      'All submissions, and distinct people after matching, with the range that uncertain matches leave.',
    columns: [words('engagement', 'Engagement'), ...PEOPLE, column('submissions', 'Submissions')],
  };
  return figureTable(head, figures, peopleAndSubmissions);
}

function whereFrom(wards: Figure[]): ReportTable {
  const head = {
    code: 'C3',
    title: 'Where they live',
    measure: 'People who took part by ward. Where meetings were held affects where people were heard.',
    columns: [words('ward', 'Ward'), ...PEOPLE],
  };
  return figureTable(head, wards);
}

const APART: Readonly<Record<string, string>> = {
  'dont-know': 'don’t know',
  declined: 'prefer not to say',
  'not-shown': 'not shown',
};

const end = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);

/** One question: its answers in the order asked, in people and in percent of those who answered. What stands beside the base has no share. */
function questionTable(code: string, question: QuestionResult): ReportTable {
  const { engagement, key, text, matrix, several, message, all, unit } = question;
  const rows = all.options.map((option) => {
    const apart = APART[option.role];
    const share = [option.percent, option.low, option.high].map((value) =>
      value === null ? null : Math.round(value),
    );
    return {
      cells: [
        apart ? `${option.label} (${apart}, in no share)` : optionWords(option),
        option.people,
        ...(apart ? ['', '', ''] : share),
      ],
      figure: writeAnswerId({ engagement, question: key, option: option.code }),
    };
  });
  const drawn = all.options.flatMap(({ role }, at) => (role in APART ? [] : [at]));
  const alt = altOf(
    'Bars of those who answered, in percent',
    drawn.flatMap((at) => rows[at] ?? []),
    2,
    '%',
  );
  const measure = [
    end(message),
    baseWords(all),
    unit ? `In ${unit}.` : '',
    several ? 'Several could be chosen: shares add to more than a hundred.' : '',
  ];
  return {
    code,
    title: matrix ? `${matrix.text} ${matrix.item}` : text,
    measure: measure.filter(Boolean).join(' '),
    columns: [
      words('answer', 'Answer'),
      column('people', 'People'),
      column('share', '%'),
      column('share_low', 'From, %'),
      column('share_high', 'To, %'),
    ],
    rows,
    chart: all.options.some(({ percent }) => percent !== null)
      ? { kind: 'shares', column: 'share', rows: drawn, alt }
      : null,
  };
}

const baseWords = ({ base, within }: Answers): string =>
  base === null
    ? 'Too few answered for shares.'
    : `${count(base)} people answered; shares are of them${within === null ? '' : `, out by up to ${within} points`}.`;

function inOwnWords(themes: Figure[], { open }: Results): ReportTable {
  const asked = open
    .map(
      ({ text, people: wrote }) =>
        `“${text}” (${wrote === null ? '[c]' : count(wrote)} people wrote something)`,
    )
    .join('; ');
  const head = {
    code: 'T1',
    title: 'What people said in their own words',
    measure: `People by the themes that their words were put to; a person can be in several rows.${asked ? ` Asked: ${asked}.` : ''}`,
    columns: [words('theme', 'Theme'), ...PEOPLE],
  };
  return figureTable(
    head,
    themes.filter((figure) => !figure.hidden && isNamed(figure)),
  );
}
