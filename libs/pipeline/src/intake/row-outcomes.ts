import type { LeftOutRow, Rejection } from '#domain';
import type { RowOutcomeLine } from '#store';

import type { KnownSplit } from './keep-records.js';
import type { IdentifiedRecord, SortedRows } from './sort-rows.js';

const placeOf = ({ file, row }: { file: string; row: number | null }): string => `${file}\u0000${row}`;

/** What became of every row: each once, whatever it has reasons for. Of a row that was left out nothing is said but why. */
export function* outcomeLines(
  accepted: readonly IdentifiedRecord[],
  repeated: readonly { file: string; row: number; id: string }[],
  { rejections }: SortedRows,
  leftOut: readonly LeftOutRow[],
): Generator<RowOutcomeLine> {
  for (const { record, id } of accepted)
    yield { file: record.file, row: record.row, outcome: 'accepted', record: id };
  for (const { file, row, id } of repeated) yield { file, row, outcome: 'repeated', record: id };
  const rejected = new Map(rejections.filter(({ row }) => row !== null).map((r) => [placeOf(r), r]));
  for (const { file, row } of rejected.values())
    yield { file, row: row ?? 0, outcome: 'rejected', record: null };
  for (const { file, row, why } of leftOut) yield { file, row, outcome: 'left-out', record: null, why };
}

/** Rows that are held and say something else by now, with the cells that could not be used in this reading either. */
export function readOtherwise(
  { changed, reread }: Pick<KnownSplit, 'changed' | 'reread'>,
  { notUsed }: Pick<SortedRows, 'notUsed'>,
): { submission: string; stillUnused: (string | null)[] }[] {
  const unused = new Map<string, (string | null)[]>();
  for (const cell of notUsed) {
    const place = placeOf(cell);
    unused.set(place, [...(unused.get(place) ?? []), cell.column]);
  }
  return [...changed, ...reread.map(({ record }) => record)].map(({ id, record }) => ({
    submission: id,
    stillUnused: unused.get(placeOf(record)) ?? [],
  }));
}

/** The cells without which rows were accepted; those of repeated rows were said when the rows came first. */
export function usedWithout(
  accepted: readonly IdentifiedRecord[],
  { notUsed }: Pick<SortedRows, 'notUsed'>,
): Rejection[] {
  const rows = new Set(accepted.map(({ record }) => placeOf(record)));
  return notUsed.filter((cell) => rows.has(placeOf(cell)));
}
