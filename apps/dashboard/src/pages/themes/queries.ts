import { graphql } from '../../gql';

export const RECORDED_CRIME = graphql(`
  query RecordedCrime($edition: Int) {
    recordedCrime(first: 200, edition: $edition) {
      nodes {
        month
        value
        afterBreak
      }
      title
      source
      breakAt
      breakNote
    }
  }
`);
