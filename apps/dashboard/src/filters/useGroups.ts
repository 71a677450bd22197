import { useMemo } from 'react';
import { useAnswer } from '../app/answer';
import { useView } from '../app/view';
import type { Dimension } from '../figures/figure';
import { graphql } from '../gql';
import type { CountedByQuery } from '../gql/graphql';

const COUNTED_BY = graphql(`
  query CountedBy($edition: Int) {
    countedBy(edition: $edition) {
      silent
      now {
        code
        name
      }
      before {
        code
        name
      }
      groups {
        dimension
        code
        name
        kind
      }
    }
  }
`);

export type CountedBy = NonNullable<CountedByQuery['countedBy']>;

/** What the edition that is read was counted by; undefined while it is asked for, and of working figures. */
export function useCountedBy(): CountedBy | undefined {
  const { edition, working } = useView();
  const answer = useAnswer({ query: COUNTED_BY, variables: { edition }, pause: working });
  return working ? undefined : (answer.data?.countedBy ?? undefined);
}

/** Declared groups of a dimension: counted as distinct people, offered beside its values. */
export function useGroups(dimension: Dimension | null): CountedBy['groups'] {
  const counted = useCountedBy();
  return useMemo(
    () => counted?.groups.filter((group) => group.dimension === dimension) ?? NONE,
    [counted, dimension],
  );
}

const NONE: CountedBy['groups'] = [];
