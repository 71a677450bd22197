import { graphql } from '../../gql';

export const PREVIEW = graphql(`
  mutation PreviewDelivery($source: String!, $fileName: String!, $contentBase64: String!, $mapping: JSON) {
    previewDelivery(source: $source, fileName: $fileName, contentBase64: $contentBase64, mapping: $mapping) {
      readable
      problem
      encoding
      delimiter
      sheet
      header
      rows
      rowCount
      columns {
        label
        position
        as
        confidence
        why
      }
      suggestedMapping
      notes
    }
  }
`);

export const DELIVER = graphql(`
  mutation Deliver($source: String!, $fileName: String!, $contentBase64: String!, $mapping: JSON) {
    deliver(source: $source, fileName: $fileName, contentBase64: $contentBase64, mapping: $mapping) {
      id
      status
      note
    }
  }
`);
