import { graphql } from '../../gql';

export const ACCOUNTS = graphql(`
  query Accounts {
    accounts {
      accounts {
        name
        rights {
          role
          agency
        }
        signedIn
        signedInAt
        linkUntil
        endedAt
        endedBy
      }
      agencies {
        code
        name
      }
      roles {
        role
        may
      }
    }
  }
`);

export const ALARMS = graphql(`
  query Alarms {
    alarms {
      what
      words
      from
      to
    }
  }
`);

export const SET_ACCOUNT = graphql(`
  mutation SetAccount($name: String!, $rights: [HeldRoleInput!]!) {
    setAccount(name: $name, rights: $rights)
  }
`);

export const SHUT_OUT = graphql(`
  mutation ShutOut($name: String!, $forGood: Boolean!) {
    shutOut(name: $name, forGood: $forGood)
  }
`);

export const MAKE_LINK = graphql(`
  mutation MakeSignInLink($name: String!, $minutes: Int!) {
    makeSignInLink(name: $name, minutes: $minutes) {
      path
      minutes
    }
  }
`);
