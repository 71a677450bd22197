import { graphql } from '../../gql';

/** Sources that a file may belong to, and agreements within which one may be made. */
export const TO_SEND = graphql(`
  query ToSend {
    sources(first: 100) {
      nodes {
        code
        name
        connectorTitle
        schedule
        agreement {
          id
          fields
          until
        }
      }
    }
    ownAgreements {
      id
      fields
      until
      agency {
        code
        name
      }
    }
  }
`);
