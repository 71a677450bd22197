import type { Database, Transaction, Viewer } from '#store';
import { whoIs } from '#store';

/** Whoever asks, for the length of one request. Without a session row-level security answers with no rows. */
export class Session {
  private known: Promise<Viewer | null> | undefined;

  constructor(
    private readonly workbench: Database,
    /** Hash of the cookie's secret; null where there is no cookie. */
    readonly hash: string | null,
    /** By what turns at large tables are counted; null for what the hub asks itself. */
    readonly asker: { by: string; signedIn: boolean } | null = null,
  ) {}

  /** The account behind the session, asked once a request; null where there is none or it has ended. */
  viewer(): Promise<Viewer | null> {
    this.known ??= this.hash === null ? Promise.resolve(null) : this.work(whoIs);
    return this.known;
  }

  /** Runs in one transaction under this session's rights. */
  work<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.workbench.transaction(work, this.hash ?? undefined);
  }
}
