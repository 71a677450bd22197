import { graphql } from '../../../gql';

export const VOTES = graphql(`
  query Votes($engagement: ID!, $edition: Int, $working: Boolean) {
    votes(engagement: $engagement, edition: $edition, working: $working) {
      working
      voters
      groups
      statements {
        key
        text
        host
        voted
        agree
        disagree
        pass
        agreePercent
        disagreePercent
        passPercent
        standing
        agreedInAll
        consensus
        byGroup {
          agree
          disagree
          pass
        }
      }
      supported {
        text
        counts {
          act
          times
        }
      }
      supportCountedOn
    }
  }
`);
