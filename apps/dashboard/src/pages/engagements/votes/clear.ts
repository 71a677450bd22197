import type { VotesQuery } from '../../../gql/graphql';

type Statement = VotesQuery['votes']['statements'][number];

/** What is clear of a statement. Where those who disagree are too few to be told, that every group agrees still says that most do. */
export const clearOf = ({
  standing,
  agreedInAll,
}: Pick<Statement, 'standing' | 'agreedInAll'>): Statement['standing'] =>
  standing ?? (agreedInAll ? 'MAJORITY_AGREE' : null);
