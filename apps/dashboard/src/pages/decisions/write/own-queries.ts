import { graphql } from '../../../gql';

export const OWN_DECISIONS = graphql(`
  query OwnDecisions($first: Int, $after: String) {
    ownDecisions(first: $first, after: $after) {
      nodes {
        id
        reference
        title
        origin
        public
        state
        decidedOn
        version
        savedAt
        agency {
          code
          name
        }
        evidence {
          figure
        }
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const OWN_DECISION = graphql(`
  query OwnDecision($id: ID!) {
    ownDecision(id: $id) {
      ...DecisionLine
    }
    decisionVersions(id: $id) {
      number
      at
      by
      decision {
        title
        public
        state
      }
    }
  }
`);

export const SAVE_DECISION = graphql(`
  mutation SaveDecision($input: DecisionInput!, $seen: Int) {
    saveDecision(input: $input, seen: $seen) {
      decision {
        id
        version
      }
      problems {
        field
        reason
      }
    }
  }
`);

export const TAKE_BACK_DECISION = graphql(`
  mutation TakeBackDecision($id: ID!) {
    takeBackDecision(id: $id)
  }
`);

export const UPLOAD_DECISIONS = graphql(`
  mutation UploadDecisions($agency: String!, $fileName: String!, $contentBase64: String!) {
    uploadDecisions(agency: $agency, fileName: $fileName, contentBase64: $contentBase64) {
      saved
      problems {
        file
        row
        column
        reason
      }
    }
  }
`);

export const OWN_FILE = graphql(`
  query OwnDecisionsFile($agency: String!) {
    ownDecisionsFile(agency: $agency)
  }
`);

export const OWN_PROMISES = graphql(`
  query OwnPromises {
    answerPromises {
      agency {
        code
      }
      months
      words
      contact
    }
  }
`);

export const SAVE_PROMISE = graphql(`
  mutation SavePromise($agency: String!, $months: Int!, $words: String, $contact: String) {
    saveAnswerPromise(agency: $agency, months: $months, words: $words, contact: $contact)
  }
`);

export const SAVE_PRIORITY = graphql(`
  mutation SavePriority(
    $agency: String!
    $code: String!
    $plan: String!
    $title: String!
    $themes: [String!]!
  ) {
    savePlanPriority(agency: $agency, code: $code, plan: $plan, title: $title, themes: $themes)
  }
`);
