import { graphql } from '../../../gql';
import type { EmergingQuery } from '../../../gql/graphql';

export type Told = EmergingQuery['emergingTopics'];

export const EMERGING = graphql(`
  query Emerging {
    emergingTopics {
      falseAYear
      scans {
        agency {
          code
          name
        }
        until
        comments
      }
      topics {
        id
        agency {
          code
          name
        }
        words
        since
        until
        weeks
        mentions
        expected
        people
        comments
        setAsideBy
        setAsideAt
        reason
        nodes(first: 3) {
          ...FoundCommentParts
        }
      }
    }
  }
`);

export const SET_ASIDE = graphql(`
  mutation SetTopicAside($id: ID!, $reason: String) {
    setTopicAside(id: $id, reason: $reason)
  }
`);
