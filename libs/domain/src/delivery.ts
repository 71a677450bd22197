import type { Rejection } from './outcome.js';

export const DELIVERY_STATES = ['received', 'accepted', 'repeated', 'held', 'refused'] as const;
/** `received` until its rows are standardised; the other four are final answers. */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface FileReceipt {
  name: string;
  rows: number;
  accepted: number;
  repeated: number;
  rejected: number;
}

/** The receipt a partner is shown: rows = accepted + repeated + rejected, for the whole and for each file. */
export interface DeliveryReceipt {
  delivery: number | null;
  source: string;
  status: DeliveryState;
  rows: number;
  accepted: number;
  repeated: number;
  rejected: number;
  files: FileReceipt[];
  rejections: Rejection[];
  /** One sentence where status is held, refused or repeated; null otherwise. */
  note: string | null;
}
