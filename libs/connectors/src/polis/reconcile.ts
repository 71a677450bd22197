import type { Table } from '../reading/table.js';

export interface Reconciliation {
  /** Cells of participants-votes that hold a vote. */
  compared: number;
  /** Those whose vote differs from the latest in votes, or is not there. */
  differing: number;
}

const NOT_A_COMMENT = /^(participant|xid|group-id|n-comments|n-votes|n-agree|n-disagree)$/;

/** Compares the matrix of participants-votes with the latest vote of each voter on each comment: a check, no data. */
export function reconcile(participants: readonly Table[], votes: readonly Table[]): Reconciliation {
  const latest = new Map<string, { at: number; value: number }>();
  for (const { rows } of votes)
    for (const { cells } of rows) {
      const key = `${cells['comment-id']} ${cells['voter-id']}`;
      const at = Number(cells['timestamp'] ?? 0);
      const known = latest.get(key);
      if (!known || at >= known.at) latest.set(key, { at, value: Number(cells['vote']) });
    }
  const result: Reconciliation = { compared: 0, differing: 0 };
  for (const { rows } of participants)
    for (const { cells } of rows)
      for (const [label, cell] of Object.entries(cells)) {
        if (cell === null || cell.trim() === '' || NOT_A_COMMENT.test(label)) continue;
        result.compared++;
        if (latest.get(`${label} ${cells['participant']}`)?.value !== Number(cell)) result.differing++;
      }
  return result;
}
