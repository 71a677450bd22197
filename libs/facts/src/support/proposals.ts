import { type Support, SUPPORT_ACTS } from '#domain';
import type { SupportRow } from '#store';
import type { SupportedProposal } from './frozen-support.js';

/** What is counted of one submission. */
export interface Proposal {
  submission: string;
  text: string | null;
  /** Words that a person released; null where none were. */
  released: string | null;
  counts: Support[];
}

/** Lines of acts as proposals, in the order of the lines. */
export function proposalsOf(rows: readonly SupportRow[]): Proposal[] {
  const proposals = new Map<string, Proposal>();
  for (const { submission, act, times, text, released } of rows) {
    const known = proposals.get(submission);
    if (known) known.counts.push({ act, times });
    else proposals.set(submission, { submission, text, released, counts: [{ act, times }] });
  }
  for (const { counts } of proposals.values())
    counts.sort((a, b) => SUPPORT_ACTS.indexOf(a.act) - SUPPORT_ACTS.indexOf(b.act));
  return [...proposals.values()];
}

/** How often somebody was for it: of several acts the one that was done most. What is against it brings nothing forward. */
const most = ({ counts }: SupportedProposal): number =>
  Math.max(-1, ...counts.map(({ act, times }) => (act === 'dislikes' ? -1 : times)));

/** The most supported first; of equal ones in the order given. */
export const bySupport = <P extends SupportedProposal>(proposals: readonly P[]): P[] =>
  [...proposals].sort((a, b) => most(b) - most(a));
