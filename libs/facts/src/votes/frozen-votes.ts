import type { StatementStanding } from '#statements';

/** A statement as an edition tells it: people released, null where hidden. */
export interface FrozenVotedOn {
  key: string;
  /** The host's words, or what a person released of a participant's; null where neither. */
  text: string | null;
  host: boolean;
  voted: number | null;
  agree: number | null;
  disagree: number | null;
  pass: number | null;
  /** Of the released figures. */
  standing: StatementStanding | null;
  /** More than half agree in every group, by more than chance; null where there are no groups. */
  agreedInAll: boolean | null;
}

/** The votes of one engagement as an edition keeps them: nothing of a single group but its size, and no true count. */
export interface FrozenVotes {
  engagement: string;
  /** Released people who voted at all. */
  voters: number | null;
  statements: FrozenVotedOn[];
  /** Released sizes, the largest first, null where under fifty; none where voters could not be parted. */
  groups: (number | null)[];
}
