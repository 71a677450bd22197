import {
  type CountCell,
  type DisclosurePolicy,
  EXACT_POLICY,
  POLICY_P_AS_KEPT,
  SIMPLE_POLICY,
  withNoise,
} from '#disclosure';
import { Census, CENSUS_2021, cityCodebooks, type Codebook, rangeOfPeople } from '#domain';
import { countPublished } from '#editions';
import { AnswerCache } from '#platform';
import {
  countWorking,
  readAgencies,
  readCodebooks,
  readCountedCommunities,
  readEngagements,
  readOptions,
  readParts,
  readQuestions,
  readWorkingFacts,
  readWorkingOptions,
  readWorkingOwn,
  readWordings,
  readWorkingQuestions,
  sessionIsAnalyst,
  type CountRow,
  type Funnel,
  type Queryable,
  type SourceFunnel,
} from '#store';
import { type CountDimension, NO_COMMUNITY, NOT_IN_ANY_THEME } from '../dimensions.js';
import { type Frozen, frozenOf } from '../frozen/frozen.js';
import type { Edition, Versions } from './figure-shapes.js';
import { type AskedQuestions, byEngagement } from './results/asked-questions.js';
import { sumOfSources } from '../publish/refresh-working-facts.js';
import { Vocabulary } from './vocabulary.js';

/** Where counts come from: an edition, or the working facts. The only way to a true count; `askFigures` releases it. */
export interface Counter {
  /** Null when working. */
  edition: Edition | null;
  /** What it reads by; what was worked out of editions is kept with it. */
  by: Queryable;
  policy: DisclosurePolicy;
  versions: Versions;
  /** Of everything that this counter can see. */
  funnel: Funnel;
  sources: SourceFunnel[];
  vocabulary: Vocabulary;
  /** What the edition was counted by; null of one made before that was kept, and of working facts. */
  frozen: Frozen | null;
  census: Census;
  /** Closed questions and their options, of all engagements. */
  questions(): Promise<AskedQuestions>;
  count(dimensions: readonly CountDimension[], filters: CountFilters): Promise<CountCell[]>;
}

/** What a count is narrowed to: a question's filters, and of working figures the place of an answer. */
export type CountFilters = Partial<Record<CountDimension, string[]>>;

/** Counted cells of all editions that are kept in memory: some 300 bytes each. */
const MOST_COUNTED = 500_000;
const counted = new WeakMap<Queryable, AnswerCache<CountCell[]>>();

/** Counts of one published edition, by the published role. */
export async function editionCounter(
  db: Queryable,
  edition: Edition,
  facts: { funnel: Funnel; sources: SourceFunnel[] },
): Promise<Counter> {
  const number = edition.number;
  // One after the other, over one connection: to open four more takes longer than what they are asked for.
  const [agencies, engagements, communities, codebooks, parts] = [
    await readAgencies(db, number),
    await readEngagements(db, number),
    await readCountedCommunities(db, number),
    await readCodebooks(db, number),
    await readParts(db, number),
  ];
  const frozen = frozenOf(parts);
  const counts = counted.get(db) ?? new AnswerCache<CountCell[]>(MOST_COUNTED, (cells) => cells.length);
  counted.set(db, counts);
  return {
    edition,
    by: db,
    policy: policyOf(edition.versions, null, frozen),
    versions: edition.versions,
    ...facts,
    vocabulary: new Vocabulary({
      agencies,
      engagements,
      communities,
      codebooks: codebooks as Codebook[],
      frozen,
    }),
    frozen,
    census: frozen ? new Census(frozen.geography.census) : CENSUS_2021,
    count: (dimensions, filters) =>
      counts.answer(`${editionKey(edition)} ${countKey(dimensions, filters)}`, async () =>
        (await countPublished(db, number, dimensions, stored(filters))).map((row) =>
          fromStored(dimensions, row),
        ),
      ),
    questions: once(async () =>
      byEngagement(await readQuestions(db, number), await readOptions(db, number), frozen?.wordings ?? []),
    ),
  };
}

/** An edition never changes; a number that was published anew on an emptied database is another edition. */
export const editionKey = ({ number, hash }: Edition): string => `${number}/${hash}`;

/**
 * The policy that an edition was published by, with the parameters that it keeps: its figures stay under it.
 * @param secret of the hub's noise; null for whoever tells what was released and releases nothing
 */
export function policyOf(
  { disclosurePolicy }: Pick<Versions, 'disclosurePolicy'>,
  secret: string | null,
  frozen: Pick<Frozen, 'policy'> | null,
): DisclosurePolicy {
  if (frozen) return withNoise(frozen.policy, secret);
  const simple = `${SIMPLE_POLICY.code} ${SIMPLE_POLICY.version}`;
  if (disclosurePolicy === simple) return SIMPLE_POLICY;
  return withNoise(POLICY_P_AS_KEPT, secret);
}

/**
 * Counts of the working facts, of the session's own agencies.
 * @param tx a transaction of the workbench role that bears the session
 * @returns null where the session is no analyst's
 */
export async function workingCounter(tx: Queryable): Promise<Counter | null> {
  if (!(await sessionIsAnalyst(tx))) return null;
  const working = await readWorkingFacts(tx);
  const count = eachOnce(
    inTurn(async (dimensions, filters) =>
      (await countWorking(tx, dimensions, stored(filters))).map((row) => fromStored(dimensions, row)),
    ),
  );
  const sources = working?.sources ?? [];
  const [all] = working ? await count([], {}) : [];
  return {
    edition: null,
    by: tx,
    policy: EXACT_POLICY,
    versions: { ...NO_VERSIONS, ...working?.versions },
    funnel: {
      ...ownFunnel(sources, working?.funnel ?? null, all?.people ?? 0),
      ...(await readWorkingOwn(tx)),
    },
    sources,
    vocabulary: new Vocabulary({
      agencies: working?.agencies ?? [],
      engagements: working?.engagements ?? [],
      communities: working?.communities ?? [],
      codebooks: cityCodebooks((working?.codebooks ?? []) as Codebook[]),
      working: true,
    }),
    frozen: null,
    census: CENSUS_2021,
    count,
    questions: once(async () =>
      byEngagement(await readWorkingQuestions(tx), await readWorkingOptions(tx), await readWordings(tx)),
    ),
  };
}

export const NO_VERSIONS: Versions = {
  codebook: '',
  coder: '',
  linkageModel: '',
  disclosurePolicy: '',
  geography: '',
};

/** Rows of the agencies' own sources, with the range of people by their own links. */
function ownFunnel(
  sources: readonly SourceFunnel[],
  hub: Funnel | null,
  people: number,
): Omit<Funnel, 'withText' | 'coded' | 'arguments'> {
  const sums = sumOfSources(sources);
  const { low, high } = hub
    ? rangeOfPeople(
        { people, submissions: sums.submissions },
        { ...hub, low: hub.peopleLow, high: hub.peopleHigh },
      )
    : { low: people, high: people };
  return {
    ...sums,
    people,
    peopleLow: low,
    peopleHigh: high,
  };
}

/** One question asks for the same count in several places (the whole, the base): each is counted once. */
function eachOnce(count: Counter['count']): Counter['count'] {
  const asked = new Map<string, ReturnType<Counter['count']>>();
  return (dimensions, filters) => {
    const key = countKey(dimensions, filters);
    const found = asked.get(key) ?? count(dimensions, filters);
    asked.set(key, found);
    return found;
  };
}

/** A transaction takes one question at a time. */
function inTurn(count: Counter['count']): Counter['count'] {
  let last: Promise<unknown> = Promise.resolve();
  return (dimensions, filters) => {
    const next = last.catch(() => undefined).then(() => count(dimensions, filters));
    last = next;
    return next;
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

const countKey = (dimensions: readonly CountDimension[], filters: CountFilters): string =>
  JSON.stringify([dimensions, Object.entries(filters).sort()]);

const stored = (filters: CountFilters): Record<string, string[]> =>
  Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, values.map(toStored)]));

const toStored = (code: string): string => (code === NOT_IN_ANY_THEME || code === NO_COMMUNITY ? '' : code);

function fromStored(dimensions: readonly CountDimension[], row: CountRow): CountCell {
  const keys = row.keys.map((key, at) => {
    if (key !== '') return key;
    return dimensions[at] === 'community' ? NO_COMMUNITY : NOT_IN_ANY_THEME;
  });
  return {
    keys,
    submissions: row.submissions,
    people: row.people,
    arguments: row.arguments,
    health: row.health,
    noiseKeys: { people: row.keySum, submissions: row.submissionKeySum, arguments: row.argumentKeySum },
  };
}
