import { readFileSync } from 'node:fs';
import type { SchemaElement } from 'hyparquet';
import type { TableColumn } from '#store';
import { writeWhole } from './place.js';

/**
 * Rows of a standard table as Parquet, which any tool reads. The packages load when they are first asked for: a hub
 * that starts needs neither.
 */
type Row = Record<string, unknown>;

const BASIC = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  boolean: { type: 'BOOLEAN' },
  integer: { type: 'INT32' },
  bigint: { type: 'INT64' },
  number: { type: 'DOUBLE' },
} as const;

function schemaOf(columns: readonly TableColumn[]): SchemaElement[] {
  const elements = columns.map(({ name, kind }): SchemaElement[] => {
    if (kind !== 'texts') return [{ name, repetition_type: 'OPTIONAL', ...BASIC[kind] }];
    return [
      { name, converted_type: 'LIST', repetition_type: 'OPTIONAL', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', repetition_type: 'OPTIONAL', ...BASIC.text },
    ];
  });
  return [{ name: 'root', num_children: columns.length }, ...elements.flat()];
}

/** Writes one part. @param rows keys (bigint) may be text */
export async function writePart(
  path: string,
  columns: readonly TableColumn[],
  rows: readonly Row[],
): Promise<void> {
  const { ByteWriter, parquetWrite } = await import('hyparquet-writer');
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    columnData: columns.map(({ name, kind }) => ({
      name,
      data: rows.map((row) => {
        const value = row[name] ?? null;
        return kind === 'bigint' && value !== null ? BigInt(value as string) : value;
      }),
    })),
    schema: schemaOf(columns),
    rowGroupSize: 100_000,
    createdBy: 'co-operative-brain',
  });
  writeWhole(path, writer.getBytes());
}

/** Rows of one part; keys come as bigint. @throws Error where the file is no Parquet */
export async function readPart(path: string): Promise<Row[]> {
  const { parquetReadObjects } = await import('hyparquet');
  const bytes = readFileSync(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return parquetReadObjects({ file: file as ArrayBuffer });
}
