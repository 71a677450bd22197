import { graphql } from '../gql';

export const FRAME = graphql(`
  query Frame($edition: Int) {
    hub {
      city
      synthetic
      version
      codingProgress {
        stage
        done
        total
      }
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
      before
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

export const PROGRESS = graphql(`
  query Progress {
    hub {
      codingProgress {
        stage
        done
        total
      }
      latestEdition {
        number
      }
    }
  }
`);

export const CORRECTIONS = graphql(`
  query Corrections {
    editions(first: 100) {
      nodes {
        number
        correction
        latest
      }
    }
  }
`);

export const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut
  }
`);
