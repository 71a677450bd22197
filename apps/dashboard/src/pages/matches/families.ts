import type { MatchFamiliesQuery } from '../../gql/graphql';

export type Family = MatchFamiliesQuery['matchFamilies'][number];

export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;

/** Each record's person as a letter, of a whole sorting. */
export const lettersOf = (
  { records }: Family,
  people: readonly (readonly string[])[],
): Record<string, string> =>
  Object.fromEntries(
    records.map(({ submission }) => [
      submission,
      LETTERS[
        Math.max(
          0,
          people.findIndex((person) => person.includes(submission)),
        )
      ]!,
    ]),
  );

/** Submissions of each person that a letter stands for. */
export const peopleBy = ({ records }: Family, letters: Readonly<Record<string, string>>): string[][] =>
  LETTERS.map((letter) =>
    records.map(({ submission }) => submission).filter((submission) => letters[submission] === letter),
  ).filter((person) => person.length > 0);
