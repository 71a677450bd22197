import { graphql } from '../../gql';

export const OWN_SESSIONS = graphql(`
  query OwnSessions {
    ownSessions {
      id
      beganAt
      lastUsedAt
      endsAt
      here
    }
  }
`);

export const END_SESSION = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id)
  }
`);
