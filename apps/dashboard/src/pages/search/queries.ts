import { graphql } from '../../gql';

/** A comment as it is shown wherever comments are found. */
export const FOUND_COMMENT_PARTS = graphql(`
  fragment FoundCommentParts on FoundComment {
    answer
    submission
    foundBy
    isNew
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
`);

export const FIND = graphql(`
  query Find($words: String!, $filter: CommentFilter, $first: Int!, $since: ID, $onlyNew: Boolean!) {
    findComments(words: $words, filter: $filter, first: $first, since: $since, onlyNew: $onlyNew) {
      comments
      fresh
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
        ...FoundCommentParts
      }
    }
  }
`);

export const QUOTE = graphql(`
  mutation QuoteComment($answer: ID!, $from: Int!, $to: Int!, $theme: String!) {
    quoteComment(answer: $answer, from: $from, to: $to, theme: $theme)
  }
`);

export const SAVED_SEARCHES = graphql(`
  query SavedSearches {
    savedSearches {
      id
      name
      words
      openedAt
      filter {
        agency
        engagement
        theme
        ward
        from
        to
      }
      counts {
        comments
        fresh
      }
    }
  }
`);

export const SAVE_SEARCH = graphql(`
  mutation SaveSearch($name: String!, $words: String!, $filter: CommentFilter) {
    saveSearch(name: $name, words: $words, filter: $filter) {
      id
    }
  }
`);

export const OPEN_SEARCH = graphql(`
  mutation OpenSavedSearch($id: ID!) {
    openSavedSearch(id: $id) {
      since
      before
    }
  }
`);

export const FORGET_SEARCH = graphql(`
  mutation ForgetSavedSearch($id: ID!) {
    forgetSavedSearch(id: $id)
  }
`);

export const ASKED_BEFORE = graphql(`
  query AskedBefore($words: String!) {
    askedBefore(words: $words) {
      edition
      wordings
      agencies
      nodes {
        text
        foundBy
        times
        askings {
          engagement
          title
          question
          opens
          closes
          people
          agency {
            code
            name
          }
          decided {
            id
            title
            state
          }
        }
      }
    }
  }
`);
