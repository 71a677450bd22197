import { graphql } from '../../gql';

export const WAITS = graphql(`
  query Waits {
    waits {
      id
      kind
      title
      path
      many
      since
    }
  }
`);

export const MAKE_FEED_KEY = graphql(`
  mutation MakeFeedKey {
    makeFeedKey
  }
`);

export const DROP_FEED_KEY = graphql(`
  mutation DropFeedKey {
    dropFeedKey
  }
`);

export const WAITS_MAIL = graphql(`
  query WaitsMail {
    waitsMail {
      possible
      address
    }
  }
`);

export const SET_WAITS_MAIL = graphql(`
  mutation SetWaitsMail($address: String) {
    setWaitsMail(address: $address)
  }
`);
