import {
  answersAlone,
  type Database,
  forget,
  hubSecret,
  lockFacts,
  lockFor,
  peopleBehind,
  putJob,
  recordEvent,
  type Transaction,
} from '#store';
import { newSecret } from './keys.js';
import { refreshUnderLock } from './refresh-working-facts.js';

export interface Erasure {
  /** `unknown`: there is no submission of these ids. */
  status: 'erased' | 'unknown';
  /** Submissions that are gone, with all else that their people said. */
  submissions: number;
  /** Past editions in which they were cut loose; their figures stand. */
  editions: number[];
  /** Delivered files whose content is gone. */
  files: number;
}

/** What holds editions as files: written anew once their keys have changed. */
export interface RenewsFiles {
  /** In the transaction that changes keys: what was written is of no use any more. */
  retire(tx: Transaction, edition: number): Promise<void>;
  renew(db: Database, edition: number): Promise<void>;
}

/** Where erasures are written down outside the database, to outlive a restore of an older one. */
export interface Journal {
  /** @param tombstones hexadecimal; on the disk when this returns */
  add(tombstones: readonly string[]): void;
}

/**
 * Erases the people who made these submissions, with all that matching knows to be theirs: from the hub's tables and files,
 * and from past editions by policy P's rule for erasure (its fifth, docs/decisions/0013), in which they keep nothing but the eight bits that the noise hangs on, so
 * that no figure moves. The next edition is that of a hub which never had them. All of it or nothing; the editions' files
 * are written anew after that.
 * @param db opened as the worker role
 * @param options.only these submissions alone, whatever else their people said: what somebody took back, or a restored hub was to forget
 * @param options.again they were erased before, and came back with an older copy of the database
 */
export async function erasePeople(
  db: Database,
  submissions: readonly string[],
  options: { only?: boolean; again?: boolean; files?: RenewsFiles; journal?: Journal } = {},
): Promise<Erasure> {
  const erased = await db.transaction(async (tx): Promise<Erasure> => {
    // Beside a publication that has finished all there is, nobody may be taken out of it.
    await lockFor(tx, 'taking', 'shared');
    await lockFacts(tx);
    const held = await (options.only ? answersAlone : peopleBehind)(tx, submissions);
    if (held.submissions.length === 0) return { status: 'unknown', submissions: 0, editions: [], files: 0 };
    const { editions, files, tombstones } = await forget(tx, held, await hubSecret(tx, newSecret()));
    for (const edition of editions) await options.files?.retire(tx, edition);
    await refreshUnderLock(tx);
    await putJob(tx, 'forget-vectors');
    const detail = { submissions: held.submissions.length, editions, files };
    const action = options.again ? 'person-erased-again' : 'person-erased';
    await recordEvent(tx, { agency: null, action, subject: '', detail });
    // Before the commit: an erasure that is not in the journal would be undone by a restore, and nobody would know.
    options.journal?.add(tombstones);
    return { status: 'erased', ...detail };
  });
  for (const edition of erased.editions) await options.files?.renew(db, edition);
  return erased;
}
