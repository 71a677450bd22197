import { graphql } from '../../gql';

export const PROPOSALS = graphql(`
  query Proposals {
    proposals(everything: true) {
      id
      kind
      subject
      reason
      proposedBy
      proposedAt
      elsewhere
      state
      alone
      second
      remark
      decidedAt
      mine
      maySecond
      note
      correction
      edition
      outcome
      outcomeWords
    }
  }
`);

export const ANSWER_PROPOSAL = graphql(`
  mutation AnswerProposal($id: ID!, $agrees: Boolean!, $remark: String!) {
    answerProposal(id: $id, agrees: $agrees, remark: $remark)
  }
`);

export const PROPOSE_PUBLICATION = graphql(`
  mutation ProposePublication($reason: String!, $note: String, $correction: String) {
    proposePublication(reason: $reason, note: $note, correction: $correction) {
      id
      state
    }
  }
`);
