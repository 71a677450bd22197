import type { CountCell } from '#disclosure';
import { keyer } from '../publish/keys.js';
import { asLarger } from '../standing/answer-cells.js';
import type { CountedVotes } from './vote-table.js';

/** A cell of votes: everybody who voted, a group's size, or what was said of a statement. */
export interface VoteCell {
  /** `voters`, `group/N`, or `statement/KEY/voted|agree|disagree|pass`. */
  name: string;
  cell: CountCell;
}

export const VOTERS = 'voters';
export const groupName = (group: number): string => `group/${group}`;
export const statementName = (key: string, what: string): string => `statement/${key}/${what}`;

/**
 * The cells of one engagement's votes with their larger sets (rule D): a statement is an option, those who voted on it are its base, and
 * everybody who voted holds both. No two statements, no characteristic, and nothing of a group but how many it has.
 * @param of.secret of the hub, hexadecimal; a voter's noise hangs on it and stays from edition to edition
 * @param of.health a health agency holds them, and hides more
 */
export function voteCells(
  engagement: string,
  votes: CountedVotes,
  { secret, health }: { secret: string; health: boolean },
): VoteCell[] {
  const keyed = keyer(secret);
  const keys = votes.voters.map((voter) => keyed(`noise/vote/${engagement}/${voter}`)[0]!);
  const cellOf = (voters: readonly number[], larger: readonly CountCell[]): CountCell => {
    const key = voters.reduce((sum, voter) => sum + keys[voter]!, 0);
    return {
      keys: [],
      health,
      people: voters.length,
      submissions: voters.length,
      arguments: voters.length,
      noiseKeys: { people: key, submissions: key, arguments: key },
      larger: larger.map(asLarger),
    };
  };
  const all = cellOf([...votes.voters.keys()], []);
  const cells: VoteCell[] = [{ name: VOTERS, cell: all }];
  for (let group = 0; group < votes.groups; group++) {
    const members = votes.groupOf.flatMap((of, voter) => (of === group ? [voter] : []));
    cells.push({ name: groupName(group), cell: cellOf(members, [all]) });
  }
  for (const { key, by } of votes.statements) {
    const voted = cellOf([...by.agree, ...by.disagree, ...by.pass], [all]);
    cells.push({ name: statementName(key, 'voted'), cell: voted });
    for (const what of ['agree', 'disagree', 'pass'] as const)
      cells.push({ name: statementName(key, what), cell: cellOf(by[what], [all, voted]) });
  }
  return cells;
}
