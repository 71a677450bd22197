import type { ColumnProfile } from './profile.js';
import type { LeaveOut, Recognition } from './recognition.js';
import { isBlankWord } from './words.js';

type Cells = readonly (string | null)[];

/** A test of one row, in the order of the labels, against the rules for rows that are left out. */
function outBy(leaveOut: readonly LeaveOut[], profiles: readonly ColumnProfile[]): (cells: Cells) => boolean {
  const rules = leaveOut.map(({ column, values, blank }) => ({ column, blank, values: new Set(values) }));
  return (cells) =>
    rules.some(({ column, values, blank }) => {
      const text = cells[column]?.trim() ?? '';
      const nothing = text === '' || isBlankWord(text) || profiles[column]!.blankWords.has(text);
      return values.has(text) || (blank && nothing);
    });
}

/**
 * Takes the cells of rows that are left out from what is known of the columns, so that nothing that stands in them alone is
 * an option or decides what a column is.
 * @param sample rows that are looked at together
 * @returns the rows of the sample that are kept; null where none was left out
 */
export function keepRows(
  rows: Iterable<{ cells: Cells }>,
  profiles: readonly ColumnProfile[],
  sample: readonly Cells[],
  leaveOut: readonly LeaveOut[],
): Cells[] | null {
  const isOut = outBy(leaveOut, profiles);
  let out = 0;
  for (const { cells } of rows) {
    if (!isOut(cells)) continue;
    out++;
    for (let at = 0; at < profiles.length; at++) profiles[at]!.remove(cells[at]);
  }
  return out === 0 ? null : sample.filter((cells) => !isOut(cells));
}

/** What the columns that rows are left out by were found to be while those rows were there. */
export interface Settled {
  leaveOut: readonly LeaveOut[];
  findings: Recognition['findings'];
  asks: Recognition['asks'];
}

const columnsOf = ({ leaveOut }: Settled): Set<number> => new Set(leaveOut.map(({ column }) => column));

/** Columns of rules stay what they were. */
export function holdFindings(settled: Settled, findings: Recognition['findings']): void {
  for (const at of columnsOf(settled)) findings[at] = settled.findings[at]!;
}

/** What was asked about them was asked of all rows. */
export function holdAsks(settled: Settled, recognition: Recognition): void {
  const labels = new Set([...columnsOf(settled)].map((at) => recognition.labels[at]!.label));
  const ofRule = ({ column }: { column: string | null }): boolean => column !== null && labels.has(column);
  recognition.asks = [...recognition.asks.filter((ask) => !ofRule(ask)), ...settled.asks.filter(ofRule)];
}
