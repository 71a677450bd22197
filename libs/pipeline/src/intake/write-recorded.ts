import { lastDayOf, type FileReceipt, type RecordedCount, type RecordedRecord } from '#domain';
import {
  finishDelivery,
  markRecorded,
  readRecordedMonths,
  saveRecorded,
  saveRowOutcomes,
  type FinishedDelivery,
  type HeldMonth,
  type PendingDelivery,
  type Transaction,
} from '#store';

import { countRecorded, sortMonths, type SortedMonths } from './recorded-months.js';
import { outcomeLines } from './row-outcomes.js';
import { receiptByFile, type SortedRows } from './sort-rows.js';
import type { ReadRows } from './read-rows.js';

/**
 * Counts what was read as a context series, with its receipt, in the caller's transaction. The rows themselves are not kept: what is told
 * row by row is what was rejected or left out.
 */
export async function writeRecorded(
  tx: Transaction,
  pending: PendingDelivery,
  { sorted, files: read, leftOut }: Pick<ReadRows, 'sorted' | 'files' | 'leftOut'>,
): Promise<void> {
  const { id, agency, source } = pending;
  await markRecorded(tx, id);
  const counts = countRecorded(sorted.recorded);
  const months = [...new Set(counts.map(({ month }) => month))].sort();
  const held = await readRecordedMonths(tx, { source, delivery: id }, months);
  const sort = sortMonths(counts, held, id);
  if (sort.changed.length > 0 && pending.way !== 'pull' && !isAnswered(pending))
    return finishDelivery(tx, id, heldFor(sort, counts, held));
  const replaced = pending.decision === 'add' && pending.way !== 'pull' ? [] : sort.changed;
  const taken = new Set([...sort.fresh, ...sort.changed]);
  await saveRecorded(
    tx,
    { agency, source, delivery: id },
    counts.filter(({ month }) => taken.has(month)),
    replaced,
  );
  const accepted = sorted.recorded.filter(({ month }) => taken.has(month));
  const again = sorted.recorded.filter(({ month }) => !taken.has(month));
  const files = receiptByFile(read, {
    accepted: accepted.map((record) => ({ record })),
    repeated: [...again, ...sorted.recordedAgain],
    rejections: sorted.rejections,
    leftOut,
  });
  await saveRowOutcomes(tx, pending, outcomeLines([], [], sorted, leftOut), sorted.rejections);
  await finishDelivery(tx, id, {
    ...said({ accepted, again, replaced, held, sorted, files }),
    suggestedMapping: null,
    files,
    dataTo: months.length > 0 ? lastDayOf(months.at(-1)!) : null,
  });
}

const isAnswered = ({ decision }: PendingDelivery): boolean => decision === 'replace' || decision === 'add';

const many = (count: number, one: string, more: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;

function heldFor(
  { changed }: SortedMonths,
  counts: readonly RecordedCount[],
  held: readonly HeldMonth[],
): FinishedDelivery {
  const month = changed[0]!;
  const earlier = held.find((each) => each.month === month)!;
  const sum = (of: readonly RecordedCount[]): number =>
    of.reduce((total, each) => total + (each.month === month ? each.count : 0), 0);
  return {
    status: 'held',
    noteCode: 'months-changed',
    note:
      `${many(changed.length, 'month is', 'months are')} already held with other counts (first ${month}: ${sum(earlier.counts)} held by ` +
      `delivery ${earlier.delivery}, ${sum(counts)} here). “replace” if this is what the police say now, “add” if it is the rest of the month, or cancel?`,
    suggestedMapping: null,
    files: [],
    dataTo: null,
  };
}

interface Came {
  accepted: readonly RecordedRecord[];
  again: readonly RecordedRecord[];
  replaced: readonly string[];
  held: readonly HeldMonth[];
  sorted: SortedRows;
  files: readonly FileReceipt[];
}

/** The receipt's words: what was counted and for which months, and that it is nobody's answer. */
function said({
  accepted,
  again,
  replaced,
  held,
  sorted,
  files,
}: Came): Pick<FinishedDelivery, 'status' | 'noteCode' | 'note'> {
  if (accepted.length > 0)
    return {
      status: 'accepted',
      noteCode: 'recorded',
      note:
        `Counted by ward, month and kind as context: ${many(accepted.length, 'record', 'records')} of ${span(accepted)}. ` +
        (replaced.length > 0 ? `What was held of ${replaced.join(', ')} was replaced. ` : '') +
        'None is anybody’s answer. Each lies at the police’s nearest map point, not where it happened.',
    };
  if (again.length + sorted.recordedAgain.length > 0) {
    const earlier = Math.max(0, ...held.map(({ delivery }) => delivery));
    const like = earlier > 0 ? `: this looks the same as delivery ${earlier}` : '';
    const note = `Every month is already held${like}. Nothing was counted twice.`;
    return { status: 'repeated', noteCode: 'looks-the-same', note };
  }
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  if (rows === 0) return { status: 'accepted', noteCode: null, note: 'There is no recorded crime in it.' };
  return {
    status: 'refused',
    noteCode: 'none-taken',
    note: 'No row could be counted: each was left out (it lies elsewhere, or nowhere) or is in quarantine with its reason.',
  };
}

function span(records: readonly RecordedRecord[]): string {
  const months = records.map(({ month }) => month).sort();
  const [first, last] = [months[0], months.at(-1)];
  return first === last ? `${first}` : `${first} to ${last}`;
}
