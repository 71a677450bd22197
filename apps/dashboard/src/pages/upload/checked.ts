import type { PreviewDeliveryMutation } from '../../gql/graphql';

export type Preview = PreviewDeliveryMutation['previewDelivery'];

/** A chosen file with what the hub made of it. */
export interface Checked {
  source: string;
  fileName: string;
  contentBase64: string;
  preview: Preview;
}
