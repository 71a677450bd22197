import { graphql } from '../../gql';

export const QUOTES = graphql(`
  query Quotes($theme: String, $ward: String, $engagement: ID, $edition: Int) {
    quotes(theme: $theme, ward: $ward, engagement: $engagement, edition: $edition) {
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
