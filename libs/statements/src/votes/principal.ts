import type { VoteTable } from './vote-table.js';

const ROUNDS = 200;

/**
 * Places of voters on the two directions in which votes differ most, as Polis documents it: what was not voted on counts as the statement's
 * mean, so that silence draws nobody anywhere, directions are found by power iteration, and a voter's place is made of the own votes alone and stretched by the square root of
 * statements over votes, so that whoever voted on few does not lie in the middle for that alone (Small et al., "Polis: Scaling
 * deliberation by mapping high dimensional opinion spaces", RECERCA 26(2), 2021).
 * @param takenOut statements that moderators took out of the vote: everybody counts as having passed on them, as the code of Polis has it
 * @returns for each voter two numbers
 */
export function placesOfVoters(votes: VoteTable, takenOut: ReadonlySet<number>): [number, number][] {
  const wide = votes[0]?.length ?? 0;
  const means = Array.from({ length: wide }, (_, column) => meanOf(votes, column));
  const centred = votes.map((row) =>
    Float64Array.from(row, (vote, at) => (vote === null || takenOut.has(at) ? 0 : vote - means[at]!)),
  );
  const first = direction(centred, wide, []);
  const second = direction(centred, wide, [first]);
  return votes.map((row, at) => {
    const many = row.filter((vote, statement) => vote !== null || takenOut.has(statement)).length;
    const stretch = many === 0 ? 0 : Math.sqrt(wide / many);
    return [stretch * dot(centred[at]!, first), stretch * dot(centred[at]!, second)];
  });
}

/** Mean vote of those who voted on a statement; 0 where nobody did. */
function meanOf(votes: VoteTable, column: number): number {
  let [sum, many] = [0, 0];
  for (const row of votes) {
    const vote = row[column] ?? null;
    if (vote === null) continue;
    sum += vote;
    many += 1;
  }
  return many === 0 ? 0 : sum / many;
}

/** The direction of most variance that stands upright on others; the same votes give the same one. */
function direction(
  rows: readonly Float64Array[],
  wide: number,
  others: readonly Float64Array[],
): Float64Array {
  // An even start that leans on no statement, and yet on no symmetry.
  let now = unit(Float64Array.from({ length: wide }, (_, at) => 1 + ((at * 7919) % 13) / 13));
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(wide);
    for (const row of rows) {
      const along = dot(row, now);
      for (let at = 0; at < wide; at++) next[at]! += along * row[at]!;
    }
    for (const other of others) {
      const along = dot(next, other);
      for (let at = 0; at < wide; at++) next[at]! -= along * other[at]!;
    }
    const turned = unit(next);
    const moved = 1 - Math.abs(dot(turned, now));
    now = turned;
    if (moved < 1e-12) break;
  }
  return now;
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, at) => sum + value * b[at]!, 0);

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return length === 0 ? vector : vector.map((value) => value / length);
}
