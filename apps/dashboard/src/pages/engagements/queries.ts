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
        inTime
        citizensDecided
        kept
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
    agencies(first: 100) {
      nodes {
        code
        name
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
