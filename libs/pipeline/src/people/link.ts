import { lockFor, linkableSources, linkageState, newcomersCarryCodes, type LinkageState } from '#store';

import type { PipelineDatabases } from '../hub-databases.js';
import { linkCommunities } from './link-communities.js';
import { linkEverything } from './link-everything.js';
import { isCurrent, linkNewcomers, readKnown, type Known } from './link-newcomers.js';

/** Below this everything is linked afresh: it takes no time, and a model needs something to learn from. */
const FEW = 500;
/** Newcomers since the last bulk run, as a share of what it had, that are placed one at a time. */
const SMALL_SHARE = 0.1;

interface LinkOptions {
  /** Link although nothing is new (with a new model). */
  force?: boolean;
  /** Only a run over everything will do, because what follows from it must hang on the data alone: an edition. */
  whole?: boolean;
}

/**
 * Recognises the same person and the same community across agencies, and keeps what is known in memory: a small delivery or
 * a reviewer's word is placed among it within moments, a large one links everything afresh. Sources whose agreement does not
 * name record linkage take no part: each of their submissions is a person of its own.
 */
export class PeopleLinker {
  private known: Known | null = null;

  constructor(private readonly databases: PipelineDatabases) {}

  /** Whether the last run placed newcomers among what is known, and what is known is at hand for the next. */
  get remembers(): boolean {
    return this.known !== null;
  }

  /** @returns number of submissions, or of names of communities, looked at; 0 where there was nothing to do */
  async run(options: LinkOptions = {}): Promise<number> {
    const { worker, linker } = this.databases;
    const sources = await linkableSources(worker);
    // Until the transaction is through, nothing is known: what it adds to memory may come to nothing.
    const known = this.known;
    this.known = null;
    const done = await linker.transaction(async (tx) => {
      await lockFor(tx, 'link');
      const state = await linkageState(tx);
      if (!isDue(state, sources, options)) {
        // What a lead said of names of communities moves nobody from one person to another.
        if (state.names > 0) await linkCommunities(tx);
        return { looked: state.names, known };
      }
      const small = isSmall(state, sources, options) && !(await newcomersCarryCodes(tx));
      const held =
        small && state.last
          ? isCurrent(known, state)
            ? known
            : await readKnown(tx, state.last, sources)
          : null;
      if (!held || !state.last) return { looked: await linkEverything(tx, sources), known: null };
      return { looked: await linkNewcomers(tx, held, state.last, sources), known: held };
    });
    this.known = done.known;
    return done.looked;
  }
}

/** Links everything afresh where anything has changed since everything was last linked; ids of people persist. */
export const linkPeople = (databases: PipelineDatabases, options: LinkOptions = {}): Promise<number> =>
  new PeopleLinker(databases).run({ ...options, whole: true });

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);

function isDue(
  { waiting, decisions, last, linked }: LinkageState,
  sources: readonly string[],
  options: LinkOptions,
): boolean {
  if (options.force || waiting > 0 || decisions > 0) return true;
  if (!last) return false;
  return (
    !same(last.sources, sources) ||
    linked !== last.records ||
    (options.whole === true && last.bulk !== last.id)
  );
}

function isSmall(
  { waiting, linked, last }: LinkageState,
  sources: readonly string[],
  options: LinkOptions,
): boolean {
  if (options.force || options.whole || !last || !same(last.sources, sources)) return false;
  if (last.bulkRecords < FEW || linked !== last.records) return false;
  return linked + waiting - last.bulkRecords <= last.bulkRecords * SMALL_SHARE;
}
