import { graphql } from '../../gql';

export const DELIVERY_LINE = graphql(`
  fragment DeliveryLine on Delivery {
    id
    receivedAt
    way
    status
    note
    rows
    accepted
    repeated
    rejected
    leftOut
    files {
      name
      rows
      accepted
      repeated
      rejected
      leftOut
    }
  }
`);

export const DELIVERIES = graphql(`
  query Deliveries($source: String, $status: DeliveryStatus, $first: Int, $after: String) {
    deliveries(source: $source, status: $status, first: $first, after: $after) {
      nodes {
        ...DeliveryLine
        source {
          code
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const DELIVERY = graphql(`
  query Delivery($id: ID!) {
    delivery(id: $id) {
      ...DeliveryLine
      suggestedMapping
      countsFromEdition
      usedWithout {
        id
        row
        column
        code
        reason
        became
        mendedBy
        because
      }
      rejections(first: 200) {
        nodes {
          id
          row
          reason
          became
          mendedBy
          because
        }
      }
      usedWithoutInAll
      leftOutRows {
        why
        rows
        inAll
      }
      source {
        code
        name
        connectorTitle
        mapping
        agreement {
          until
        }
      }
    }
    quarantine(delivery: $id, first: 500) {
      nodes {
        ...QuarantinedLine
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const QUARANTINED_LINE = graphql(`
  fragment QuarantinedLine on QuarantinedRow {
    id
    delivery
    file
    row
    column
    code
    reason
    cells
  }
`);

export const QUARANTINE = graphql(`
  query Quarantine($source: String, $delivery: ID) {
    quarantine(source: $source, delivery: $delivery, first: 500) {
      nodes {
        ...QuarantinedLine
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const RESOLVE = graphql(`
  mutation ResolveDelivery($id: ID!, $decision: HeldDecision!, $mapping: JSON, $remember: Boolean) {
    resolveDelivery(id: $id, decision: $decision, mapping: $mapping, remember: $remember) {
      id
      status
      note
    }
  }
`);

export const ANSWER_CODES = graphql(`
  query AnswerCodes {
    answerCodes {
      characteristic
      codes {
        code
        name
      }
    }
  }
`);

export const DISMISS_CELL = graphql(`
  mutation DismissCell($delivery: ID!, $cell: ID!, $reason: String!) {
    dismissCell(delivery: $delivery, cell: $cell, reason: $reason)
  }
`);

export const DISMISS_ROW = graphql(`
  mutation DismissRow($id: ID!, $reason: String!) {
    dismissRow(id: $id, reason: $reason)
  }
`);
