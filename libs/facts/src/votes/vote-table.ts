import {
  agreedInAll,
  groupConsensus,
  opinionGroups,
  type Tally,
  tallyByGroup,
  tallyOf,
  type VoteTable,
} from '#statements';
import type { VotedOnRow, VoteRow } from '#store';

/** The votes of one engagement, true: what is published goes through `release-votes`. */
export interface CountedVotes {
  voters: string[];
  /** By statement, in the order of their keys, numbers by size. */
  statements: CountedStatement[];
  /** For each voter the group, or null. */
  groupOf: (number | null)[];
  groups: number;
}

export interface CountedStatement extends VotedOnRow {
  tally: Tally;
  /** Voters by what they said, as places in `voters`. */
  by: Record<keyof Tally, number[]>;
  byGroup: Tally[];
  /** Group-informed consensus, 0 to 1; null where there are no groups. */
  consensus: number | null;
  agreedInAll: boolean | null;
}

const WORDS: Record<VoteRow['value'], keyof Tally> = { 1: 'agree', 0: 'pass', [-1]: 'disagree' };

/** Counts votes, and parts voters into groups of opinion. The same votes give the same answer, in whatever order they come. */
export function countVotes(rows: readonly VoteRow[], votedOn: readonly VotedOnRow[]): CountedVotes {
  const byKey = new Intl.Collator('en', { numeric: true });
  const statements = [...votedOn].sort((a, b) => byKey.compare(a.key, b.key) || (a.key < b.key ? -1 : 1));
  const column = new Map(statements.map(({ key }, at) => [key, at]));
  const known = rows.filter(({ statement }) => column.has(statement));
  const voters = [...new Set(known.map(({ voter }) => voter))].sort();
  const place = new Map(voters.map((voter, at) => [voter, at]));
  const votes = voters.map(() => new Array<number | null>(statements.length).fill(null));
  for (const { statement, voter, value } of known) votes[place.get(voter)!]![column.get(statement)!] = value;
  const takenOut = new Set(statements.flatMap((statement, at) => (statement.takenOut ? [at] : [])));
  const grouped = opinionGroups(votes, takenOut);
  const parted = grouped.groups > 1;
  return {
    voters,
    groupOf: grouped.of,
    groups: parted ? grouped.groups : 0,
    statements: statements.map((statement, at) => {
      const byGroup = parted ? tallyByGroup(votes, grouped, at) : [];
      return {
        ...statement,
        tally: tallyOf(votes, at),
        by: votersBy(votes, at),
        byGroup,
        consensus: parted ? groupConsensus(byGroup) : null,
        agreedInAll: parted ? agreedInAll(byGroup) : null,
      };
    }),
  };
}

function votersBy(votes: VoteTable, statement: number): CountedStatement['by'] {
  const by: CountedStatement['by'] = { agree: [], disagree: [], pass: [] };
  votes.forEach((row, voter) => {
    const vote = row[statement];
    if (vote === 1 || vote === 0 || vote === -1) by[WORDS[vote]].push(voter);
  });
  return by;
}
