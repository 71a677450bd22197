import { graphql } from '../../../gql';

export const ANSWERS_FIGURES = graphql(`
  fragment AnswersFigures on Answers {
    base
    rest
    within
    net {
      good
      bad
      net
      low
      high
    }
    options {
      code
      label
      role
      people
      percent
      low
      high
      side
    }
  }
`);

export const QUESTION_PARTS = graphql(`
  fragment QuestionParts on QuestionResult {
    key
    text
    language
    otherWordings {
      language
      text
    }
    kind
    codedBy
    unit
    matrix {
      key
      text
      item
    }
    several
    message
    notAnswered
    cutRefused
    weighted {
      refused
      effective
      options {
        code
        percent
        low
        high
      }
    }
    all {
      ...AnswersFigures
    }
    cut {
      code
      name
      answers {
        ...AnswersFigures
      }
    }
  }
`);

export const ANSWERS = graphql(`
  query Answers($engagement: ID!, $by: AnswerCut, $among: ChosenAnswer, $edition: Int, $working: Boolean) {
    answers(engagement: $engagement, by: $by, among: $among, edition: $edition, working: $working) {
      heard
      themes {
        code
        name
        people
        percent
      }
      open {
        key
        text
        language
        otherWordings {
          language
          text
        }
        people
      }
      questions {
        ...QuestionParts
      }
      themed {
        ...QuestionParts
      }
    }
  }
`);

export const RECEIPT_OF_ANSWERS = graphql(`
  fragment ReceiptOfAnswers on QuestionResult {
    key
    text
    message
    all {
      base
    }
    receipt {
      ...ReceiptParts
    }
  }
`);

/** How those who answered one question were counted. */
export const ANSWERS_RECEIPT = graphql(`
  query AnswersReceipt(
    $engagement: ID!
    $question: String!
    $among: ChosenAnswer
    $edition: Int
    $working: Boolean
  ) {
    answers(
      engagement: $engagement
      question: $question
      among: $among
      edition: $edition
      working: $working
    ) {
      working
      edition {
        number
        publishedAt
        dataTo
        fingerprint
      }
      questions {
        ...ReceiptOfAnswers
      }
      themed {
        ...ReceiptOfAnswers
      }
    }
  }
`);
