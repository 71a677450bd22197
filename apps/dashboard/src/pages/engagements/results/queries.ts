import { graphql } from '../../../gql';

export const ANSWERS = graphql(`
  query Answers($engagement: ID!, $by: AnswerCut, $edition: Int, $working: Boolean) {
    answers(engagement: $engagement, by: $by, edition: $edition, working: $working) {
      heard
      questions {
        key
        text
        kind
        several
        message
        notAnswered
        cutRefused
        all {
          base
          rest
          within
          options {
            code
            label
            role
            people
            percent
            low
            high
          }
        }
        cut {
          code
          name
          answers {
            base
            rest
            options {
              code
              people
              percent
            }
          }
        }
      }
    }
  }
`);
