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
    riskLooks {
      learnt
      phrases
      waiting
    }
    safeguardingQueue(first: 50) {
      band
      score
      signs {
        kind
        by
        chance
      }
      dueAt
      late
      owner
      handedTo
      note
      steps {
        step
        actor
        at
        note
        handedTo
      }
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

export const TAKE = graphql(`
  mutation TakeCase($submission: ID!) {
    takeCase(submission: $submission)
  }
`);

export const PUT_BACK = graphql(`
  mutation PutBackCase($submission: ID!, $note: String!) {
    putBackCase(submission: $submission, note: $note)
  }
`);

export const HAND_OVER = graphql(`
  mutation HandOverCase($submission: ID!, $to: String!, $note: String!) {
    handOverCase(submission: $submission, to: $to, note: $note)
  }
`);

export const CLOSE_CASE = graphql(`
  mutation CloseCase($submission: ID!, $reason: String!) {
    closeCase(submission: $submission, reason: $reason)
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
