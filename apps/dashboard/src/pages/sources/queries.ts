import { graphql } from '../../gql';

export const OWN_SOURCES = graphql(`
  query OwnSources {
    sources(first: 100) {
      nodes {
        code
        name
        agency {
          code
          name
        }
        connector
        connectorTitle
        schedule
        mapping
        agreement {
          id
          purposes
          lawfulBasis
          fields
          from
          until
        }
        freshness {
          source
          lastReceived
          dataTo
          state
          words
        }
      }
    }
  }
`);
