import { useAnswer } from '../../app/answer';
import { useView } from '../../app/view';
import { graphql } from '../../gql';
import type { CommunitiesQuery } from '../../gql/graphql';

export type Community = CommunitiesQuery['communities']['nodes'][number];

const COMMUNITIES = graphql(`
  query Communities($edition: Int) {
    communities(edition: $edition, first: 500) {
      nodes {
        code
        name
        kind
      }
    }
  }
`);

/** Communities as the edition that is read had them. */
export function useCommunities() {
  const { edition } = useView();
  return useAnswer({ query: COMMUNITIES, variables: { edition } });
}
