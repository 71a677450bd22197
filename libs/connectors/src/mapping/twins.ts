import type { Table } from '../reading/table.js';
import { refKey, type FoundColumns } from './resolve.js';
import { refsOf } from './labels.js';
import type { SheetMapping } from './schema.js';

const plain = (label: string): string => label.replace(/ \(\d+\)$/, '');

/**
 * Labels that a file has several times ("Please tell us why") are told apart by their order only. Where such a column of the
 * file follows another column than it does in the mapping, the questions have changed places.
 * @returns the labels that moved; none where all neighbours are as the mapping says, or where columns are named by place
 */
export function movedTwins(mapping: SheetMapping, { labels }: Table, found: FoundColumns): string[] {
  const copies = new Map<string, number>();
  for (const label of labels) copies.set(plain(label), (copies.get(plain(label)) ?? 0) + 1);
  const isTwin = (label: string): boolean =>
    (copies.get(plain(label)) ?? 0) > 1 && labels.includes(`${plain(label)} (2)`);
  const mapped = mapping.columns
    .flatMap((rule) => refsOf(rule).filter((ref) => typeof ref === 'string'))
    .map((ref) => found[refKey(ref)])
    .filter((label) => label !== undefined);
  const known = new Set(mapped);
  const inFile = labels.filter((label) => known.has(label));
  return mapped.filter((label, at) => {
    if (!isTwin(label)) return false;
    const before = mapped[at - 1];
    const there = inFile[inFile.indexOf(label) - 1];
    return (
      before !== undefined && there !== undefined && !isTwin(before) && !isTwin(there) && before !== there
    );
  });
}
