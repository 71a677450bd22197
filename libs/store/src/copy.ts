import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { from as copyFrom } from 'pg-copy-streams';
import type { QueryRunner } from 'typeorm';

const quoted = (name: string): string => `"${name}"`;

type Rows = Iterable<readonly unknown[]>;

/** Up to here one INSERT is cheaper than setting up a COPY; most deliveries are this small. */
const FEW = 500;

/**
 * Rows into a table: few by one INSERT, many by COPY. PostgreSQL refuses COPY into a table with row-level security, so
 * such rows go through a temporary table of texts and one INSERT, which the policies see.
 * @returns number of rows
 */
export async function copyRows(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
  rows: Rows,
): Promise<number> {
  const iterator = rows[Symbol.iterator]();
  const few: (readonly unknown[])[] = [];
  let next = iterator.next();
  for (; !next.done && few.length < FEW; next = iterator.next()) few.push(next.value);
  if (few.length === 0) return 0;
  if (next.done) return insertRows(runner, table, columns, few);
  const all = function* (): Generator<readonly unknown[]> {
    yield* few;
    for (; !next.done; next = iterator.next()) yield next.value;
  };
  return copyMany(runner, table, columns, all());
}

async function insertRows(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<number> {
  const { types } = await describe(runner, table);
  const casts = columns.map((column, at) => `c${at}::${types.get(column) ?? 'text'}`);
  const arrays = columns.map((_, at) => `$${at + 1}::text[]`);
  await runner.query(
    `INSERT INTO ${table} (${columns.map(quoted).join(', ')}) SELECT ${casts.join(', ')}
     FROM unnest(${arrays.join(', ')}) AS given(${columns.map((_, at) => `c${at}`).join(', ')})`,
    columns.map((_, at) => rows.map((row) => textOf(row[at]))),
  );
  return rows.length;
}

async function copyMany(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
  rows: Rows,
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

async function stream(runner: QueryRunner, target: string, rows: Rows): Promise<number> {
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
  const text = textOf(value);
  return text === null ? '\\N' : escape(text);
}

/** A value as PostgreSQL reads it from text. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return arrayLiteral(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function arrayLiteral(values: readonly unknown[]): string {
  const items = values.map(
    (value) => `"${String(value).replace(/["\\]/g, (character) => `\\${character}`)}"`,
  );
  return `{${items.join(',')}}`;
}
