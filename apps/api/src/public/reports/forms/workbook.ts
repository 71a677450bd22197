import { HIDDEN_NOTE, type ReportCell, type ReportContent } from '../content.js';

/** One sheet: a heading, a line under it, and at most one marked table, after the rules for official statistics in spreadsheets. */
export interface Sheet {
  name: string;
  heading: string;
  lines: string[];
  /** Names of columns are unique; a missing number is written [c]. */
  table: { name: string; columns: string[]; rows: (string | number)[][] } | null;
}

export interface Workbook {
  title: string;
  sheets: Sheet[];
}

/** Signs that neither XML nor a spreadsheet can hold. */
const clean = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

const cell = (value: ReportCell): string | number =>
  value === null ? '[c]' : typeof value === 'number' ? value : clean(value);

/** Cover, contents, notes, and one table a sheet, each row with its figure's id. */
export function workbookOf(content: ReportContent): Workbook {
  const { edition, tables } = content;
  const made = content.synthetic ? ['Every person and every comment is made up. Do not quote it.'] : [];
  const cover = [
    `${content.title}. For: ${content.forWhom}. By: ${content.agencyName}.`,
    `Figures of edition ${edition.number}, published ${edition.publishedAt.slice(0, 10)}${edition.dataTo ? `, data to ${edition.dataTo}` : ''}, fingerprint ${edition.fingerprint}.`,
    ...made,
  ];
  const notes = [
    HIDDEN_NOTE,
    'People are counted once after matching across agencies; “from” and “to” are the range that uncertain matches leave. Counts are rounded to 5.',
    'People chose to speak: this is no survey of the city.',
    'The last column of each table is the id of the figure: it leads to how it was counted.',
  ];
  return {
    title: clean(content.title),
    sheets: [
      { name: 'Cover', heading: clean(content.title), lines: cover.map(clean), table: null },
      {
        name: 'Contents',
        heading: 'Contents',
        lines: [],
        table: {
          name: 'contents',
          columns: ['Sheet', 'Table'],
          rows: tables.map(({ code, title }) => [code, clean(title)]),
        },
      },
      { name: 'Notes', heading: 'Notes', lines: notes, table: null },
      ...tables.map(({ code, title, measure, columns, rows }) => ({
        name: code,
        heading: clean(`${code} ${title}`),
        lines: [clean(measure)],
        table: {
          name: code.toLowerCase() + '_table',
          columns: [...columns.map((column) => column.title), 'Figure'],
          rows: rows.map((row) => [...row.cells.map(cell), row.figure ?? '']),
        },
      })),
    ],
  };
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const xml = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]!);

/** The same bytes for the same content: what is zipped has no time of its own. */
export const NO_TIME = new Date(1980, 0, 1);
