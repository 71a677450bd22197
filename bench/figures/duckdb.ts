import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { CountQuestion, SubmissionColumns } from '#counting';
import { removeFolder, temporaryFolder } from '#platform';
import { countSql, createSql, type Dialect, rowLines, type Yardstick } from './yardstick.js';

const DIALECT: Dialect = {
  listType: 'UTINYINT[]',
  list: (codes) => `"[${codes.join(', ')}]"`,
  hasAny: (list, codes) => `list_has_any(${list}, [${codes}]::UTINYINT[])`,
};

/** DuckDB in memory, on two threads. */
export class DuckDb implements Yardstick {
  private constructor(
    private readonly connection: DuckDBConnection,
    private readonly instance: DuckDBInstance,
  ) {}

  static async load(columns: SubmissionColumns): Promise<DuckDb> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
    const connection = await instance.connect();
    const folder = temporaryFolder('bench');
    try {
      const path = join(folder, 'rows.csv');
      const file = openSync(path, 'w');
      for (const lines of rowLines(columns, DIALECT)) writeSync(file, lines);
      closeSync(file);
      await connection.run(createSql(columns, DIALECT, 'UTINYINT'));
      await connection.run(`COPY fact FROM '${path}' (DELIMITER '|', HEADER false, NULL '')`);
    } finally {
      removeFolder(folder);
    }
    return new DuckDb(connection, instance);
  }

  async count(question: CountQuestion): Promise<string[]> {
    const reader = await this.connection.runAndReadAll(countSql(question, DIALECT));
    return reader
      .getRows()
      .map((row) => row.slice(1).map(Number).join('|'))
      .sort();
  }

  async close(): Promise<void> {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}
