import type { LinkageRecord } from '../contract.js';
import { RecordTable } from './record-table.js';

/** Encodes records for the engine, in the order of their ids. */
export function tableOf(records: readonly LinkageRecord[]): RecordTable {
  const table = new RecordTable();
  for (const record of records) table.add(record);
  table.sortById();
  return table;
}
