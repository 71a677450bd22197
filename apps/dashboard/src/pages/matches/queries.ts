import { graphql } from '../../gql';

export const MATCH_QUEUE = graphql(`
  query MatchQueue($first: Int!) {
    matchQueue(first: $first) {
      nodes {
        id
        a {
          submission
        }
        b {
          submission
        }
      }
    }
  }
`);

export const MATCH_PROGRESS = graphql(`
  query MatchProgress {
    matchProgress {
      waiting
      decidedToday
      twice
      agreed
      sureOfModel
      modelRight
      unsure
      decided
    }
  }
`);

/** Nothing that identifies: for finding out whether people have been matched again. */
export const MATCH_STATE = graphql(`
  query MatchState($a: ID!, $b: ID!) {
    matchPair(a: $a, b: $b) {
      id
      together
      decision {
        id
        applied
      }
    }
  }
`);

/** Both records as given: each reading is written down with the reader's name. */
export const MATCH_PAIR = graphql(`
  query MatchPair($a: ID!, $b: ID!) {
    matchPair(a: $a, b: $b) {
      id
      weight
      probability
      start
      together
      evidence {
        field
        level
        weight
      }
      decision {
        id
        verdict
        actor
        at
      }
      a {
        ...MatchSide
      }
      b {
        ...MatchSide
      }
    }
  }
  fragment MatchSide on MatchRecord {
    submission
    engagement
    submittedOn
    personRecords
    personAgencies
    agency {
      name
      kind
    }
    details {
      submission
      givenName
      familyName
      fullName
      dateOfBirth
      sex
      email
      phone
      address
      postcode
      nationalId
    }
  }
`);

export const MATCHES_OF = graphql(`
  query MatchesOf($submission: ID!) {
    matchesOf(submission: $submission) {
      id
      weight
      probability
      a {
        submission
        engagement
        submittedOn
      }
      b {
        submission
        engagement
        submittedOn
      }
    }
  }
`);

export const DECIDE_MATCH = graphql(`
  mutation DecideMatch($a: ID!, $b: ID!, $verdict: MatchVerdict!) {
    decideMatch(a: $a, b: $b, verdict: $verdict) {
      id
      decision {
        id
      }
    }
  }
`);

export const UNDO_MATCH = graphql(`
  mutation UndoMatch($decision: ID!) {
    undoMatch(decision: $decision) {
      id
    }
  }
`);

export const LINKAGE_RUNS = graphql(`
  query LinkageRuns {
    latest: linkageRuns(first: 1, kind: BULK) {
      ...Run
      rates {
        by
        code
        name
        records
        thin
        differs
        linked {
          value
          low
          high
        }
      }
    }
    linkageRuns(first: 10) {
      ...Run
    }
  }
  fragment Run on LinkageRun {
    id
    kind
    finishedAt
    model
    records
    thin
    people {
      value
      low
      high
    }
    precision {
      value
      low
      high
    }
    recall {
      value
      low
      high
    }
  }
`);

/** Families of records that hang together; each reading of details is written down with the reader's name. */
export const FAMILIES = graphql(`
  query MatchFamilies($skip: Int!) {
    matchFamilies(first: 1, skip: $skip) {
      id
      records {
        submission
        engagement
        submittedOn
        agency {
          name
        }
        details {
          submission
          givenName
          familyName
          fullName
          dateOfBirth
          sex
          email
          phone
          postcode
        }
      }
      pairs {
        id
      }
      sortings {
        people
        likelihood
      }
    }
  }
`);

export const SORT_FAMILY = graphql(`
  mutation SortMatchFamily($people: [[ID!]!]!) {
    sortMatchFamily(people: $people)
  }
`);
