import { graphql } from '../../gql';

export const ENGAGEMENT_LINE = graphql(`
  fragment EngagementLine on Engagement {
    id
    key
    title
    agency {
      code
      name
    }
    kind
    participation
    opens
    closes
    canStillChange
    communities
    untold
    figure {
      ...FigureCell
    }
  }
`);

export const ENGAGEMENTS = graphql(`
  query Engagements($filter: EngagementFilter, $edition: Int, $first: Int, $after: String) {
    engagements(filter: $filter, edition: $edition, first: $first, after: $after) {
      nodes {
        ...EngagementLine
      }
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What can be answered now, and what was held and heard somebody, without their numbers. */
export const ENGAGEMENTS_HERE = graphql(`
  query EngagementsHere($open: EngagementFilter, $held: EngagementFilter, $edition: Int) {
    open: engagements(filter: $open, edition: $edition, first: 20) {
      nodes {
        ...EngagementName
      }
    }
    held: engagements(filter: $held, edition: $edition, first: 20) {
      nodes {
        ...EngagementName
      }
    }
  }
`);

export const ENGAGEMENT_NAME = graphql(`
  fragment EngagementName on Engagement {
    id
    key
    title
    agency {
      code
      name
    }
    opens
    closes
    canStillChange
  }
`);

/** Occasions on which nobody is counted: by name alone. */
export const UNANSWERED = graphql(`
  query Unanswered($filter: EngagementFilter, $edition: Int) {
    engagements(filter: $filter, edition: $edition, first: 200) {
      nodes {
        ...EngagementName
      }
      totalCount
    }
  }
`);

export const ENGAGEMENT = graphql(`
  query Engagement($agency: String!, $key: String!, $edition: Int) {
    engagement(agency: $agency, key: $key, edition: $edition) {
      ...EngagementLine
      channel
      decisionOwner
      url
      promiseTest {
        declared
        evidenced
        resultsOut
        answered
        promised
        inTime
        citizensDecided
        byCitizens
        kept
        missing
      }
      statements(first: 1000) {
        nodes {
          kind
          issuedOn
          text
          action
          actionOn
          place
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`);

/** When each was open, to say under a trend how many channels there were. */
export const OPEN_TIMES = graphql(`
  query OpenTimes($edition: Int) {
    engagements(edition: $edition, first: 1000) {
      nodes {
        id
        opens
        closes
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const ENGAGEMENT_CHOICES = graphql(`
  query EngagementChoices($edition: Int) {
    agencies(edition: $edition, first: 100) {
      nodes {
        code
        name
      }
    }
    engagements(edition: $edition, first: 1000) {
      nodes {
        opens
        closes
      }
    }
    communities(edition: $edition, first: 1000) {
      nodes {
        code
        name
      }
    }
  }
`);
