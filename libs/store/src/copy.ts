import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { from as copyFrom } from 'pg-copy-streams';
import type { QueryRunner } from 'typeorm';

const quoted = (name: string): string => `"${name}"`;

/**
 * Bulk rows by COPY. PostgreSQL refuses COPY into a table with row-level security, so such rows go through a
 * temporary table of texts and one INSERT, which the policies see.
 * @returns number of rows
 */
export async function copyRows(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly unknown[]>,
): Promise<number> {
  const { secured, types } = await describe(runner, table);
  const names = columns.map(quoted).join(', ');
  if (!secured) return stream(runner, `${table} (${names})`, rows);
  await runner.query(
    `CREATE TEMP TABLE staged (${columns.map((column) => `${quoted(column)} text`).join(', ')}) ON COMMIT DROP`,
  );
  const count = await stream(runner, `staged (${names})`, rows);
  const casts = columns.map((column) => `${quoted(column)}::${types.get(column) ?? 'text'}`).join(', ');
  if (count > 0) await runner.query(`INSERT INTO ${table} (${names}) SELECT ${casts} FROM staged`);
  await runner.query('DROP TABLE staged');
  return count;
}

async function describe(
  runner: QueryRunner,
  table: string,
): Promise<{ secured: boolean; types: Map<string, string> }> {
  const rows = (await runner.query(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, c.relrowsecurity AS secured
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.oid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`,
    [table],
  )) as { name: string; type: string; secured: boolean }[];
  return { secured: rows[0]?.secured ?? false, types: new Map(rows.map((row) => [row.name, row.type])) };
}

async function stream(
  runner: QueryRunner,
  target: string,
  rows: Iterable<readonly unknown[]>,
): Promise<number> {
  const client = await runner.connect();
  let count = 0;
  const lines = function* () {
    for (const row of rows) {
      count += 1;
      yield `${row.map(copyValue).join('\t')}\n`;
    }
  };
  await pipeline(Readable.from(lines()), client.query(copyFrom(`COPY ${target} FROM STDIN`)));
  return count;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escape = (text: string): string => text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? '');

/** A value in COPY's text format. A NUL can't be stored by PostgreSQL: callers reject it earlier with a reason. */
export function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escape(arrayLiteral(value));
  if (typeof value === 'object') return escape(JSON.stringify(value));
  return escape(String(value));
}

function arrayLiteral(values: readonly unknown[]): string {
  const items = values.map(
    (value) => `"${String(value).replace(/["\\]/g, (character) => `\\${character}`)}"`,
  );
  return `{${items.join(',')}}`;
}
