import { fail, ok, type Outcome } from '#domain';
import type { DeliveredFile } from '../contract.js';
import { DEFAULT_LAYOUT } from '../reading/grid.js';
import type { FileProblem } from '../reading/place.js';
import { refused } from '../reading/place.js';
import { readGrid } from '../reading/read-grid.js';
import { labelGrid, type Table } from '../reading/table.js';

export const POLIS_ROLES = ['comments', 'votes', 'participants', 'summary'] as const;
export type PolisRole = (typeof POLIS_ROLES)[number];

export interface PolisFile {
  role: PolisRole;
  /** Labels as this connector knows them: small letters, hyphens. */
  table: Table;
}

/** Older exports write `comment_id`, newer ones `comment-id`. */
const labelOf = (label: string): string => label.trim().toLowerCase().replaceAll('_', '-');

/** Reads one file of an export and tells by its labels, not by its name, which one it is. */
export async function readPolisFile(file: DeliveredFile): Promise<Outcome<PolisFile, FileProblem>> {
  const grid = await readGrid(file, { ...DEFAULT_LAYOUT, delimiter: ',' });
  if (!grid.ok) return grid;
  const first = [...grid.value.rows.slice(0, 1)][0]?.cells.map((cell) => labelOf(cell ?? '')) ?? [];
  const role = roleOf(first);
  if (!role)
    return fail(
      refused('layout-unknown', 'The file is none of comments, votes, participants-votes and summary.'),
    );
  // summary.csv has no labels: each line is a name and its value.
  const table = labelGrid(file.name, grid.value, {
    ...DEFAULT_LAYOUT,
    headerRows: role === 'summary' ? 0 : 1,
  });
  return ok({ role, table: role === 'summary' ? table : relabel(table) });
}

function roleOf(labels: string[]): PolisRole | null {
  const has = (...wanted: string[]): boolean => wanted.every((label) => labels.includes(label));
  if (has('comment-id', 'comment-body')) return 'comments';
  if (has('comment-id', 'voter-id', 'vote')) return 'votes';
  if (has('participant', 'n-votes')) return 'participants';
  return labels[0] === 'topic' || labels[0] === 'url' ? 'summary' : null;
}

function relabel(table: Table): Table {
  const rename = ({ cells, ...row }: Table['rows'][number]): Table['rows'][number] => ({
    ...row,
    cells: Object.fromEntries(Object.entries(cells).map(([label, cell]) => [labelOf(label), cell])),
  });
  return { ...table, labels: table.labels.map(labelOf), rows: table.rows.map(rename) };
}

/** Names and values of summary.csv. */
export function summaryOf(table: Table): Record<string, string | null> {
  return Object.fromEntries(table.rows.map(({ cells }) => [cells['A'] ?? '', cells['B'] ?? null]));
}
