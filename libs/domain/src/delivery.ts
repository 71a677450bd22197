import type { Rejection } from './outcome.js';

/** Bytes that a delivery may have, all its files together, whichever way it comes. */
export const DELIVERY_LIMIT = 200 * 1024 * 1024;

export const DELIVERY_STATES = ['received', 'accepted', 'repeated', 'held', 'refused'] as const;
/** `received` until its rows are standardised; the other four are final answers. */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export interface FileReceipt {
  name: string;
  rows: number;
  accepted: number;
  repeated: number;
  rejected: number;
  /** Rows that are nobody's answer (titles, tests) or may not be used (no consent); absent on receipts of before. */
  leftOut?: number;
}

/** A row that was left out, and why. */
export interface LeftOutRow {
  file: string;
  row: number;
  why: string;
}

/** The receipt a partner is shown: rows = accepted + repeated + rejected + left out, for the whole and for each file. */
export interface DeliveryReceipt {
  delivery: number | null;
  source: string;
  status: DeliveryState;
  rows: number;
  accepted: number;
  repeated: number;
  rejected: number;
  leftOut: number;
  files: FileReceipt[];
  /** The first 1,000; what is told of each row stands in pages of rows. */
  rejections: Rejection[];
  rejectionsInAll: number;
  /** Cells without which accepted rows were used, each with its reason: the first 1,000. */
  usedWithout: Rejection[];
  usedWithoutInAll: number;
  /** The first 1,000 of `leftOut`. */
  leftOutRows: LeftOutRow[];
  /** One sentence where status is held, refused or repeated; null otherwise. */
  note: string | null;
}
