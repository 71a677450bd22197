/** One row of a report's table, as far as it is drawn. */
export interface StillRow {
  /** Quarter, month or ward; empty where the drawing has no use for it. */
  code: string;
  name: string;
  /** Null: [c], or no rate. */
  value: number | null;
  low: number | null;
  high: number | null;
  /** Of a ward: people, and its place on the tile map. */
  people?: number | null;
  /** Of a month of recorded crime: it may not be compared with others. */
  broken?: boolean;
  tile?: { column: number; row: number; shortName: string };
}
