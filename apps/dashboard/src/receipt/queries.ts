import { graphql } from '../gql';

/** One figure with its receipt: the same question, narrowed to the keys of that figure. */
export const RECEIPT = graphql(`
  query Receipt(
    $report: String!
    $by: [Dimension!]!
    $filter: FigureFilter
    $edition: Int
    $working: Boolean
  ) {
    figures(report: $report, by: $by, filter: $filter, edition: $edition, working: $working, first: 300) {
      nodes {
        ...FigureWithReceipt
      }
      total {
        ...FigureWithReceipt
      }
    }
  }
`);

export const FIGURE_WITH_RECEIPT = graphql(`
  fragment FigureWithReceipt on Figure {
    ...FigureCell
    definition
    working
    edition {
      number
      publishedAt
      dataTo
      fingerprint
    }
    receipt {
      ...ReceiptParts
    }
  }
`);

export const RECEIPT_PARTS = graphql(`
  fragment ReceiptParts on Receipt {
    steps {
      name
      count
      kind
      note
    }
    addsUp
    filters {
      dimension
      code
      name
    }
    sources {
      source
      name
      agency {
        name
      }
      lastReceived
      byWeek
      dataTo
      state
      words
    }
    versions
    suppression
  }
`);

export const REPORT_PROBLEM = graphql(`
  mutation ReportProblem($figure: String!, $note: String!) {
    reportProblem(figure: $figure, note: $note)
  }
`);
