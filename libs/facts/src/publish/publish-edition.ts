import { createHash } from 'node:crypto';
import type { EditionFiles } from '#editions';
import {
  type Database,
  digestSupport,
  digestVotes,
  digestWordings,
  digestWorkingFacts,
  editionFacts,
  fewNewPeople,
  freezeDecisions,
  freezeWorkingFacts,
  keepEditionGrades,
  keepParts,
  latestEdition,
  lockFacts,
  movedPeople,
  nextNumber,
  readWordings,
  recordEvent,
  signEdition,
  type Transaction,
} from '#store';
import { type FactsBasis, hubPads, refreshUnderLock } from './refresh-working-facts.js';
import { reports } from '../reports/registry.js';
import { keepStandings } from '../standing/keep-standings.js';
import { keepSupport } from '../support/keep-support.js';
import { keepVotes } from '../votes/keep-votes.js';
import { makeStatements } from '../statements/make-statements.js';
import { type CountedBy, countedBy, linesOf, partsOf } from './counted-by.js';
import { gradesToKeep, type GradesToKeep, linesOfGrades, themesThatDoNotMeet } from './grades.js';
import type { FrozenGrade } from '../frozen/frozen.js';
import { freezeRecorded } from '../recorded/freeze-recorded.js';
import type { KindsOfThemes } from '../recorded/voice-and-record.js';
import { toState } from './to-state.js';

/** A correction of fewer people would tell who they are. */
const FEWEST_CORRECTED = 5;
/** Fewer new people wait for the next edition: the difference of two would be about them. */
const FEWEST_NEW = 5;

export interface Publication {
  /**
   * `unchanged`: the facts are those of the latest edition, and no edition was made. `empty`: there is nothing yet.
   * `held`: another coder than that of the latest edition comes to other figures, beyond what either may be wrong by, of too many themes.
   * `waiting`: nothing is new but fewer than five people, or a correction of so few: it would tell who they are, and waits until there are five.
   */
  status: 'published' | 'unchanged' | 'empty' | 'waiting' | 'held';
  /** Number of the edition that holds these facts; null where there is none. */
  edition: number | null;
  hash: string | null;
  /** New people who are not in it, because they are fewer than five: they wait for the next. */
  waiting: number;
  /** Codes of themes over which it is held back. */
  apart?: string[];
}

interface Options {
  note?: string | null;
  correction?: string | null;
  /** Of the publication whose job this is, where two people agreed to it. */
  proposal?: number | null;
  now?: Date;
  files?: EditionFiles;
  kindsOfThemes?: KindsOfThemes;
  journal?: NumberJournal;
}

/** Where numbers that editions were given are kept outside the database. */
export interface NumberJournal {
  published(edition: number): void;
}

/**
 * Freezes the facts as they are now, refreshed in the same transaction, as the next edition: whole or not at all. Of
 * two publications at once the second finds nothing new. An edition has no new person or at least five; one to four wait for the next,
 * and what else has changed is published without them.
 * @param db opened as the worker role
 * @param options.note what is new, in words, for the edition's page
 * @param options.correction what an earlier edition had wrong and why: the edition is then marked as its correction, and
 *   made only where at least five people read otherwise
 * @param options.kindsOfThemes kinds of recorded crime that themes answer to; without, nothing is set beside a record
 * @param options.files where the edition's files go; without, the database alone holds it
 * @param options.journal is told the edition's number before it takes effect, so that no restored hub gives it again
 */
export async function publishEdition(db: Database, options: Options = {}): Promise<Publication> {
  const definitions = await reports();
  return db.transaction(async (tx) => {
    await lockFacts(tx);
    const latest = await latestEdition(tx);
    const { basis, waiting } = await factsToPublish(tx);
    const publication = await freeze(tx, { definitions, basis, latest, waiting, ...options });
    // What agencies see of their own are all their people.
    if (waiting.people > 0) await refreshUnderLock(tx);
    return publication;
  });
}

/** The working facts as an edition may have them. */
async function factsToPublish(tx: Transaction): Promise<{ basis: FactsBasis; waiting: FewNewPeople }> {
  const waiting = await fewNewPeople(tx, FEWEST_NEW);
  return { basis: await refreshUnderLock(tx, waiting.submissions), waiting };
}

type FewNewPeople = Awaited<ReturnType<typeof fewNewPeople>>;

interface ToFreeze extends Options {
  definitions: Awaited<ReturnType<typeof reports>>;
  basis: FactsBasis;
  latest: { number: number; hash: string } | null;
  waiting: FewNewPeople;
}

async function freeze(tx: Transaction, asked: ToFreeze): Promise<Publication> {
  const { definitions, basis, latest, waiting, note = null, correction = null } = asked;
  const without = { edition: latest?.number ?? null, hash: latest?.hash ?? null, waiting: waiting.people };
  if (!latest && isEmpty(basis)) return { status: waiting.people > 0 ? 'waiting' : 'empty', ...without };
  const counted = await countedBy(tx, definitions);
  const number = await nextNumber(tx);
  const graded = await gradesToKeep(tx, number);
  const left = waiting.submissions.map(({ id }) => id);
  const hash = await hashOfFacts(tx, counted, basis, graded.grades, left);
  if (latest?.hash === hash) return { status: waiting.people > 0 ? 'waiting' : 'unchanged', ...without };
  if (correction && latest && (await movedPeople(tx, latest.number)) < FEWEST_CORRECTED)
    return { status: 'waiting', ...without };
  const apart = themesThatDoNotMeet(graded.rows);
  if (apart.length > 0) {
    await recordEvent(tx, {
      agency: null,
      action: 'edition-held',
      subject: '',
      detail: { apart: apart.length },
    });
    return { status: 'held', ...without, apart };
  }
  const now = asked.now ?? new Date();
  await freezeWorkingFacts(tx, { number, hash, note, correction, now }, await hubPads(tx));
  await freezeDecisions(tx, number);
  await signEdition(tx, number, asked.proposal ?? null);
  await freezeWhatItSays(tx, number, counted, graded, { now, kinds: asked.kindsOfThemes ?? {}, left });
  await asked.files?.publish(tx, number);
  const detail = { hash, correction: correction !== null };
  await recordEvent(tx, { agency: null, action: 'edition-published', subject: String(number), detail });
  asked.journal?.published(number);
  return { status: 'published', edition: number, hash, waiting: waiting.people };
}

/** What the edition is counted by, its released figures, and what they let it say. */
async function freezeWhatItSays(
  tx: Transaction,
  number: number,
  counted: CountedBy,
  graded: GradesToKeep,
  { now, kinds, left }: { now: Date; kinds: KindsOfThemes; left: readonly string[] },
): Promise<void> {
  const facts = await editionFacts(tx, number);
  const parts = await partsOf(tx, number, counted, { dataTo: facts?.dataTo ?? null, now });
  await keepParts(tx, number, { ...parts });
  await keepStandings(tx, number);
  const from = await toState(tx, number, parts, graded);
  const statements = await makeStatements(tx, number, parts, from);
  const recorded = await freezeRecorded(tx, number, parts, from, statements, kinds);
  const votes = await keepVotes(tx, number, parts.policy);
  const support = await keepSupport(tx, number, parts.policy, left);
  const wordings = await readWordings(tx);
  await keepParts(tx, number, { statements, votes, support, wordings, grades: graded.grades, recorded });
  await keepEditionGrades(tx, number, graded.sizes);
}

/**
 * The edition hash: SHA-256 over the digests of the standard tables, what it is counted by (policy, reports, rules, map,
 * signed series), the grades that its figures are told by, the versions, and the range of people, each in a fixed order. Not in it: times, ids, keys, the note, decisions (they have a digest of their own), and what became of rows that made no
 * submission (a file sent twice is no news), so that two hubs with the same input agree.
 */
async function hashOfFacts(
  tx: Transaction,
  counted: CountedBy,
  basis: FactsBasis,
  grades: readonly FrozenGrade[],
  left: readonly string[],
): Promise<string> {
  const digests = await digestWorkingFacts(tx);
  const { people, peopleLow, peopleHigh } = basis.funnel;
  const votes = await digestVotes(tx);
  const support = await digestSupport(tx, left);
  const wordings = await digestWordings(tx);
  const lines = [
    ...Object.keys(digests)
      .sort()
      .map((table) => `${table} ${digests[table]}`),
    ...linesOf(counted),
    ...linesOfGrades(grades),
    ...(votes === null ? [] : [`votes ${votes}`]),
    ...(support === null ? [] : [`support ${support}`]),
    ...(wordings === null ? [] : [`wordings ${wordings}`]),
    JSON.stringify(Object.entries(basis.versions).sort()),
    JSON.stringify([people, peopleLow, peopleHigh]),
  ];
  return createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex');
}

/** Nothing said by anybody yet: no submission, and no statement of an agency. */
const isEmpty = ({ funnel }: FactsBasis): boolean => funnel.submissions === 0 && funnel.statements === 0;
