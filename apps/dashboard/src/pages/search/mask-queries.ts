import { graphql } from '../../gql';

export const MASK = graphql(`
  mutation MaskWords($answer: ID!, $from: Int!, $to: Int!, $reason: String!) {
    maskWords(answer: $answer, from: $from, to: $to, reason: $reason)
  }
`);

export const LIFT_MASK = graphql(`
  mutation LiftMask($mask: ID!, $reason: String!) {
    liftMask(mask: $mask, reason: $reason)
  }
`);

export const TAKE_QUOTE_BACK = graphql(`
  mutation TakeQuoteBack($submission: ID!, $reason: String!) {
    takeQuoteBack(submission: $submission, reason: $reason)
  }
`);

export const HAND_MASKS = graphql(`
  query HandMasks {
    handMasks {
      id
      submission
      agency
      question
      reason
      maskedBy
      maskedAt
      liftedBy
      liftedAt
      liftReason
      mayLift
    }
  }
`);
