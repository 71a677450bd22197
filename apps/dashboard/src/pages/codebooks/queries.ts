import { graphql } from '../../gql';

export const OWN_CODEBOOKS = graphql(`
  query OwnCodebooks {
    ownCodebooks {
      code
      name
      agency
      shared
      madeBy
      madeAt
      newest
      inForce
    }
  }
`);

export const QUESTIONS_TO_CODE = graphql(`
  query QuestionsToCode {
    questionsToCode {
      agency
      engagement
      title
      question
      text
      codedBy
    }
  }
`);

export const DRAFT_PARTS = graphql(`
  fragment DraftParts on CodebookDraft {
    codebook {
      code
      name
      agency
      newest
      inForce
    }
    mayEdit
    taught
    checked
    uncoded
    waits
    codes {
      engagement
      title
      question
      text
    }
    themes {
      id
      code
      name
      definition
      excludes
      phrases
      state
      mergedInto
      comments
    }
    runs {
      id
      kind
      version
      state
      stage
      tookMs
      model
      coding {
        answers
        none
        one
        two
        more
        codings
        leftOut
        checked
        f1
        stance {
          codings
          needed
          kappa
          error
          rulesKappa
          checked
          checkedKappa
          themes {
            theme
            for
            against
            both
            neither
          }
        }
        themes {
          theme
          answers
        }
        together {
          a
          b
          answers
        }
      }
    }
  }
`);

export const DRAFT = graphql(`
  query CodebookDraft($code: ID!) {
    codebookDraft(code: $code) {
      ...DraftParts
    }
  }
`);

export const MAKE = graphql(`
  mutation MakeCodebook($codebook: NewCodebook!) {
    makeCodebook(codebook: $codebook) {
      codebook {
        code
      }
    }
  }
`);

export const SHAPE = graphql(`
  mutation ShapeTheme(
    $codebook: ID!
    $theme: ID!
    $name: String
    $definition: String
    $excludes: String
    $state: DraftState
    $into: ID
  ) {
    shapeTheme(
      codebook: $codebook
      theme: $theme
      name: $name
      definition: $definition
      excludes: $excludes
      state: $state
      into: $into
    ) {
      ...DraftParts
    }
  }
`);

export const ADD = graphql(`
  mutation AddTheme($codebook: ID!, $name: String!, $words: String!) {
    addTheme(codebook: $codebook, name: $name, words: $words) {
      ...DraftParts
    }
  }
`);

export const SPLIT = graphql(`
  mutation SplitTheme($codebook: ID!, $theme: ID!) {
    splitTheme(codebook: $codebook, theme: $theme) {
      ...DraftParts
    }
  }
`);

export const NEAREST = graphql(`
  query NearestComments($codebook: ID!, $theme: ID!) {
    draftTheme(codebook: $codebook, theme: $theme) {
      nearest {
        answer
        yes
        segments {
          text
          masked
        }
      }
    }
  }
`);

export const MARK = graphql(`
  mutation MarkComment($codebook: ID!, $theme: ID!, $answer: ID!, $yes: Boolean!) {
    markComment(codebook: $codebook, theme: $theme, answer: $answer, yes: $yes) {
      taught
    }
  }
`);

export const CODE_BY_DRAFT = graphql(`
  mutation CodeByDraft($codebook: ID!) {
    codeByDraft(codebook: $codebook) {
      ...DraftParts
    }
  }
`);

export const SIGN_OFF = graphql(`
  mutation SignOffCodebook($codebook: ID!, $reason: String!) {
    signOffCodebook(codebook: $codebook, reason: $reason) {
      ...DraftParts
    }
  }
`);

export const NEXT = graphql(`
  query NextToCode($code: ID!) {
    nextToCode(codebook: $code) {
      answer
      engagement
      question
      purpose
      segments {
        text
        masked
      }
    }
    codebookDraft(code: $code) {
      taught
      checked
      codebook {
        name
        newest
      }
      newestThemes {
        code
        name
        definition
      }
    }
  }
`);

export const CODE_ANSWER = graphql(`
  mutation CodeAnswer(
    $codebook: ID!
    $answer: ID!
    $outcome: AnswerOutcome!
    $themes: [String!]!
    $side: AnswerSide
  ) {
    codeAnswer(codebook: $codebook, answer: $answer, outcome: $outcome, themes: $themes, side: $side) {
      taught
      checked
    }
  }
`);
