import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '#store';
import { sessionOf } from '../sign-in/session-of.js';
import type { Session } from '../sign-in/session.js';
import type { LimitedKind } from '../limits/kinds.js';
import { badRequest } from './errors.js';

/** A reviewer compares two records; a list of identities is nobody's work. */
const MOST_OPENED = 2;
const ONE_FAMILY = 'Compare one family of records at a time, and open no other details beside it.';

type Batch<K, V> = (keys: readonly K[]) => Promise<(V | Error)[]>;

/** What the resolvers of one request share: who asks, and what was loaded already. */
export class ApiContext {
  readonly session: Session;
  private opened = 0;
  /** The one family that this request compares. */
  private family: ReadonlySet<string> | null = null;
  private readonly loaders = new Map<object, DataLoader<never, unknown>>();

  constructor(
    readonly req: FastifyRequest,
    readonly reply: FastifyReply,
    workbench: Database,
  ) {
    this.session = sessionOf(req, workbench);
  }

  /** Counts one of a limited kind. @throws ApiError BUSY */
  limit(kind: LimitedKind, signedIn = true): Promise<void> {
    return this.req.server.limits.pass(kind, this, signedIn ? this.session.hash : null);
  }

  /**
   * Records of one family, which are compared all at once; each still counts for the session. A request compares one family and
   * nothing beside it.
   * @throws ApiError for a second family, and beside details of other records
   */
  comparesFamily(submissions: readonly string[]): void {
    if (this.family !== null || this.opened > 0) throw badRequest(ONE_FAMILY);
    this.family = new Set(submissions);
  }

  /**
   * Counts a record whose identifying details are opened, in this request and by this session.
   * @param looked whether one person is looked up, or records of a possible match are compared
   * @param submission the record
   * @throws ApiError for more than are compared, and BUSY for more in an hour than a person looks at
   */
  async openIdentity(looked: 'identity' | 'match-details', submission: string): Promise<void> {
    if (this.family !== null) {
      if (looked === 'identity' || !this.family.has(submission)) throw badRequest(ONE_FAMILY);
    } else if (++this.opened > MOST_OPENED)
      throw badRequest(`Identifying details are opened for ${MOST_OPENED} records at a time.`);
    await this.limit(looked);
  }

  /**
   * The loader of this request that belongs to a function: what is asked for in one breath is loaded at once, and nothing
   * twice.
   * @param load values of many keys, in the order of the keys; the function itself is the loader's identity
   */
  batch<K, V>(load: (context: ApiContext, keys: readonly K[]) => Promise<(V | Error)[]>): DataLoader<K, V> {
    const known = this.loaders.get(load) as DataLoader<K, V> | undefined;
    if (known) return known;
    const one: Batch<K, V> = (keys) => load(this, keys);
    const made = new DataLoader<K, V>(one, { maxBatchSize: 1000 });
    this.loaders.set(load, made as unknown as DataLoader<never, unknown>);
    return made;
  }
}
