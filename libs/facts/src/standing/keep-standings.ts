import { assemble, count, type Counted, type FactTable } from '#counting';
import type { Codebook } from '#domain';
import {
  type Database,
  editionColumns,
  editionRows,
  editionsWithoutStandings,
  keepStanding,
  lockFacts,
  readAgencies,
  readCodebooks,
  readCommunities,
  readEngagements,
  keptTables,
  readNoiseSecret,
  readOptions,
  readQuestions,
  storedStanding,
  type Transaction,
} from '#store';
import { columnsOfRows } from '#editions';
import { policyOf } from '../ask/counter.js';
import type { CountDimension, FactDimension } from '../dimensions.js';
import { byEngagement } from '../ask/results/asked-questions.js';
import { isAskedOfPeople, quartersBetween, Vocabulary } from '../ask/vocabulary.js';
import { everyTable, LARGEST_TABLE, type Layout, sizeOf } from './layout.js';
import { stand, type Standing } from './stand.js';
import { ANSWER_CUTS, answerTable, standAnswers } from './stand-answers.js';
import { fromStored, toStored } from './stored.js';
import { WholeSets } from './true-counts.js';

const ROWS_AT_ONCE = 200_000;

/**
 * Releases every table of an edition and keeps it, in the transaction that publishes the edition (or, of an edition made before
 * tables were kept, once). What the public is answered is read from there; nothing is released while somebody waits.
 * @param tx by the worker role, holding `lockFacts`
 */
export async function keepStandings(tx: Transaction, edition: number): Promise<void> {
  const [own, before] = await Promise.all([policyIn(tx, edition), policyIn(tx, edition - 1)]);
  if (!own) return;
  const policy = policyOf({ disclosurePolicy: own }, await readNoiseSecret(tx));
  if (!policy.guard) return;
  const table = await factTable(tx, edition);
  const values = await valuesOf(tx, edition, table);
  const kept = new Set(await keptTables(tx, edition));
  const earlierTable = async (name: string): Promise<Standing | null> => {
    const stored = before === own ? await storedStanding(tx, edition - 1, name) : null;
    return stored && fromStored(stored);
  };
  const countOf = countedOnce(table);
  const wholes = new WholeSets();
  for (const dimensions of everyTable()) {
    const layout: Layout = { dimensions, values: dimensions.map((each) => values.get(each)!) };
    if (sizeOf(layout) > LARGEST_TABLE || kept.has(dimensions.join())) continue;
    const previous = await earlierTable(dimensions.join());
    await keepStanding(tx, edition, await toStored(stand(layout, countOf, policy, previous, wholes)));
  }
  const questions = byEngagement(await readQuestions(tx, edition), await readOptions(tx, edition));
  for (const by of ANSWER_CUTS) {
    const name = answerTable(by);
    if (kept.has(name)) continue;
    const answers = standAnswers(
      table,
      questions,
      by,
      by ? values.get(by)! : [],
      policy,
      await earlierTable(name),
    );
    await keepStanding(tx, edition, await toStored(answers));
  }
}

/** Keeps the tables of editions made before tables were kept, the first one first. @returns how many */
export async function completeStandings(db: Database): Promise<number> {
  const missing = await editionsWithoutStandings(db);
  for (const edition of missing)
    await db.transaction(async (tx) => {
      await lockFacts(tx);
      if ((await editionsWithoutStandings(tx)).includes(edition)) await keepStandings(tx, edition);
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

async function factTable(tx: Transaction, edition: number): Promise<FactTable> {
  const columns = await editionColumns(tx, 'fact');
  const rows: Record<string, unknown>[] = [];
  for await (const page of editionRows(tx, edition, 'fact', columns, ROWS_AT_ONCE))
    for (const row of page) rows.push(row);
  return assemble(
    columnsOfRows(
      rows,
      columns.map(({ name }) => name),
    ),
  );
}

/** Values of every dimension, in the dimension's own order. */
async function valuesOf(
  tx: Transaction,
  edition: number,
  table: FactTable,
): Promise<Map<FactDimension, readonly string[]>> {
  const [agencies, engagements, communities, codebooks] = [
    await readAgencies(tx, edition),
    await readEngagements(tx, edition),
    await readCommunities(tx, edition),
    (await readCodebooks(tx, edition)) as Codebook[],
  ];
  const vocabulary = new Vocabulary({ agencies, engagements, communities, codebooks });
  for (const [name, { values }] of Object.entries(table.main.singles))
    if (isAskedOfPeople(name)) vocabulary.learn(name, values);
  const quarters = quartersBetween(table.main.singles.quarter?.values ?? []);
  return new Map(
    everyTable()
      .flat()
      .map((each) => [each, vocabulary.values(each, quarters)]),
  );
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
