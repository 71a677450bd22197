import type { Engagement, Rejection } from '#domain';
import type { ReadOutcome } from '../contract.js';
import { columnLetter } from '../reading/place.js';
import { isStorable, type Table } from '../reading/table.js';
import { decideDates } from './date-orders.js';
import type { SheetNotes } from './notes.js';
import { hashRow } from './row-hash.js';
import { questionShapes } from './question-shapes.js';
import { questionWordings } from './question-wordings.js';
import { movedTwins } from './twins.js';
import { mendMapping, refName, resolveColumns, type Resolution } from './resolve.js';
import type { ColumnRule, SheetMapping } from './schema.js';
import { suggestMapping } from '../suggest.js';

export interface Assembly {
  tables: Table[];
  mapping: SheetMapping;
  /** The mapping document as delivered; kept in the context so that each row is read under exactly it. */
  document: unknown;
  engagements: Engagement[];
  /** The wording of questions as the delivery gives it, by column. */
  questionTexts?: Record<string, string>;
}

/** Tables under a mapping to the outcome of reading: held where a column or the order of dates needs a person. */
export function assemble({
  tables,
  mapping,
  document,
  engagements,
  questionTexts = {},
}: Assembly): ReadOutcome {
  const notes: SheetNotes = {
    columns: {},
    dateOrders: {},
    questionTexts,
    engagements: Object.fromEntries(engagements.map((engagement) => [engagement.key, engagement])),
    assumptions: tables.flatMap(({ file, assumptions }) => assumptions.map((text) => `${file}: ${text}`)),
  };
  const notUsed: Rejection[] = [];
  for (const table of tables) {
    const resolution = resolveColumns(mapping, table);
    const strange = mapping.otherColumns === 'hold' ? resolution.unknown : [];
    if (resolution.missing.length || strange.length)
      return heldForColumns(table, mapping, { ...resolution, unknown: strange });
    const moved = movedTwins(mapping, table, resolution.found);
    if (moved.length) return heldForTwins(table, mapping, moved);
    notes.columns[table.file] = resolution.found;
    notUsed.push(...keepUsedCells(table, resolution.used));
  }
  const undecided = decideDates(tables, mapping, notes);
  if (undecided) return undecided;
  return {
    status: 'read',
    rows: tables.flatMap(({ rows }) => rows),
    context: { mapping: document, notes: notes as unknown as Record<string, unknown> },
    rejections: tables.flatMap(({ rejections }) => rejections),
    unread: tables.flatMap(({ unread }) => unread),
    leftOut: tables.flatMap(({ file, leftOut }) => leftOut.map((left) => ({ file, ...left }))),
    notUsed,
    gathered: tables.flatMap(({ file, lines, rows }) =>
      lines === undefined ? [] : [{ file, lines, people: rows.length }],
    ),
    files: tables.map(({ file, rows, rejections }) => ({
      name: file,
      rows: rows.length + rejections.length,
    })),
    engagements,
    questions: questionShapes(mapping, tables[0]?.labels ?? []),
    wordings: questionWordings(mapping),
  };
}

/**
 * Leaves in each row only the cells that the mapping reads: what nobody asked for (an address of a machine, an analyst's
 * notes) goes no further. A cell whose text was damaged on the way is set aside, and its row used without it.
 */
function keepUsedCells(table: Table, used: Set<string>): Rejection[] {
  const damaged: Rejection[] = [];
  table.rows = table.rows.map((row) => {
    const cells = Object.entries(row.cells).filter(([label]) => used.has(label));
    return {
      ...row,
      arrived: hashRow(table, row),
      cells: Object.fromEntries(
        cells.map(([label, cell]) => {
          if (cell === null || isStorable(cell)) return [label, cell];
          damaged.push({
            file: row.file,
            row: row.row,
            // By letter: under a wrong mapping the label itself may be somebody's answer.
            column: columnLetter(table.labels.indexOf(label)),
            code: 'text-damaged',
            reason:
              'The cell holds a sign that text was lost before (U+FFFD), a null character or half of a character pair.',
          });
          return [label, null];
        }),
      ),
    };
  });
  return damaged;
}

function heldForColumns(table: Table, mapping: SheetMapping, resolution: Resolution): ReadOutcome {
  const { missing, unknown } = resolution;
  const sentences: string[] = [];
  const named = missing.map((ref) => (typeof ref === 'number' ? `column ${refName(ref)}` : `"${ref}"`));
  if (missing.length) sentences.push(`The mapping’s ${list(named)} can’t be found in ${table.file}.`);
  // Strange columns by letter only: in a file without labels a "label" is somebody's answer.
  const strange = new Set(unknown);
  const letters = table.labels.flatMap((label, index) => (strange.has(label) ? [columnLetter(index)] : []));
  if (unknown.length) sentences.push(`Column ${list(letters)} of ${table.file} is not in the mapping.`);
  const all = [
    ...missing.map((ref) => ({ ref, code: 'column-missing' })),
    ...letters.map((ref) => ({ ref, code: 'column-unknown' })),
  ];
  return {
    status: 'held',
    code: missing.length ? 'column-missing' : 'column-unknown',
    reason: `${sentences.join(' ')} Check the suggested mapping.`,
    rejections: all.slice(0, MOST_NAMED).map(({ ref, code }) => ({
      file: table.file,
      row: null,
      column: code === 'column-missing' ? refName(ref) : String(ref),
      code,
      reason:
        code === 'column-missing'
          ? 'The mapping names this column and the file hasn’t it.'
          : 'The file has this column and the mapping doesn’t name it.',
    })),
    suggestedMapping: mendMapping(mapping, resolution, (label) => suggestedRule(table, label)),
  };
}

/** Labels that stand twice and have other neighbours than the mapping expects: their answers may have changed places. */
function heldForTwins(table: Table, mapping: SheetMapping, labels: string[]): ReadOutcome {
  const named = list(labels.map((label) => `"${label}"`));
  const reason = `${table.file} has several columns of one name (${named}), and they stand beside other columns than the mapping says: their answers may have changed places. Check the order, and name them by their places ("#5").`;
  return {
    status: 'held',
    code: 'columns-moved',
    reason,
    rejections: labels.map((label) => ({
      file: table.file,
      row: null,
      column: columnLetter(table.labels.indexOf(label)),
      code: 'columns-moved',
      reason:
        'The column has the name of another one and stands beside another column than the mapping says.',
    })),
    suggestedMapping: mapping,
  };
}

/** Columns of a held delivery that are listed one by one. */
const MOST_NAMED = 200;

const list = (names: string[]): string =>
  names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ');

function suggestedRule(table: Table, label: string): ColumnRule {
  const rule = suggestMapping([label], sampleOf(table, label)).mapping.columns[0];
  // A label too long to be written in a mapping is told by its place.
  const place = table.labels.indexOf(label) + 1;
  if (!rule || ('column' in rule && typeof rule.column === 'number'))
    return { as: 'ignore', column: place, optional: true };
  return rule;
}

const sampleOf = (table: Table, label: string): Record<string, string | null>[] =>
  table.rows.slice(0, 200).map(({ cells }) => ({ [label]: cells[label] ?? null }));
