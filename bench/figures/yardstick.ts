import { mkdtempSync, rmSync, openSync, writeSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Counted, SubmissionColumns } from '#counting';
import type { Question } from './made-up-edition.js';

/** The same edition as a table of rows in DuckDB, and the same questions in SQL. */
export class Yardstick {
  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly instance: DuckDBInstance,
  ) {}

  static async load(columns: SubmissionColumns): Promise<Yardstick> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'));
    try {
      const file = join(folder, 'rows.csv');
      writeRows(columns, file);
      const singles = Object.keys(columns.single)
        .map((name) => `"${name}" UTINYINT`)
        .join(', ');
      await connection.run(
        `CREATE TABLE fact (s INTEGER, p INTEGER, a INTEGER, k UTINYINT, ${singles}, theme UTINYINT, above UTINYINT, community UTINYINT[])`,
      );
      await connection.run(`COPY fact FROM '${file}' (DELIMITER '|', HEADER false, NULL '')`);
    } finally {
      rmSync(folder, { recursive: true });
    }
    return new Yardstick(connection, instance);
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  /** Distinct submissions, people, arguments and the sum of the people's keys, modulo 256, by the cells' keys. */
  async count(question: Question): Promise<Map<string, number[]>> {
    const reader = await this.connection.runAndReadAll(sqlOf(question));
    const many = question.dimensions.length;
    return new Map(
      reader
        .getRows()
        .map((row) => [row.slice(0, many).join('|'), row.slice(many).map((value) => Number(value))]),
    );
  }
}

/** Two levels: first the distinct people of each cell, then their number, beside distinct counts of the rest. */
function sqlOf({ dimensions, filters }: Question): string {
  const sets: Record<string, string> = {
    theme: 'CASE WHEN theme = above THEN [theme] ELSE [theme, above] END',
    community: 'community',
  };
  const froms = dimensions.flatMap((name, at) =>
    sets[name] ? [`, unnest(${sets[name]}) AS u${at}(v)`] : [],
  );
  const value = (name: string, at: number): string => (sets[name] ? `u${at}.v` : `"${name}"`);
  const codes = (name: string): string =>
    filters[name]!.map((code) => code.slice(name.length + 1)).join(', ');
  const wheres = Object.keys(filters).map((name) => {
    if (name === 'theme') return `(theme IN (${codes(name)}) OR above IN (${codes(name)}))`;
    return name === 'community'
      ? `list_has_any(community, [${codes(name)}]::UTINYINT[])`
      : `"${name}" IN (${codes(name)})`;
  });
  const keys = dimensions.map((_, at) => `k${at}`).join(', ');
  const hit = `SELECT ${dimensions.map((name, at) => `${value(name, at)} AS k${at}`).join(', ')}, s, p, a, k FROM fact${froms.join('')} ${wheres.length ? `WHERE ${wheres.join(' AND ')}` : ''}`;
  return `WITH hit AS MATERIALIZED (${hit}),
    p AS (SELECT ${keys}, count(*) AS people, sum(k) % 256 AS keys FROM (SELECT ${keys}, p, min(k) AS k FROM hit GROUP BY ${keys}, p) GROUP BY ${keys}),
    s AS (SELECT ${keys}, count(*) AS submissions FROM (SELECT DISTINCT ${keys}, s FROM hit) GROUP BY ${keys}),
    a AS (SELECT ${keys}, count(a) AS arguments FROM (SELECT DISTINCT ${keys}, a FROM hit) GROUP BY ${keys})
    SELECT ${keys}, submissions, people, arguments, keys FROM s JOIN p USING (${keys}) JOIN a USING (${keys})`;
}

function writeRows(columns: SubmissionColumns, file: string): void {
  const handle = openSync(file, 'w');
  const theme = columns.sets.theme!;
  const community = columns.sets.community!;
  const singles = Object.values(columns.single).map((single) => single.column);
  let lines: string[] = [];
  for (let s = 0; s < columns.count; s++) {
    const own = `${s}|${columns.person[s]}|${columns.argument[s]! < 0 ? '' : columns.argument[s]}|${columns.personKey[s]}|${singles.map((column) => column[s]).join('|')}`;
    const among = `[${community.items.slice(community.start[s], community.start[s + 1]).join(', ')}]`;
    for (let at = theme.start[s]!; at < theme.start[s + 1]!; at++) {
      const code = theme.items[at]!;
      lines.push(`${own}|${code}|${theme.above[code]! < 0 ? code : theme.above[code]}|"${among}"\n`);
    }
    if (lines.length > 100_000) {
      writeSync(handle, lines.join(''));
      lines = [];
    }
  }
  writeSync(handle, lines.join(''));
  closeSync(handle);
}

/** Our answer in the same shape. */
export function asMap(counted: Counted): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  for (let cell = 0; cell < counted.people.length; cell++)
    cells.set(counted.keys.map((column) => column[cell]).join('|'), [
      counted.submissions[cell]!,
      counted.people[cell]!,
      counted.arguments[cell]!,
      counted.personKeys[cell]!,
    ]);
  return cells;
}

export function sameCells(a: Map<string, number[]>, b: Map<string, number[]>): boolean {
  return a.size === b.size && [...a].every(([key, counts]) => b.get(key)?.join() === counts.join());
}
