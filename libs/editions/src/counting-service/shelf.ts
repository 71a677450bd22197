import { join } from 'node:path';
import {
  type Counted,
  CountingThreads,
  type CountQuestion,
  count,
  Kernel,
  type KeptPairs,
  keptAnswer,
  lay,
  TABLE_AT,
} from '#counting';
import type { EditionFilesRow } from '#store';
import { openCache, type OpenCache } from '../files/cache.js';
import { kernelModule } from '../files/kernel-file.js';
import { ClosedFile, DamagedFile } from '../files/manifest.js';
import { editionsFolder } from '../files/place.js';
import { rebuildCache } from '../files/write.js';

/** Room for open editions, besides the one asked last; those asked longest ago give way. */
const ROOM_BYTES = 256e6;
const BYTES_A_THREAD = 12e6;
/** A smaller edition is counted faster than a thread is spoken to. */
const WORTH_THREADS = 60_000;

export interface ShelfOptions {
  dataDir: string;
  threads: number;
  /** Told which file (folder and name) was found damaged, missing or old, and is made anew; or, once, is closed to us. */
  warn(file: string, what: 'made-anew' | 'closed'): void;
}

interface OpenEdition {
  folder: string;
  openMs: number;
  bytes: number;
  threads: number;
  kept: KeptPairs;
  count(question: CountQuestion, signal: AbortSignal): Promise<Counted>;
  close(): Promise<void>;
}

const keyOf = ({ folder, manifest }: EditionFilesRow): string => `${folder} ${manifest}`;

/** The editions that this process has open, by folder. */
export class Shelf {
  private readonly open = new Map<string, Promise<OpenEdition>>();
  private readonly module = kernelModule();
  /** Folders of which it was said that they are closed to this account. */
  private readonly told = new Set<string>();

  constructor(private readonly options: ShelfOptions) {}

  /**
   * @throws DamagedFile where the edition's files can't be trusted and not be made anew
   * @throws ClosedFile where this account may not read them
   * @throws RangeError for what can't be asked
   */
  async count(files: EditionFilesRow, question: CountQuestion, signal: AbortSignal): Promise<Counted> {
    const edition = await this.edition(files);
    try {
      return keptAnswer(edition.kept, question) ?? (await edition.count(question, signal));
    } catch (error) {
      // A thread has failed: the next question opens the edition anew.
      if (!(error instanceof RangeError) && !signal.aborted) this.open.delete(keyOf(files));
      throw error;
    }
  }

  /** Editions that are open. */
  async editions(): Promise<Pick<OpenEdition, 'folder' | 'openMs' | 'bytes'>[]> {
    const open = await Promise.allSettled(this.open.values());
    return open.flatMap((each) => {
      if (each.status === 'rejected') return [];
      const { folder, openMs, bytes } = each.value;
      return [{ folder, openMs, bytes }];
    });
  }

  async close(): Promise<void> {
    const open = [...this.open.values()];
    this.open.clear();
    for (const edition of open) await edition.then((each) => each.close()).catch(() => undefined);
  }

  private edition(files: EditionFilesRow): Promise<OpenEdition> {
    const key = keyOf(files);
    const found = this.open.get(key) ?? this.openEdition(files);
    // The latest asked goes to the end.
    this.open.delete(key);
    this.open.set(key, found);
    found.catch(() => this.open.delete(key));
    void found.then(() => this.makeRoom()).catch(() => undefined);
    return found;
  }

  private async makeRoom(): Promise<void> {
    const all = [...this.open].reverse();
    let taken = 0;
    for (const [at, [key, edition]] of all.entries()) {
      const { bytes, threads, close } = await edition;
      taken += bytes + threads * BYTES_A_THREAD;
      if (at === 0 || taken <= ROOM_BYTES || this.open.get(key) !== edition) continue;
      this.open.delete(key);
      await close();
    }
  }

  private async openEdition(files: EditionFilesRow): Promise<OpenEdition> {
    const started = performance.now();
    const { description, memory, kept, bytes } = await this.openOrRebuild(files);
    const about = { folder: files.folder, openMs: performance.now() - started, bytes };
    if (description.submissions >= WORTH_THREADS && this.options.threads > 0) {
      const threads = new CountingThreads({ description, memory, kernel: this.module }, this.options.threads);
      return {
        ...about,
        threads: this.options.threads,
        kept,
        count: (question, signal) => threads.count(question, signal),
        close: () => threads.close(),
      };
    }
    const kernel = this.module ? new Kernel(this.module, memory, description) : null;
    const table = lay(description, memory.buffer, TABLE_AT);
    return {
      ...about,
      threads: 0,
      kept,
      count: async (question) => kernel?.count(question) ?? count(table, question),
      close: () => Promise.resolve(),
    };
  }

  private async openOrRebuild({ folder, manifest }: EditionFilesRow): Promise<OpenCache> {
    const path = join(editionsFolder(this.options.dataDir), folder);
    const seats = Math.max(1, this.options.threads);
    try {
      return openCache(path, manifest, seats);
    } catch (error) {
      if (error instanceof ClosedFile && !this.told.has(folder)) {
        this.told.add(folder);
        this.options.warn(`${folder}/${error.file}`, 'closed');
      }
      if (!(error instanceof DamagedFile)) throw error;
      this.options.warn(`${folder}/${error.file}`, 'made-anew');
      await rebuildCache(path, manifest);
      return openCache(path, manifest, seats);
    }
  }
}
