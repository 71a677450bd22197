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

const cell = (value: ReportCell): string | number => value ?? '[c]';

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
    title: content.title,
    sheets: [
      { name: 'Cover', heading: content.title, lines: cover, table: null },
      {
        name: 'Contents',
        heading: 'Contents',
        lines: [],
        table: {
          name: 'contents',
          columns: ['Sheet', 'Table'],
          rows: tables.map(({ code, title }) => [code, title]),
        },
      },
      { name: 'Notes', heading: 'Notes', lines: notes, table: null },
      ...tables.map(({ code, title, measure, columns, rows }) => ({
        name: code,
        heading: `${code} ${title}`,
        lines: [measure],
        table: {
          name: code.toLowerCase() + '_table',
          columns: [...columns.map((column) => column.title), 'Figure'],
          rows: rows.map((row) => [...row.cells.map(cell), row.figure ?? '']),
        },
      })),
    ],
  };
}

/** Letters of a column: 0 is A, 26 is AA. */
export const letters = (at: number): string =>
  (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** The same bytes for the same content: what is zipped has no time of its own. */
export const NO_TIME = new Date(1980, 0, 1);
