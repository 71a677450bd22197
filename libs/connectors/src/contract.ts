import type {
  AgencyKind,
  Engagement,
  FieldKind,
  Problem,
  QuestionShape,
  QuestionWording,
  RawRow,
  Rejection,
  RowOutcome,
} from '#domain';

import type { SheetMapping } from './mapping/schema.js';
import type { LayoutKnowledge } from './recognise/layout.js';

/**
 * The contract of a connector: a folder `<code>/connector.ts` whose default export is one of these.
 * Everything that differs between two sources with the same layout is in the source's mapping (data),
 * everything that differs between two layouts is in the connector (code).
 */
export interface Connector {
  /** Folder name. */
  code: string;
  title: string;
  agencyKinds: readonly AgencyKind[];
  /** What is known of the tool whose export this is: how a file that nobody has described is recognised as its. */
  layout?: LayoutKnowledge;
  /** `recorded`: its rows are counted as a context series, and are nobody's answers; absent of all others. */
  brings?: 'recorded';
  /** How deliveries reach the hub. `file` covers HTTP push, upload page and command line alike. */
  ways: readonly ('file' | 'pull')[];
  /** Is this mapping usable? Called when a source is added and for each delivery with its own mapping. */
  checkMapping(mapping: unknown): Problem | null;
  /**
   * The whole mapping of a table's columns, with what the layout brings: what a person may look at and change. Absent, or null,
   * where the connector reads its layout by itself or the document is not valid.
   */
  wholeMapping?(mapping: unknown): SheetMapping | null;
  /** The kinds of field a delivery under this mapping carries; the agreement must cover them all. */
  fieldKinds(mapping: unknown): FieldKind[];
  /** Decode files to rows. Never throws for bad input: a whole-delivery problem is `held` or `refused`. */
  read(files: DeliveredFile[], mapping: unknown): Promise<ReadOutcome>;
  /** One row to one canonical record, or the reasons why not. Pure and synchronous. */
  toRecord(row: RawRow, context: ReadContext): RowOutcome;
  /** Only for `pull`: pages from the bookmark on; the bookmark moves only after its page is committed. */
  pull?(request: PullRequest): AsyncIterable<PulledPage>;
}

export interface DeliveredFile {
  name: string;
  mediaType: string | null;
  bytes: Uint8Array;
}

/** What `read` learnt about the whole delivery and `toRecord` needs again (column order of dates, header, defaults). */
export interface ReadContext {
  mapping: unknown;
  /** Connector's own notes, plain JSON. */
  notes: Record<string, unknown>;
}

export type ReadOutcome =
  | {
      status: 'read';
      rows: RawRow[];
      context: ReadContext;
      /** Rows that could not even become cells (too many cells, broken quotes): rejected, and counted as rows. */
      rejections: Rejection[];
      /** The rows behind `rejections`, as far as they could be read: so that a partner can download, mend and send them. */
      unread?: RawRow[];
      /** Rows that are no answers (titles, totals, tests) or are left out by the mapping: shown, and no part of `files`. */
      leftOut?: { file: string; row: number; why: string }[];
      /** Cells that could not be read: their rows are used without them. */
      notUsed?: Rejection[];
      /** Files in which several lines are one person: how many lines became how many rows. */
      gathered?: { file: string; lines: number; people: number }[];
      /** Rows per file, so that a receipt can say how many rows each file held. Includes rejected ones. */
      files: { name: string; rows: number }[];
      /** Engagements described in the delivery itself (not per row), if any. */
      engagements: Engagement[];
      /** How its closed questions were asked, in the order asked, as far as the mapping says. */
      questions?: QuestionShape[];
      /** In which languages its questions were put, as far as the mapping says. */
      wordings?: QuestionWording[];
    }
  | { status: 'held'; code: string; reason: string; rejections: Rejection[]; suggestedMapping: unknown }
  | { status: 'refused'; code: string; reason: string; rejections: Rejection[] };

export interface PullRequest {
  address: string;
  mapping: unknown;
  /** Where the last committed page ended; null the first time. */
  bookmark: unknown;
  fetch: SafeFetch;
}

export interface PulledPage {
  /** Becomes one raw delivery, in a layout that the same connector's `read` understands. */
  file: DeliveredFile;
  bookmark: unknown;
}

/** HTTP GET that refuses loopback, private and metadata addresses unless configured, and re-checks redirects. */
export type SafeFetch = (
  address: string,
  options?: { headers?: Record<string, string>; maxBytes?: number; timeoutMs?: number },
) => Promise<{ status: number; headers: Record<string, string>; bytes: Uint8Array }>;
