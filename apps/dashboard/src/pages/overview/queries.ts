import { graphql } from '../../gql';

export const FRESHNESS = graphql(`
  query Freshness($edition: Int) {
    freshness(edition: $edition, first: 100) {
      nodes {
        source
        name
        agency {
          code
          name
        }
        lastReceived
        byWeek
        dataTo
        state
        words
        asOf
      }
    }
  }
`);

export const EDITION_PARTS = graphql(`
  query EditionParts($number: Int) {
    edition(number: $number) {
      number
      note
      correction
      toldOtherwise
      versions
      signatures {
        kind
        proposedBy
        second
        alone
        reason
        at
      }
      receipt {
        ...ReceiptParts
      }
    }
  }
`);
