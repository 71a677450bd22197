import { graphql } from '../../gql';

export const FIND = graphql(`
  query Find($words: String!, $filter: CommentFilter, $first: Int!) {
    findComments(words: $words, filter: $filter, first: $first) {
      comments
      submissions
      arguments
      byWords
      byMeaning
      more
      counts {
        dimension
        code
        name
        comments
      }
      nodes {
        answer
        submission
        foundBy
        agency {
          code
          name
        }
        engagementId
        engagement
        question
        ward {
          code
          name
        }
        submittedOn
        segments {
          text
          masked
          asked
          near
        }
        themes
        sameArgument
        releasedQuote
        ownThemes {
          code
          name
        }
      }
    }
  }
`);

export const QUOTE = graphql(`
  mutation QuoteComment($answer: ID!, $from: Int!, $to: Int!, $theme: String!) {
    quoteComment(answer: $answer, from: $from, to: $to, theme: $theme)
  }
`);
