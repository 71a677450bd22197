import { HARMONISED, type DemographicField } from '#domain';
import { decideDates } from './mapping/date-orders.js';
import { labelFinder } from './mapping/labels.js';
import type { SheetNotes } from './mapping/notes.js';
import { refKey, refName, resolveColumns } from './mapping/resolve.js';
import type { ColumnRef, SheetMapping } from './mapping/schema.js';
import type { Table } from './reading/table.js';
import { labelsAsWritten } from './recognise/key/as-written.js';
import type { Ask, Recognition } from './recognise/recognition.js';
import type { SheetSummary } from './summarise.js';

export function faultAsks(rows: number[]): Ask[] {
  if (rows.length === 0) return [];
  const named = rows.slice(0, 10).join(', ');
  const more = rows.length > 10 ? ` and ${rows.length - 10} more` : '';
  return [
    {
      column: null,
      about: 'rows-that-do-not-fit',
      why: `Rows ${named}${more} have too few or too many cells, or broken quotation marks: they are not read.`,
    },
  ];
}

/** Above this share of a characteristic's answers without a code a person fills in the table. */
const MOST_UNCODED = 0.05;

export function demographicAsks(seen: Recognition, summary: SheetSummary): Ask[] {
  const { findings } = seen;
  const labels = labelsAsWritten(seen);
  return summary.demographics.flatMap(({ characteristic, answered, uncoded }) => {
    if (uncoded <= answered * MOST_UNCODED) return [];
    const at = findings.findIndex(
      ({ meaning }) => meaning.as === 'demographic' && meaning.characteristic === characteristic,
    );
    return [codesAsk(labels[at]?.label ?? null, characteristic, answered, uncoded)];
  });
}

const codesAsk = (column: string | null, characteristic: string, answered: number, uncoded: number): Ask => ({
  column,
  about: 'codes-of-answers',
  why: `${uncoded} of ${answered} answers to ${characteristic} have no code yet: say what they mean.`,
});

export function dateAsks(seen: Recognition, doubts: string[]): Ask[] {
  const labels = labelsAsWritten(seen);
  const at = seen.findings.findIndex(({ meaning }) => meaning.as === 'date');
  return doubts.map((why) => ({ column: labels[at]?.label ?? null, about: 'dates', why }));
}

/** The mapping with the order that the dates of the file have, and what holds the file where they have none. */
export function datesOrdered(
  table: Table,
  mapping: SheetMapping,
): { ordered: SheetMapping; undecided: Ask[] } {
  const { found } = resolveColumns(mapping, table);
  const notes: SheetNotes = {
    ...{
      columns: { [table.file]: found },
      dateOrders: {},
      questionTexts: {},
      engagements: {},
      assumptions: [],
    },
  };
  const held = decideDates([table], mapping, notes);
  const columns = mapping.columns.map((rule) =>
    rule.as === 'date' ? { ...rule, order: notes.dateOrders[refKey(rule.column)] ?? rule.order } : rule,
  );
  const undecided =
    held === null || held.status === 'read'
      ? []
      : [{ column: held.rejections[0]?.column ?? null, about: 'date-order', why: held.reason }];
  return { ordered: { ...mapping, columns }, undecided };
}

export function columnAsks(table: Table, mapping: SheetMapping): Ask[] {
  const { missing } = resolveColumns(mapping, table);
  const find = labelFinder(table.labels);
  const asks: Ask[] = missing.map((ref: ColumnRef) => ({
    column: refName(ref),
    about: 'column-missing',
    why: 'The mapping names this column and the file hasn’t it.',
  }));
  if (mapping.otherColumns !== 'hold') return asks;
  const unknown = table.labels.filter((label) => !spokenOf(mapping, label, find));
  return [
    ...asks,
    ...unknown.map((column) => ({
      column,
      about: 'column-unknown',
      why: 'The file has this column and the mapping doesn’t name it.',
    })),
  ];
}

/** A source that says "go on" is not asked: its receipt says it all the same. */
export function codesAsks(mapping: SheetMapping, summary: SheetSummary): Ask[] {
  if (mapping.uncodedAnswers === 'go-on') return [];
  const rules = mapping.columns.filter((rule) => rule.as === 'demographic');
  return summary.demographics.flatMap(({ characteristic, answered, uncoded }) => {
    const rule = rules.find((one) => one.characteristic === characteristic);
    if (!HARMONISED[characteristic as DemographicField] || uncoded <= answered * MOST_UNCODED) return [];
    return [codesAsk(rule ? refName(rule.column) : null, characteristic, answered, uncoded)];
  });
}

export function dateDoubts(mapping: SheetMapping, doubts: string[]): Ask[] {
  const rule = mapping.columns.find(({ as }) => as === 'date');
  const column = rule && 'column' in rule ? refName(rule.column) : null;
  return doubts.map((why) => ({ column, about: 'dates', why }));
}

function spokenOf(mapping: SheetMapping, label: string, find: ReturnType<typeof labelFinder>): boolean {
  const { unknown } = resolveColumns(mapping, { labels: [label], rows: [] } as unknown as Parameters<
    typeof resolveColumns
  >[1]);
  return (
    unknown.length === 0 ||
    mapping.columns.some(
      (rule) => 'column' in rule && typeof rule.column === 'number' && find(rule.column) === label,
    )
  );
}
