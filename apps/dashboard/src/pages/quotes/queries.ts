import { graphql } from '../../gql';

export const QUOTES = graphql(`
  query Quotes(
    $theme: String
    $ward: String
    $community: String
    $engagement: ID
    $question: String
    $edition: Int
  ) {
    quotes(
      theme: $theme
      ward: $ward
      community: $community
      engagement: $engagement
      question: $question
      edition: $edition
    ) {
      id
      words
      theme
      engagement
      dissents
      agency {
        name
      }
      ward {
        name
      }
    }
  }
`);
