import { join } from 'node:path';
import {
  type Database,
  editionsWithoutFiles,
  lockFacts,
  registeredEditionFiles,
  registerEditionFiles,
  retireEditionFiles,
  type Transaction,
} from '#store';
import { editionsFolder, sweep } from './place.js';
import { type Verification, verifyEdition } from './verify.js';
import { rebuildCache, writeEditionFiles } from './write.js';
import { CACHE } from './cache.js';

/** Editions as files under a hub's data folder, with their register in the database. Roles: the worker's. */
export class EditionFiles {
  private readonly folder: string;

  /** @param dataDir the hub's data folder */
  constructor(dataDir: string) {
    this.folder = editionsFolder(dataDir);
  }

  /**
   * Writes an edition's files and registers them, in the transaction that publishes it and holds `lockFacts`: if the
   * transaction fails, what was written is in no register and goes with the next sweep.
   */
  async publish(tx: Transaction, edition: number): Promise<void> {
    await this.sweep(tx);
    await registerEditionFiles(tx, edition, await writeEditionFiles(tx, this.folder, edition));
  }

  /**
   * In the transaction that changes an edition's keys: its files are of no use from its commit on, also if nobody comes
   * to write them anew. The database counts meanwhile, and `complete` writes them at the next start.
   */
  retire(tx: Transaction, edition: number): Promise<void> {
    return retireEditionFiles(tx, edition);
  }

  /** Writes an edition's files anew from the database (after an erasure, or where a part is damaged). */
  async renew(db: Database, edition: number): Promise<void> {
    await db.transaction(async (tx) => {
      await lockFacts(tx);
      await this.publish(tx, edition);
    });
    await db.transaction(async (tx) => {
      await lockFacts(tx);
      await this.sweep(tx);
    });
  }

  /** Writes the files of editions that have none, such as retired ones and those published before there were any. @returns how many */
  async complete(db: Database): Promise<number> {
    const missing = await editionsWithoutFiles(db);
    for (const edition of missing) await this.renew(db, edition);
    return missing.length;
  }

  verify(db: Database, edition: number): Promise<Verification> {
    return verifyEdition(db, this.folder, edition);
  }

  /** Makes what `verify` refused anew: the cache from the Parquet parts, anything else from the database. */
  async repair(db: Database, edition: number, file: string | null): Promise<void> {
    const found = (await registeredEditionFiles(db)).find((each) => each.edition === edition);
    if (found && file?.endsWith(CACHE)) await rebuildCache(join(this.folder, found.folder), found.manifest);
    else await this.renew(db, edition);
  }

  private async sweep(tx: Transaction): Promise<void> {
    const registered = await registeredEditionFiles(tx);
    sweep(this.folder, new Set(registered.map(({ folder }) => folder)));
  }
}
