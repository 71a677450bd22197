import { day } from '../../read/page.js';
import { HIDDEN_NOTE, type ReportCell, type ReportContent, WITHHELD_NOTE } from '../content.js';
import { addressOfRow, typedAddress } from '../row-places.js';
import { correctionWords, type Standing } from './standing.js';

/** One sheet: a heading, a line under it, and at most one marked table, after the rules for official statistics in spreadsheets. */
export interface Sheet {
  name: string;
  heading: string;
  lines: string[];
  /** Names of columns are unique; a missing number is written [c]. Where null stands there is no cell. */
  table: { name: string; columns: string[]; rows: (string | number | null)[][] } | null;
}

export interface Workbook {
  title: string;
  sheets: Sheet[];
}

const cell = (value: ReportCell): string | number => value ?? '[c]';

/** Cover, contents, notes, and one table a sheet, each row with its figure's id and its short address. */
export function workbookOf(content: ReportContent, standing: Standing): Workbook {
  const { origin, release } = standing;
  const { edition, tables } = content;
  const made = content.synthetic ? ['Every person and every comment is made up. Do not quote it.'] : [];
  const cover = [
    `${content.title}. For: ${content.forWhom}. By: ${content.agencyName}.`,
    ...correctionWords(standing),
    `${release ? `Released ${day(release.releasedAt)}` : 'Draft, not released'}, at ${typedAddress(origin, content.slug)}.`,
    `Figures of edition ${edition.number}, published ${edition.publishedAt.slice(0, 10)}${edition.dataTo ? `, data to ${edition.dataTo}` : ''}, fingerprint ${edition.fingerprint}.`,
    ...made,
  ];
  const notes = [
    HIDDEN_NOTE,
    WITHHELD_NOTE,
    'People are counted once after matching across agencies; “from” and “to” are the range that uncertain matches leave. Counts are rounded to 5.',
    'People chose to speak: this is no survey of the city.',
    `The last columns of each table are the id of the figure, of edition ${edition.number}, and the address at which it stands with how it was counted.`,
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
      ...tables.map((table) => ({
        name: table.code,
        heading: `${table.code} ${table.title}`,
        lines: [table.measure],
        table: {
          name: table.code.toLowerCase() + '_table',
          columns: [...table.columns.map((column) => column.title), 'Figure', 'Address'],
          rows: table.rows.map((row, at) => [
            ...row.cells.map(cell),
            row.figure ?? '',
            addressOfRow(content, table, at, origin) ?? '',
          ]),
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
