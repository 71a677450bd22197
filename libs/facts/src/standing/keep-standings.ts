import { assemble, count, type Counted, type FactTable, type SubmissionColumns } from '#counting';
import { Groups } from '#disclosure';
import type { Codebook } from '#domain';
import {
  type Database,
  editionBefore,
  editionColumns,
  editionRows,
  editionsWithoutStandings,
  keepStanding,
  lockFacts,
  readAgencies,
  readCodebooks,
  readCountedCommunities,
  readEngagements,
  keptTables,
  readNoiseSecret,
  readParts,
  storedStanding,
  type Transaction,
} from '#store';
import { columnsOfRows } from '#editions';
import { policyOf } from '../ask/counter.js';
import {
  type Characteristic,
  type CountDimension,
  FACT_DIMENSIONS,
  type FactDimension,
  OPTION,
} from '../dimensions.js';
import { type Frozen, frozenOf } from '../frozen/frozen.js';
import { type EditionGroup, isToldOfEngagements } from '../groups/declare.js';
import { withGroups } from '../groups/grouped-columns.js';
import { isAskedOfPeople, quartersBetween, Vocabulary } from '../ask/vocabulary.js';
import { withoutAbove } from './above.js';
import { keepAnswers } from './keep-answers.js';
import { type CountedLayout, everyTable, LARGEST_TABLE, sizeOf } from './layout.js';
import { stand, type Standing } from './stand.js';
import { fromStored, toStored } from './stored.js';
import { toldTables } from './told-tables.js';
import { WholeSets } from './true-counts.js';

const ROWS_AT_ONCE = 200_000;

/**
 * Releases every table of an edition and keeps it, in the transaction that publishes the edition (or, of an edition made before
 * tables were kept, once). What the public is answered is read from there; nothing is released while somebody waits.
 * @param tx by the worker role, holding `lockFacts`
 * @param late is the edition published already? Its answers are then told by no area (they were not when it was published)
 */
export async function keepStandings(tx: Transaction, edition: number, late = false): Promise<void> {
  const own = await policyIn(tx, edition);
  const past = await editionBefore(tx, edition);
  const before = await policyIn(tx, past);
  if (!own) return;
  const frozen = frozenOf(await readParts(tx, edition));
  const policy = policyOf({ disclosurePolicy: own }, await readNoiseSecret(tx), frozen);
  if (!policy.guard) return;
  const declared = frozen?.groups ?? [];
  const columns = await factColumns(tx, edition);
  const values = await valuesOf(tx, edition, columns, frozen);
  const kept = new Set(await keptTables(tx, edition));
  const earlierTable = async (name: string): Promise<Standing | null> => {
    const stored = before ? await storedStanding(tx, past, name) : null;
    return stored && fromStored(stored);
  };
  const countOf = countedOnce(assemble(withGroups(columns, declared)));
  const groups = new Groups(declared);
  const told = toldTables(tx, edition);
  const surroundings = {
    groups,
    wholes: new WholeSets(),
    tightened: before !== own,
  };
  for (const dimensions of everyTable()) {
    const layout: CountedLayout = { dimensions, values: dimensions.map((each) => values(each, dimensions)) };
    if (sizeOf(layout) > LARGEST_TABLE || kept.has(dimensions.join())) continue;
    const previous = await earlierTable(dimensions.join());
    const standing = stand(layout, countOf, policy, previous, surroundings);
    // Editions by an earlier guard stay as they were told.
    const shown = previous && policy.guard.ends ? await withoutAbove(standing, groups, told) : standing;
    await keepStanding(tx, edition, await toStored(shown));
  }
  const ofAnswers = (by: Characteristic): readonly string[] => values(by, [OPTION]);
  const from = {
    columns,
    policy,
    groups: late ? [] : declared,
    valuesOf: ofAnswers,
    kept,
    earlier: earlierTable,
    told,
  };
  await keepAnswers(tx, edition, from);
}

/** Keeps the tables of editions made before tables were kept, the first one first. @returns how many */
export async function completeStandings(db: Database): Promise<number> {
  const missing = await editionsWithoutStandings(db);
  for (const edition of missing)
    await db.transaction(async (tx) => {
      await lockFacts(tx);
      if ((await editionsWithoutStandings(tx)).includes(edition)) await keepStandings(tx, edition, true);
    });
  return missing.length;
}

async function policyIn(tx: Transaction, edition: number): Promise<string | null> {
  const [row] = await tx.query<{ policy: string }>(
    `SELECT versions->>'disclosurePolicy' AS policy FROM facts.edition WHERE number = $1 AND number > 0`,
    [edition],
  );
  return row?.policy ?? null;
}

async function factColumns(tx: Transaction, edition: number): Promise<SubmissionColumns> {
  const columns = await editionColumns(tx, 'fact');
  const rows: Record<string, unknown>[] = [];
  for await (const page of editionRows(tx, edition, 'fact', columns, ROWS_AT_ONCE))
    for (const row of page) rows.push(row);
  return columnsOfRows(
    rows,
    columns.map(({ name }) => name),
  );
}

type ValuesOf = (dimension: FactDimension, table: readonly CountDimension[]) => readonly string[];

/**
 * Values of a dimension in its own order, groups behind them in order of their turns, so that what gives way comes after what it gives
 * way to; of engagements fewer runs of quarters are told.
 */
async function valuesOf(
  tx: Transaction,
  edition: number,
  columns: SubmissionColumns,
  frozen: Frozen | null,
): Promise<ValuesOf> {
  const [agencies, engagements, communities, codebooks] = [
    await readAgencies(tx, edition),
    await readEngagements(tx, edition),
    await readCountedCommunities(tx, edition),
    (await readCodebooks(tx, edition)) as Codebook[],
  ];
  const vocabulary = new Vocabulary({ agencies, engagements, communities, codebooks, frozen });
  for (const [name, { values }] of Object.entries(columns.single))
    if (isAskedOfPeople(name)) vocabulary.learn(name, values);
  const quarters = quartersBetween(columns.single.quarter?.values ?? []);
  const codesOf = (dimension: FactDimension, told: readonly EditionGroup[]): readonly string[] => [
    ...vocabulary.values(dimension, quarters),
    // A broader theme is a value of its own.
    ...told.flatMap((group) =>
      group.dimension === dimension && group.kind !== 'parent-theme' ? [group.code] : [],
    ),
  ];
  const inTurn = [...(frozen?.groups ?? [])].sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
  const all = new Map(FACT_DIMENSIONS.map((each) => [each, codesOf(each, inTurn)]));
  const ofEngagements = codesOf('quarter', inTurn.filter(isToldOfEngagements));
  return (dimension, table) => {
    if (table.includes(OPTION)) return codesOf(dimension, []);
    return dimension === 'quarter' && table.includes('engagement') ? ofEngagements : all.get(dimension)!;
  };
}

/** Tables share their larger sets: those of up to two dimensions are counted once. */
function countedOnce(table: FactTable): (dimensions: readonly CountDimension[]) => Counted {
  const kept = new Map<string, Counted>();
  return (dimensions) => {
    const key = dimensions.join();
    const counted = kept.get(key) ?? count(table, { dimensions, filters: {} });
    if (dimensions.length < 3) kept.set(key, counted);
    return counted;
  };
}
