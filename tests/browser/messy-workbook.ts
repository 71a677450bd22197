import { makeWorkbook } from '../support/make-workbook.js';

/** A cell: text, a number, or a day as a spreadsheet keeps it (days since 30 December 1899). */
type Cell = string | number | { serial: number } | null;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function cellXml(cell: Cell, column: number, row: number): string {
  const at = `r="${String.fromCharCode(65 + column)}${row}"`;
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c ${at} s="1"><v>${cell.serial}</v></c>`;
  return `<c ${at} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
}

const rowXml = (cells: readonly Cell[], row: number): string =>
  `<row r="${row}">${cells.map((cell, column) => cellXml(cell, column, row)).join('')}</row>`;

const WORRIES = ['Speeding cars', 'Unlit streets', 'Dogs off the lead'];
const WORDS = [
  'The lamps by the harbour have been out since spring',
  'Slow the cars down outside the school',
  'A bench half way up the hill',
  'More bins please, and empty them on Mondays',
  'Nothing, I like it as it is',
];
const BANDS = ['15-24', '25-34', '35-44', '65 and over', '45-54'];
const CONDITIONS = ['No', 'Yes, limited a little', 'Yes, limited a lot', 'No', 'dodgy hip'];

/** Days since 30 December 1899, as spreadsheets count them. */
const serialOf = (day: number, month: number): number =>
  Math.round((Date.UTC(2025, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);

/**
 * Days in every form that one sheet of many hands has: date cells, their bare numbers where somebody cleared the format, and texts none
 * of which tells whether day or month comes first.
 */
function dateOf(at: number, month: number): Cell {
  const day = (at % 9) + 1;
  const two = (part: number): string => String(part).padStart(2, '0');
  if (at % 4 === 1) return { serial: serialOf(day, month) };
  if (at % 16 === 3) return serialOf(day, month);
  if (at % 3 === 0) return `${two(day)}/${two(month)}/2025`;
  if (at % 3 === 1) return `${day}.${month}.2025`;
  return `${two(day)}-${two(month)}-2025`;
}

/** Synthetic people: numbered names, addresses of example.org. */
const answerRow = (at: number, first: number, month: number): Cell[] => [
  first + at,
  dateOf(at, month),
  `Synthetic${at}`,
  `person${first + at}@example.org`,
  at % 2 ? WORRIES[0]! : null,
  at % 3 ? WORRIES[1]! : null,
  at % 5 === 0 ? WORRIES[2]! : null,
  at % 11 === 0 ? null : `${WORDS[at % 5]!}, number ${at}`,
  BANDS[at % 5]!,
  CONDITIONS[at % 5]!,
];

/**
 * A workbook as a voluntary group keeps it: a title, two rows of labels, so many answers, a row of totals, and a sheet of notes.
 * All people are made up.
 * @param first number of the first respondent
 */
export function messyWorkbook({
  people,
  first,
  month,
}: {
  people: number;
  first: number;
  month: number;
}): Buffer {
  const ticks = (column: number): number =>
    Array.from({ length: people }, (_, at) => answerRow(at, first, month)[column]).filter(
      (cell) => cell !== null,
    ).length;
  const rows: Cell[][] = [
    ['Harbour street survey 2025 (synthetic, collated by hand)'],
    [
      ...['Respondent ID', 'Date', 'First name', 'E-mail', 'What worries you most? Tick all', null, null],
      ...['What would make your street better?', 'Age', 'Do you have a long-term condition?'],
    ],
    [null, null, null, null, ...WORRIES, 'Open-Ended Response', 'Response', 'Response'],
    ...Array.from({ length: people }, (_, at) => answerRow(at, first, month)),
    ['TOTAL', null, null, null, ticks(4), ticks(5), ticks(6), null, null, null],
  ];
  return Buffer.from(
    makeWorkbook({
      formats: [0, 14],
      sheets: [
        { name: 'Responses', rows: rows.map((cells, at) => rowXml(cells, at + 1)).join('') },
        {
          name: 'Notes',
          rows: [['Notes'], ['Two paper forms got wet and were not typed in'], ['Ask about the second box']]
            .map((cells, at) => rowXml(cells, at + 1))
            .join(''),
        },
      ],
    }),
  );
}
