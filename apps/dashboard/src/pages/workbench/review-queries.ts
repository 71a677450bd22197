import { graphql } from '../../gql';

export const AGREEMENT = graphql(`
  query CodingAgreement {
    codingAgreement {
      codedTwice
      audited
      themes {
        theme
        codedTwice
        kappa
        alpha
        humanF1
        modelF1
      }
    }
  }
`);

export const SUGGESTIONS = graphql(`
  query ThemeSuggestions {
    themeSuggestions {
      id
      terms
      comments
      state
      theme
      actor
      note
      examples(first: 3) {
        submission
        parts {
          question
          segments {
            text
            masked
            themes
          }
        }
      }
    }
  }
`);

export const DECIDE = graphql(`
  mutation DecideSuggestion($id: ID!, $verdict: SuggestionVerdict!, $theme: String, $note: String!) {
    decideSuggestion(id: $id, verdict: $verdict, theme: $theme, note: $note)
  }
`);

export const SAFEGUARDING = graphql(`
  query Safeguarding {
    safeguardingQueue(first: 20) {
      kinds
      flaggedAt
      outcome
      actor
      handledAt
      comment {
        submission
        engagement
        agency {
          code
          name
        }
        parts {
          question
          segments {
            text
            masked
            themes
          }
        }
      }
    }
  }
`);

export const HANDLE = graphql(`
  mutation HandleSafeguarding($submission: ID!, $outcome: SafeguardingOutcome!) {
    handleSafeguarding(submission: $submission, outcome: $outcome)
  }
`);

export const CHANGE_CODEBOOK = graphql(`
  mutation ChangeCodebook($change: CodebookChangeInput!) {
    changeCodebook(change: $change)
  }
`);

export const RELEASE_QUOTE = graphql(`
  mutation ReleaseQuote($submission: ID!, $text: String!) {
    releaseQuote(submission: $submission, text: $text) {
      id
    }
  }
`);
