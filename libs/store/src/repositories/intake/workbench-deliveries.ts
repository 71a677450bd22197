import type { DeliveryState, FileReceipt, Rejection } from '#domain';

import type { Transaction } from '../../database.js';

export interface WorkbenchDelivery {
  /** A whole number, as text. */
  id: string;
  source: string;
  receivedAt: Date;
  finishedAt: Date | null;
  way: string;
  status: DeliveryState;
  note: string | null;
  rows: number;
  accepted: number;
  repeated: number;
  rejected: number;
  leftOut: number;
  files: FileReceipt[];
  suggestedMapping: unknown;
  /** The delivery's own mapping; null = the source's. */
  mapping: unknown;
}

const COLUMNS = `id::text AS id, source, received_at AS "receivedAt", finished_at AS "finishedAt", way, status, note, "rows",
  accepted, repeated, rejected, left_out AS "leftOut", files, suggested_mapping AS "suggestedMapping", mapping`;

/** Ids are numbers of the database's own; anything else names no delivery. */
const isId = (id: string): boolean => /^[1-9]\d{0,14}$/.test(id);

/** Deliveries that the session may see, the latest first. */
export function readWorkbenchDeliveries(
  tx: Transaction,
  asked: { source?: string | null; status?: DeliveryState | null; before?: string | null; limit: number },
): Promise<WorkbenchDelivery[]> {
  return tx.query<WorkbenchDelivery>(
    `SELECT ${COLUMNS} FROM intake.delivery
     WHERE ($1::text IS NULL OR source = $1) AND ($2::text IS NULL OR status = $2) AND ($3::bigint IS NULL OR id < $3)
     ORDER BY intake.delivery.id DESC LIMIT $4`,
    [asked.source ?? null, asked.status ?? null, asked.before ?? null, asked.limit],
  );
}

/** One delivery; null both where there is none and where it is somebody else's. */
export async function readWorkbenchDelivery(tx: Transaction, id: string): Promise<WorkbenchDelivery | null> {
  if (!isId(id)) return null;
  const [row] = await tx.query<WorkbenchDelivery>(`SELECT ${COLUMNS} FROM intake.delivery WHERE id = $1`, [
    id,
  ]);
  return row ?? null;
}

/** What became of a rejected row or a cell that was not used. */
export interface WhatBecame {
  became: 'open' | 'mended' | 'left-out';
  /** The delivery that mended it; null where none did, or none that is known. */
  mendedBy: string | null;
  /** Why it was left as it is; null where nobody said so. */
  because: string | null;
}

export interface WorkbenchRejection extends Rejection, WhatBecame {
  id: string;
  delivery: string;
}

const REJECTION = `id::text AS id, delivery::text AS delivery, file, "row", "column", code, reason, state AS became,
  mended_by::text AS "mendedBy", dismissed_because AS because`;

/** For each of several deliveries its first `limit` rejections after the one with that id. */
export function readWorkbenchRejections(
  tx: Transaction,
  asked: { deliveries: readonly string[]; after: string | null; limit: number },
): Promise<WorkbenchRejection[]> {
  return tx.query<WorkbenchRejection>(
    `SELECT r.* FROM unnest($1::bigint[]) AS wanted(delivery) CROSS JOIN LATERAL (
       SELECT ${REJECTION} FROM intake.quarantine q
       WHERE q.delivery = wanted.delivery AND ($2::bigint IS NULL OR q.id > $2) ORDER BY q.id LIMIT $3) r`,
    [asked.deliveries, asked.after, asked.limit],
  );
}

export interface WorkbenchQuarantinedRow extends WorkbenchRejection {
  cells: Record<string, string | null> | null;
}

/** Rows that wait for the partner, in the order in which they came. */
export async function readWorkbenchQuarantine(
  tx: Transaction,
  asked: { source?: string | null; delivery?: string | null; after: string | null; limit: number },
): Promise<WorkbenchQuarantinedRow[]> {
  if (asked.delivery && !isId(asked.delivery)) return [];
  return tx.query<WorkbenchQuarantinedRow>(
    `SELECT ${REJECTION}, cells FROM intake.quarantine q
     WHERE q.state = 'open' AND ($1::text IS NULL OR q.source = $1) AND ($2::bigint IS NULL OR q.delivery = $2)
       AND ($3::bigint IS NULL OR q.id > $3)
     ORDER BY q.id LIMIT $4`,
    [asked.source ?? null, asked.delivery ?? null, asked.after, asked.limit],
  );
}

export interface WorkbenchUnusedCell extends Rejection, WhatBecame {
  /** Its place among the cells of its delivery. */
  id: string;
  delivery: string;
}

/** For each of several deliveries its first `limit` cells without which rows were used. */
export function readWorkbenchUnusedCells(
  tx: Transaction,
  asked: { deliveries: readonly string[]; after: string | null; limit: number },
): Promise<WorkbenchUnusedCell[]> {
  return tx.query<WorkbenchUnusedCell>(
    `SELECT r.* FROM unnest($1::bigint[]) AS wanted(delivery) CROSS JOIN LATERAL (
       SELECT position::text AS id, delivery::text AS delivery, file, "row", "column", code, reason, mended_by::text AS "mendedBy",
         dismissed_because AS because, CASE WHEN mended_by IS NOT NULL THEN 'mended' WHEN dismissed_because IS NOT NULL THEN 'left-out' ELSE 'open' END AS became
       FROM intake.unused_cell c
       WHERE c.delivery = wanted.delivery AND ($2::bigint IS NULL OR c.position > $2) ORDER BY c.position LIMIT $3) r`,
    [asked.deliveries, asked.after, asked.limit],
  );
}

/** Rows that one reason lists at most. */
const MOST_ROWS = 1_000;

/** How many rows of each delivery were left out for which reason, and the first thousand of them. */
export function readWorkbenchLeftOut(
  tx: Transaction,
  deliveries: readonly string[],
): Promise<{ delivery: string; why: string; rows: number[]; inAll: number }[]> {
  return tx.query(
    `SELECT delivery::text AS delivery, why, array_agg("row" ORDER BY file, "row") FILTER (WHERE n <= ${MOST_ROWS}) AS rows, count(*)::int AS "inAll"
     FROM (SELECT delivery, why, file, "row", row_number() OVER (PARTITION BY delivery, why ORDER BY file, "row") AS n FROM intake.row_outcome
       WHERE delivery = ANY ($1::bigint[]) AND outcome = 'left-out') o GROUP BY 1, 2 ORDER BY 1, 2`,
    [deliveries],
  );
}

/** How many cells of each delivery its rows were used without. */
export function countWorkbenchUnusedCells(
  tx: Transaction,
  deliveries: readonly string[],
): Promise<{ delivery: string; many: number }[]> {
  return tx.query(
    `SELECT delivery::text AS delivery, count(*)::int AS many FROM intake.unused_cell WHERE delivery = ANY ($1::bigint[]) GROUP BY 1`,
    [deliveries],
  );
}

/** A partner's word that a cell stays unused; false where there is no such open cell of its own. @param cell its place in its delivery */
export async function dismissCell(
  tx: Transaction,
  { delivery, cell, because }: { delivery: string; cell: string; because: string },
): Promise<boolean> {
  if (!isId(delivery) || !/^\d{1,9}$/.test(cell)) return false;
  const [row] = await tx.query<{ done: boolean }>('SELECT intake.dismiss_cell($1, $2, $3) AS done', [
    delivery,
    cell,
    because,
  ]);
  return row?.done ?? false;
}

/** A partner's word that a rejected row is not to be mended; false where there is no such open row of its own. */
export async function dismissRow(tx: Transaction, id: string, because: string): Promise<boolean> {
  if (!isId(id)) return false;
  const [row] = await tx.query<{ done: boolean }>('SELECT intake.dismiss_row($1, $2) AS done', [id, because]);
  return row?.done ?? false;
}
