import { graphql } from '../gql';

export const FIGURE_CELL = graphql(`
  fragment FigureCell on Figure {
    __typename
    id
    keys {
      dimension
      code
      name
    }
    grade
    list {
      kind
      words
      low
      high
    }
    ... on PublishedFigure {
      submissions {
        value
      }
      people {
        value
        low
        high
      }
      asCounted
      arguments {
        value
      }
      share {
        value
        low
        high
        method
      }
      shareReason
      base
      rate {
        value
        low
        high
        per
        method
        residents
      }
      reference {
        value
        source
      }
    }
    ... on SuppressedFigure {
      reason
      withheld
      reference {
        value
        source
      }
    }
  }
`);

/** One table of figures. Receipts are asked for one at a time, when somebody opens one. */
export const FIGURES = graphql(`
  query Figures(
    $report: String!
    $by: [Dimension!]!
    $filter: FigureFilter
    $edition: Int
    $working: Boolean
    $first: Int
    $after: String
  ) {
    figures(
      report: $report
      by: $by
      filter: $filter
      edition: $edition
      working: $working
      first: $first
      after: $after
    ) {
      nodes {
        ...FigureCell
      }
      total {
        ...FigureCell
      }
      totalCount
      note
      working
      silent
      wardsRate {
        value
        low
        high
        residents
      }
      underHeard {
        codes
        heading
        wardsHeading
      }
      statements {
        scope
        theme
        themeName
        ward
        wardName
        verdict
        headline
        words
        heading
        basis
        perHundred
        reason
        numbers {
          difference
        }
      }
      report {
        code
        title
        definition
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
