import type { DataSource, QueryRunner } from 'typeorm';

import { inSpan, traceNow, type SpanSays } from '#tracing';

import { closeSource, openSource, type ConnectionOptions } from './connections.js';
import { copyRows } from './copy.js';

/** What a repository needs of a connection, inside a transaction or not. */
export interface Queryable {
  /** Rows of a statement; for a write, what it returns. */
  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

export interface Transaction extends Queryable {
  /** Bulk rows by COPY: seconds for what INSERT does in minutes. `null` is NULL; arrays and objects are encoded by `copyValue`. */
  copy(table: string, columns: readonly string[], rows: Iterable<readonly unknown[]>): Promise<number>;
}

/** Who gives a command: the audit trail has both names. */
export interface CommandGiver {
  /** An account of the hub, or `os:` and the account of the operating system where it is nobody's here. */
  actor: string;
  /** The account of the operating system. */
  person: string;
}

/** One role's door to the database: a TypeORM data source over a pg pool. */
export class Database implements Queryable {
  private constructor(
    readonly source: DataSource,
    private readonly name: string,
    private readonly stopping: AbortSignal | null = null,
  ) {}

  /**
   * The same door, shut once the signal is given: work that goes through it ends at its next statement, and what it had open
   * is rolled back.
   */
  until(stopping: AbortSignal): Database {
    return new Database(this.source, this.name, stopping);
  }

  /**
   * @param url with the role's own login, or with `options=-c role=...`.
   * @param options.giver who gives the command that this connection is opened for
   */
  static async open(
    url: string,
    options: ConnectionOptions & { poolSize?: number; giver?: CommandGiver } = {},
  ): Promise<Database> {
    const source = await openSource(options.giver ? urlInTheNameOf(url, options.giver) : url, {
      applicationName: options.name ?? 'hub',
      extra: { max: options.poolSize ?? 5 },
      ...(options.patience ? { patience: options.patience } : {}),
      ...(options.waitMs ? { waitMs: options.waitMs } : {}),
    });
    return new Database(source, options.name ?? 'hub');
  }

  async query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    this.stopping?.throwIfAborted();
    return inSpan('query', this.says(sql), async () => {
      const runner = this.source.createQueryRunner();
      try {
        return await rowsOf<Row>(runner, sql, parameters);
      } finally {
        await runner.release();
      }
    });
  }

  /**
   * @param session hash of a session's secret: row-level security then answers for that session's rights,
   *   for this transaction only (`SET LOCAL`, so that a pooled connection never keeps it).
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>, session?: string): Promise<T> {
    this.stopping?.throwIfAborted();
    return inSpan('transaction', this.says('transaction'), () => this.inTransaction(work, session));
  }

  private async inTransaction<T>(work: (tx: Transaction) => Promise<T>, session?: string): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction();
      if (session) await runner.query(`SELECT set_config('hub.session', $1, true)`, [session]);
      // Jobs that the transaction asks for go on with its trace: the outbox takes it down.
      const trace = traceNow();
      if (trace) await runner.query(`SELECT set_config('hub.trace', $1, true)`, [trace]);
      const result = await work(transactionOver(runner, this.stopping, (sql) => this.says(sql)));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Of a statement its first word alone: what else stands in it may be somebody's. */
  private says(statement: string): SpanSays {
    return {
      'db.system.name': 'postgresql',
      'db.client.connection.pool.name': this.name,
      'db.operation.name': /^\s*([A-Za-z]{1,20})/.exec(statement)?.[1] ?? 'other',
    };
  }

  /** Waits for what is lent, though not for a server that does not answer. */
  close(): Promise<void> {
    return closeSource(this.source);
  }
}

/** The names stand in the connection itself, from its start to its end: no statement can be written in another's. */
function urlInTheNameOf(address: string, { actor, person }: CommandGiver): string {
  const url = new URL(address);
  const told = Object.entries({ 'hub.actor': actor, 'hub.person': person }).map(
    ([name, value]) => `-c ${name}=${value.replace(/[\\\s]/g, '\\$&')}`,
  );
  url.searchParams.set('options', [url.searchParams.get('options'), ...told].filter(Boolean).join(' '));
  // A space must travel as %20: drivers don't read the plus sign that forms use for it.
  url.search = url.search.replaceAll('+', '%20');
  return url.href;
}

async function rowsOf<Row>(runner: QueryRunner, sql: string, parameters: unknown[]): Promise<Row[]> {
  const result = await runner.query(sql, parameters, true);
  return (result.records ?? []) as Row[];
}

function transactionOver(
  runner: QueryRunner,
  stopping: AbortSignal | null,
  says: (sql: string) => SpanSays,
): Transaction {
  return {
    query: async <Row>(sql: string, parameters: unknown[] = []) => {
      stopping?.throwIfAborted();
      return inSpan('query', says(sql), () => rowsOf<Row>(runner, sql, parameters));
    },
    copy: (table, columns, rows) =>
      inSpan('copy', says('COPY'), () => copyRows(runner, table, columns, rows)),
  };
}
