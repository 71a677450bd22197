import { askResults, completeStandings, publishEdition, refreshWorkingFacts, type Results } from '#facts';
import { codeSubmissions, linkPeople, runOwnCodebook } from '#pipeline';
import {
  Database,
  draftLines,
  keepOwnCodebook,
  nearestOf,
  ownCodebook,
  readCodebookVersion,
  shapeTheme,
  type Transaction,
} from '#store';
import { nextVersion } from '../../apps/api/src/analyst/codebooks/draft.js';
import { LIBRARY_TOPICS, libraryComments, topicOf, type LibraryComment } from './libraries.js';
import { pipelineHub, type PipelineHub } from './pipeline-hub.js';
import { plantSession } from './plant-rows.js';

/** A hub with comments on libraries, an edition without any codebook of an agency, and two editors of the council. */
export interface OwnCodebookHub {
  hub: PipelineHub;
  comments: LibraryComment[];
  /** Sessions: two editors and analysts of the council, one of another agency. */
  first: string;
  second: string;
  elsewhere: string;
  by<T>(session: string, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** By the role that reads what is published. */
  published: Database;
  workbench: Database;
  publish(): Promise<void>;
  resultsOf(edition: number): Promise<Results>;
  /** Does what waits for the worker, by words alone. */
  work(): Promise<void>;
  /** Keeps the largest group of each topic under the topic's name and merges the others into it. */
  shapeByTopic(code: string): Promise<void>;
  /** Keeps what was shaped and has it coded. */
  keep(code: string): Promise<void>;
  end(): Promise<void>;
}

export async function ownCodebookHub(many: number): Promise<OwnCodebookHub> {
  const hub = await pipelineHub();
  const workbench = await Database.open(hub.database.urlFor('workbench'));
  const published = await Database.open(hub.database.urlFor('published'));
  const comments = libraryComments(many);
  await hub.deliver(comments.map(({ text }, at) => ({ ref: at, words: text })));
  await codeSubmissions(hub.worker);
  await linkPeople(hub);
  await refreshWorkingFacts(hub.worker);
  const publish = async (): Promise<void> => {
    await publishEdition(hub.worker);
    await completeStandings(hub.worker);
  };
  await publish();
  await hub.rows(
    `INSERT INTO engagement.agency (code, name, kind) VALUES ('force', 'Demonstration Police', 'police')`,
  );
  const session = (agency: string) => plantSession(hub.database.admin, ['editor', 'analyst'], [agency]);
  const first = await session('council');
  const by = <T>(who: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
    workbench.transaction(work, who);
  const work = () => doWhatWaits(hub);
  return {
    hub,
    comments,
    first,
    second: await session('council'),
    elsewhere: await session('force'),
    by,
    published,
    workbench,
    publish,
    work,
    resultsOf: async (edition) => {
      const answer = await askResults(
        published,
        { engagement: 'council/safer', edition },
        { kind: 'public' },
      );
      if (!answer.ok) throw new Error(answer.reason);
      return answer.results;
    },
    shapeByTopic: async (code) => {
      expect((await by(first, (tx) => shapeByTopic(tx, code))).sort()).toEqual([...LIBRARY_TOPICS].sort());
    },
    keep: async (code) => {
      await by(first, (tx) => keepShaped(tx, code));
      await work();
    },
    end: async () => {
      await Promise.all([workbench.close(), published.close()]);
      await hub.end();
    },
  };
}

async function doWhatWaits(hub: PipelineHub): Promise<void> {
  for (const { id } of await hub.rows<{ id: string }>(
    `SELECT id FROM coding.codebook_run WHERE state = 'waiting' ORDER BY id`,
  ))
    await runOwnCodebook(hub.worker, Number(id), { vectors: false });
}

/** @returns the topics that it found */
async function shapeByTopic(tx: Transaction, code: string): Promise<string[]> {
  const kept = new Map<string, number>();
  for (const line of await draftLines(tx, code)) {
    const votes = (await nearestOf(tx, [line.id], 9)).map(({ text }) => topicOf(text) ?? '');
    const of = (topic: string): number => votes.filter((vote) => vote === topic).length;
    const topic = [...votes].sort((a, b) => of(b) - of(a))[0]!;
    const into = kept.get(topic);
    if (into === undefined) kept.set(topic, line.id);
    await shapeTheme(
      tx,
      line.id,
      into === undefined ? { name: topic, state: 'kept' } : { state: 'merged', into },
    );
  }
  return [...kept.keys()];
}

async function keepShaped(tx: Transaction, code: string): Promise<void> {
  const book = (await ownCodebook(tx, code))!;
  const earlier = book.newest > 0 ? await readCodebookVersion(tx, code, book.newest) : null;
  const next = nextVersion(book, await draftLines(tx, code), earlier);
  expect(await keepOwnCodebook(tx, next.codebook, next.mapping)).toBeGreaterThan(0);
}
