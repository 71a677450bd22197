import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { CountQuestion, SubmissionColumns } from '#counting';
import { type DatabaseServer as Server, openEmbedded, removeFolder, temporaryFolder } from '#platform';
import { openClient } from '#store';
import { countSql, createSql, type Dialect, rowLines, type Yardstick } from './yardstick.js';

const DIALECT: Dialect = {
  listType: 'smallint[]',
  list: (codes) => `{${codes.join(',')}}`,
  hasAny: (list, codes) => `${list} && ARRAY[${codes}]::smallint[]`,
};

/** An embedded PostgreSQL of the bench's own, or one that is there already. */
export class Postgres implements Yardstick {
  private constructor(
    private readonly client: pg.Client,
    private readonly end: () => Promise<void>,
  ) {}

  static async load(columns: SubmissionColumns): Promise<Postgres> {
    const folder = temporaryFolder('bench');
    const server: Server = await openEmbedded(folder, { durable: false });
    const end = async (): Promise<void> => {
      await server.stop();
      removeFolder(folder);
    };
    return Postgres.on(server.adminUrl, columns, end);
  }

  static async on(url: string, columns: SubmissionColumns, end = async () => {}): Promise<Postgres> {
    const client = await openClient(url);
    await client.query("SET work_mem = '256MB'; SET max_parallel_workers_per_gather = 2; SET jit = off");
    await client.query(createSql(columns, DIALECT, 'smallint'));
    const into = client.query(copyFrom("COPY fact FROM STDIN (DELIMITER '|', NULL '')"));
    await pipeline(Readable.from(rowLines(columns, DIALECT)), into);
    await client.query('ANALYZE fact');
    return new Postgres(client, end);
  }

  async count(question: CountQuestion): Promise<string[]> {
    const { rows } = await this.client.query<unknown[]>({
      text: countSql(question, DIALECT),
      rowMode: 'array',
    });
    return rows.map((row) => row.slice(1).map(Number).join('|')).sort();
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.end();
  }
}
