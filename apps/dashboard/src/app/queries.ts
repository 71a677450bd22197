import { graphql } from '../gql';

export const FRAME = graphql(`
  query Frame($edition: Int) {
    hub {
      city
      synthetic
      version
      latestEdition {
        number
      }
    }
    viewer {
      name
      roles
      agencies {
        code
        name
      }
    }
    edition(number: $edition) {
      number
      publishedAt
      dataTo
      hash
      fingerprint
      note
      synthetic
      latest
    }
  }
`);

export const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut
  }
`);
