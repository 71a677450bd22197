import { graphql } from '../../gql';

export const RECORDED_CRIME = graphql(`
  query RecordedCrime {
    recordedCrime(first: 200) {
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
