import { graphql } from '../../gql';

export const QUOTES = graphql(`
  query Quotes($theme: String, $ward: String, $engagement: ID, $question: String, $edition: Int) {
    quotes(theme: $theme, ward: $ward, engagement: $engagement, question: $question, edition: $edition) {
      id
      words
      theme
      engagement
      agency {
        name
      }
      ward {
        name
      }
    }
  }
`);
