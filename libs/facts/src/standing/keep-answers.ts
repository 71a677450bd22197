import { assemble, type SubmissionColumns } from '#counting';
import type { DisclosurePolicy } from '#disclosure';
import {
  editionBefore,
  keepStanding,
  readOptions,
  readParts,
  readQuestions,
  storedStanding,
  type Transaction,
} from '#store';
import { type AskedQuestions, byEngagement } from '../ask/results/asked-questions.js';
import { ANSWER_CUTS, type AnswerCut, AREA, type Characteristic, FACT_DIMENSIONS } from '../dimensions.js';
import { frozenOf } from '../frozen/frozen.js';
import type { EditionGroup } from '../groups/declare.js';
import { withGroups } from '../groups/grouped-columns.js';
import { answerTable } from './answer-table.js';
import { type AnswerWholes, answersWithoutAbove } from './answers-above.js';
import type { AreaParts } from './area-parts.js';
import type { Standing } from './stand.js';
import { standAnswers } from './stand-answers.js';
import { fromStored, toStored } from './stored.js';
import type { ToldTable } from './told-tables.js';

/** What the answers of an edition are released from. */
export interface AnswersToKeep {
  columns: SubmissionColumns;
  policy: DisclosurePolicy;
  groups: readonly EditionGroup[];
  /** Values of a characteristic, in its own order. */
  valuesOf: (by: Characteristic) => readonly string[];
  /** Names of tables that the edition has already. */
  kept: ReadonlySet<string>;
  /** How a table stood in the edition before; null where it is no guide. */
  earlier: (name: string) => Promise<Standing | null>;
  /** What is told of the edition's other tables. */
  told: ToldTable;
}

/**
 * Keeps the closed answers of an edition: alone, by each characteristic, and by area. An option is told by a characteristic or an area alone, so its
 * figures hang on nothing else.
 * @param tx by the worker role, holding `lockFacts`
 */
export async function keepAnswers(tx: Transaction, edition: number, from: AnswersToKeep): Promise<void> {
  const questions = byEngagement(await readQuestions(tx, edition), await readOptions(tx, edition));
  const areas = from.groups.filter(({ kind }) => kind === 'area');
  const table = assemble(from.columns);
  for (const by of [null, ...ANSWER_CUTS]) {
    const name = answerTable(by);
    if (from.kept.has(name) || (by === AREA && areas.length === 0)) continue;
    const previous = await from.earlier(name);
    const standing =
      by === AREA
        ? await byArea(tx, edition, from, { questions, areas, previous })
        : standAnswers(table, questions, by, by ? from.valuesOf(by) : [], from.policy, previous);
    // Editions by an earlier guard stay as they were told.
    const shown =
      previous && from.policy.guard?.ends
        ? answersWithoutAbove(standing, questions, await wholesOf(by, from.told))
        : standing;
    await keepStanding(tx, edition, await toStored(shown));
  }
}

/** What is told of the larger sets of the answers by a cut. */
async function wholesOf(by: AnswerCut | null, told: ToldTable): Promise<AnswerWholes> {
  // An area is a declared group of wards.
  const cut = by === AREA ? 'ward' : by;
  const dimensions = FACT_DIMENSIONS.filter((each) => each === 'engagement' || each === cut);
  const table = await told(dimensions.join());
  return {
    uncut: by === null ? null : await told(answerTable(null)),
    heard: (engagement, value) =>
      table?.people(dimensions.map((each) => (each === 'engagement' ? engagement : value!))) ?? null,
  };
}

/** Areas are counted as distinct people beside their wards, whose table is kept already. */
async function byArea(
  tx: Transaction,
  edition: number,
  { columns, policy, earlier }: AnswersToKeep,
  of: { questions: AskedQuestions; areas: readonly EditionGroup[]; previous: Standing | null },
): Promise<Standing> {
  const wards = await storedStanding(tx, edition, answerTable('ward'));
  if (!wards) throw new Error('areas are told after their wards');
  const before = frozenOf(await readParts(tx, await editionBefore(tx, edition)))?.groups ?? [];
  const heldBefore = new Set(before.filter(({ kind }) => kind === 'area').map(heldBy));
  const parts: AreaParts = {
    wards: new Map(of.areas.map(({ code, values }) => [code, values])),
    told: await fromStored(wards),
    before: await earlier(answerTable('ward')),
    changed: new Set(of.areas.filter((area) => !heldBefore.has(heldBy(area))).map(({ code }) => code)),
  };
  const table = assemble(withGroups(columns, of.areas));
  const codes = of.areas.map(({ code }) => code);
  return standAnswers(table, of.questions, AREA, codes, policy, of.previous, parts);
}

/** An area with its wards, as one text. */
const heldBy = ({ code, values }: EditionGroup): string => JSON.stringify([code, [...values].sort()]);
