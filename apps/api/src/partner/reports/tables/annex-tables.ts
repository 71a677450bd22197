import type { Edition, EditionSays, Figure } from '#facts';
import { GRADE_NAMES, gradeWords, inSentence, unhashed, withheldWords } from '#statements';
import { THEMES } from '../../../public/figures/report-codes.js';
import { day } from '../../../public/read/page.js';
import { plain } from '../../../public/read/decisions-in-html.js';
import type { ReportTable } from '../../../public/reports/content.js';
import { column, words } from './table-parts.js';
import type { About } from './theme-tables.js';

/**
 * Annex of a themed report: A1 sources and their freshness, A2 from records to the theme's figure, A3 what it was counted by, A4 which consultations each change rests on (`restsOnTable`), A6 breaks and
 * corrections, A7 how well its coding was checked. A8, who saw it before
 * release, is put behind them once it is out.
 * @param says what was frozen with the edition; null of one that has nothing
 */
export async function annexTables(
  theme: string,
  edition: Edition,
  says: EditionSays | null,
  { ask, names }: About,
): Promise<ReportTable[]> {
  const themes = await ask.figuresOf(THEMES, ['theme']);
  const figure = themes.find(({ keys }) => keys[0]?.code === theme);
  const isOfIt = (code: string): boolean => code === theme || names.groupOf.get(code) === theme;
  return [
    sources(says),
    ...(figure ? [funnel(figure)] : []),
    versions(edition, says),
    breaksAndCorrections(edition, says),
    quality(says, isOfIt),
  ];
}

/** What keeps years from being compared, and what an earlier edition had wrong. */
export function breaksAndCorrections(
  edition: Pick<Edition, 'number' | 'publishedAt' | 'correction'>,
  says: Pick<EditionSays, 'signed'> | null,
): ReportTable {
  const breaks = (says?.signed ?? []).flatMap(({ name, breaks: declared = [] }) =>
    declared.map(({ since, reason }): [string, string, string] => [plain(name), day(since), reason]),
  );
  const { number, publishedAt, correction } = edition;
  const corrected: [string, string, string][] =
    correction === null ? [] : [[`Edition ${number} is a correction`, day(publishedAt), correction]];
  return {
    code: 'A6',
    title: 'Breaks and corrections',
    measure:
      'From the day of a break on a series was asked or recorded in another way: nothing is compared across it. Those of recorded crime stand in its own panel.',
    columns: [words('what', 'What'), words('since', 'Since'), words('why', 'Why')],
    rows: [...breaks, ...corrected].map((cells) => ({ cells, figure: null, page: '/methods' })),
    chart: null,
  };
}

/** How far the theme and its sub-themes may be trusted, as the edition keeps it. @param isOfIt whether a theme is one of these */
export function quality(
  says: Pick<EditionSays, 'grades'> | null,
  isOfIt: (theme: string) => boolean,
): ReportTable {
  const here = (says?.grades ?? []).filter(({ theme }) => isOfIt(theme));
  return {
    code: 'A7',
    title: 'How well its coding was checked',
    measure:
      'How well the computer and people who coded the same comments blind agree, by the edition’s own grades.',
    columns: [
      words('theme', 'Theme'),
      words('checked', 'Checked'),
      words('means', 'What that means'),
      words('coder', 'Coder'),
      words('codebook', 'Codebook'),
    ],
    rows: here.map(({ themeName, grade, recoding, coder, codebook, codebookVersion }) => ({
      cells: [
        themeName,
        GRADE_NAMES[grade],
        recoding ? withheldWords('to-be-re-coded') : gradeWords(grade),
        unhashed(coder),
        `${codebook} ${codebookVersion}`,
      ],
      figure: null,
      page: '/grades',
    })),
    chart: null,
  };
}

function sources(says: EditionSays | null): ReportTable {
  return {
    code: 'A1',
    title: 'Sources, and how fresh they were',
    measure: 'Every source of the edition, as it stood when the edition was published.',
    columns: [
      words('source', 'Source'),
      words('agency', 'Agency'),
      words('received', 'Last received'),
      words('data_to', 'Newest answer'),
      words('freshness', 'How fresh'),
    ],
    rows: (says?.freshness ?? []).map((one) => ({
      cells: [
        plain(one.name),
        plain(one.agency.name),
        one.lastReceived === null ? '' : `week of ${day(one.lastReceived)}`,
        one.dataTo === null ? '' : `week of ${day(one.dataTo)}`,
        one.words,
      ],
      figure: null,
      page: '/sources',
    })),
    chart: null,
  };
}

/** From records received to the people who raised the theme. */
function funnel({ id, receipt }: Figure): ReportTable {
  return {
    code: 'A2',
    title: 'From records to people',
    measure: `Each step from the records received to the people who raised the theme: what is less is taken from the total above it. ${receipt.suppression}`,
    columns: [words('step', 'Step'), column('count', 'Count'), words('note', 'What it means')],
    rows: receipt.steps.map(({ name, kind, count, note }) => ({
      cells: [kind === 'less' ? `less ${inSentence(name)}` : name, count, note ?? ''],
      figure: id,
    })),
    chart: null,
  };
}

function versions(edition: Edition, says: EditionSays | null): ReportTable {
  const { codebook, coder, linkageModel, disclosurePolicy, geography } = edition.versions;
  const rows: [what: string, version: string][] = [
    ['Edition', `edition ${edition.number}, published ${day(edition.publishedAt)}`],
    ['Fingerprint', edition.fingerprint],
    ['Codebook', codebook],
    // What a coder was made from is a row of hexadecimal, and says nothing to a board.
    ['Coder', unhashed(coder)],
    ['Matching of people', unhashed(linkageModel)],
    ['Protection of small numbers', disclosurePolicy],
    ['Wards', geography],
    ...(says?.rules ?? []).map(({ code, version }): [string, string] => [
      `Rule: ${code.replaceAll('-', ' ')}`,
      `version ${version}`,
    ]),
  ];
  return {
    code: 'A3',
    title: 'What it was counted by',
    measure:
      'Versions of methods that the edition was frozen with: the same figures come of them again. Each figure’s page says how to run it again.',
    columns: [words('what', 'What'), words('version', 'Version')],
    rows: rows.map((cells) => ({ cells, figure: null, page: '/editions' })),
    chart: null,
  };
}
