/** Votes on statements: a row a voter, a column a statement. 1 agrees, -1 disagrees, 0 passes, null did not vote. */
export type VoteTable = readonly (readonly (number | null)[])[];

/** How many agreed, disagreed and passed. */
export interface Tally {
  agree: number;
  disagree: number;
  pass: number;
}

export function tallyOf(votes: VoteTable, statement: number): Tally {
  const tally = { agree: 0, disagree: 0, pass: 0 };
  for (const row of votes) {
    const vote = row[statement] ?? null;
    if (vote === 1) tally.agree += 1;
    else if (vote === -1) tally.disagree += 1;
    else if (vote === 0) tally.pass += 1;
  }
  return tally;
}

export const votedOn = ({ agree, disagree, pass }: Tally): number => agree + disagree + pass;
