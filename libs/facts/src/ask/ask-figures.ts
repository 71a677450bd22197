import { MOSTLY_HIDDEN } from '#disclosure';
import { listWords } from '#statements';
import { type Database, type Queryable, recordLook } from '#store';
import { CHARACTERISTICS, restName } from '../dimensions.js';
import { baseOf, cutsOf, releasedBase } from './base.js';
import { listOf } from './lists.js';
import { type Counter, workingCounter } from './counter.js';
import {
  cellsOf,
  isMostlyHidden,
  isPlainlyHidden,
  type ReleasedCut,
  refusalOf,
  releaseCut,
  type ShownCell,
  tooLarge,
} from './cut.js';
import { counterOf } from './edition-counters.js';
import { reportOf, silenceOf, statementsBeside } from './edition-says.js';
import { findEdition } from './editions.js';
import type { Access, Figure, FigureQuestion, FiguresAnswer, FigureTable } from './figure-shapes.js';
import { readFigureId } from './figure-id.js';
import { type Freshness, ownFreshness } from './freshness.js';
import { isToldOfEngagements } from '../groups/declare.js';
import { FigureMaker } from './make-figure.js';
import { orderFigures } from './order.js';
import { learnAnswers, quartersOf } from './possible-keys.js';
import { type Asked, checkQuestion, type Filters, refuse } from './question.js';
import { type Asker, largeInTurn, Stint } from './turns.js';
import { underHeardBeside } from '../statements/under-heard-beside.js';
import { wardsRate } from './wards-rate.js';
import { mostOfTheme } from './whole-of-theme.js';

/** Of fewer cells a table is made as fast as it is looked through. */
const WORTH_A_LOOK = 500;

const WORKING_NOTE =
  'Working figures: exact, not published, and they move with every delivery. Do not quote them.';

const askerOf = (access: Access): Asker | null =>
  access.kind === 'analyst' ? { by: access.session, signedIn: true } : (access.asker ?? null);

/**
 * The one narrow door to any figure: counts, releases, and says how it was counted.
 * @param db opened as the published role; for an analyst's working figures as the workbench role
 * @returns a refusal, as a value, for what can't or may not be answered
 */
export async function askFigures(
  db: Database,
  question: FigureQuestion,
  access: Access,
): Promise<FiguresAnswer> {
  const answer = async (counter: Counter, sources: Freshness[]): Promise<FiguresAnswer> => {
    const report = await reportOf(counter.frozen, question.report);
    if (!report) return refuse('unknown-report', 'There is no such report.');
    await learnAnswers(counter, namedDimensions(question));
    const checked = checkQuestion(question, report, counter.vocabulary);
    if (!checked.ok) return checked;
    const quarter = await quarterNotHeld(counter, checked.asked.filter);
    if (quarter) return refuse('unknown-value', `There is no quarter ${quarter} in these figures.`);
    const untold = runNotTold(counter, checked.asked);
    if (untold) return refuse('unknown-value', untold);
    for (const { dimensions } of cutsOf(checked.asked)) {
      const refused = refusalOf(counter, dimensions, checked.asked.filter);
      if (refused) return refuse('too-many-filters', refused);
    }
    const large = await tooLargeFor(counter, checked.asked);
    if (large) return refuse('too-many-cells', large);
    const cells = await sizeOf(counter, checked.asked);
    const make = async (): Promise<FiguresAnswer> => {
      if (await isPlainlyRefused(counter, checked.asked, cells))
        return refuse(MOSTLY_HIDDEN.code, MOSTLY_HIDDEN.reason);
      const released = await releaseTables(counter, checked.asked);
      if (isRefused(counter, checked.asked, released.tables))
        return refuse(MOSTLY_HIDDEN.code, MOSTLY_HIDDEN.reason);
      return { ok: true, table: await makeTable(counter, checked.asked, sources, released) };
    };
    return largeInTurn(cells, make, askerOf(access));
  };
  return question.working
    ? askWorking(db, question, access, answer)
    : askEdition(db, question.edition ?? null, answer);
}

/** Every dimension that a question names, those that "characteristic" stands for included; at most as many as there are. */
function namedDimensions({ by, filter }: FigureQuestion): readonly string[] {
  const named = [...(by ?? []), ...Object.keys(filter ?? {})];
  return named.includes('characteristic') || named.length === 0 ? [...named, ...CHARACTERISTICS] : named;
}

/** Looks at every table that the answer takes: the figures, and the bases of their shares. */
async function tooLargeFor(counter: Counter, asked: Asked): Promise<string | null> {
  for (const { dimensions } of [{ dimensions: [] }, ...cutsOf(asked)]) {
    const base = baseOf(asked, dimensions, counter.vocabulary);
    const large =
      (await tooLarge(counter, dimensions, asked.filter)) ??
      (base && (await tooLarge(counter, base.dimensions, base.filters)));
    if (large) return large;
  }
  return null;
}

/** Cells of the figures that are asked for. */
async function sizeOf(counter: Counter, asked: Asked): Promise<number> {
  let cells = 0;
  for (const { dimensions } of cutsOf(asked)) cells += await cellsOf(counter, dimensions, asked.filter);
  return cells;
}

/** Quarters come from the facts: a list of those that nobody answered in would make cells without end. */
async function quarterNotHeld(counter: Counter, { quarter }: Filters): Promise<string | undefined> {
  if (!quarter) return undefined;
  const held = await quartersOf(counter);
  return quarter.find((each) => !counter.vocabulary.group('quarter', each) && !held.includes(each));
}

/** Of single engagements and series no run of quarters is told but the two that are compared. */
function runNotTold(counter: Counter, { by, filter }: Asked): string | null {
  const runs = (filter.quarter ?? []).flatMap((code) => counter.vocabulary.group('quarter', code) ?? []);
  const ofEngagements = by.includes('engagement') || filter.engagement !== undefined;
  if (!ofEngagements || runs.every(isToldOfEngagements)) return null;
  const { periods } = counter.frozen ?? {};
  const told = periods
    ? `${periods.now.name}, ${periods.before.name} and single quarters`
    : 'single quarters';
  return `Of single engagements only ${told} are told: any other period would hide most of them.`;
}

/**
 * One figure again, by its id: "run again", citations, and "how was this counted?".
 * @returns null for an id that is no figure of that edition
 */
export async function figureById(
  db: Database,
  id: string,
  of: { edition?: number | null; working?: boolean },
  access: Access,
): Promise<Figure | null> {
  const address = readFigureId(id);
  if (!address) return null;
  const answer = await askFigures(db, { ...address, ...of }, access);
  if (!answer.ok) return null;
  return [answer.table.total, ...answer.table.figures].find((figure) => figure.id === id) ?? null;
}

type Answer = (counter: Counter, sources: Freshness[]) => Promise<FiguresAnswer>;

async function askEdition(db: Queryable, number: number | null, answer: Answer): Promise<FiguresAnswer> {
  const found = await findEdition(db, number);
  if (!found)
    return number === null
      ? refuse('no-edition', 'No edition has been published yet.')
      : refuse('unknown-edition', `There is no edition ${number}.`);
  return answer(await counterOf(db, found), found.sources);
}

async function askWorking(
  db: Database,
  question: FigureQuestion,
  access: Access,
  answer: Answer,
): Promise<FiguresAnswer> {
  const no = refuse('not-allowed', 'Working figures are for signed-in analysts.');
  if (access.kind !== 'analyst') return no;
  return db.transaction(async (tx) => {
    const counter = await workingCounter(tx);
    if (!counter) return no;
    const by = [...(question.by ?? []), ...Object.keys(question.filter ?? {})];
    await recordLook(tx, 'exact-figures-read', question.report, { by: by.slice(0, 10) });
    return answer(counter, await ownFreshness(tx));
  }, access.session);
}

type Released = Awaited<ReturnType<typeof releaseTables>>;

/** Every cell that the answer takes, as it may be shown. */
async function releaseTables(counter: Counter, asked: Asked) {
  const [whole, total, base, most, ...tables] = await Promise.all([
    releaseCut(counter, [], {}),
    releaseCut(counter, [], asked.filter),
    releasedBase(counter, asked, []),
    mostOfTheme(counter, [], asked.filter),
    ...cutsOf(asked).map((cut) => releaseTable(counter, asked, cut)),
  ]);
  return { whole, total, ofTotal: { base, most }, tables };
}

/**
 * Is so much hidden that the answer is refused? Told before a figure is made of any cell, so that what is refused costs no more than
 * looking at it. Of several characteristics side by side, which are a table each, those in which nothing can be shown (nobody was
 * asked them here) and answers that are none keep the others from nothing.
 */
function isRefused(counter: Counter, { by }: Asked, tables: Released['tables']): boolean {
  if (by.length === 0) return false;
  const [only, ...more] = tables;
  const all =
    only && more.length === 0
      ? [tally(only.cells.values())]
      : tables
          .map(({ cells }) => tally(cells.values(), isSubstantive))
          .filter(({ hidden, cells }) => hidden < cells);
  if (all.length === 0) return true;
  const sum = (count: (one: Tally) => number): number => all.reduce((before, one) => before + count(one), 0);
  return isMostlyHidden(
    counter,
    sum(({ hidden }) => hidden),
    sum(({ cells }) => cells),
  );
}

/** The same for one large table, which is not made for it. */
async function isPlainlyRefused(counter: Counter, asked: Asked, cells: number): Promise<boolean> {
  const [only, ...more] = cutsOf(asked);
  if (!only || only.dimensions.length === 0 || more.length > 0 || cells < WORTH_A_LOOK) return false;
  return (await isPlainlyHidden(counter, only.dimensions, asked.filter)) ?? false;
}

interface Tally {
  cells: number;
  hidden: number;
}

function tally(all: Iterable<ShownCell>, counts: (cell: ShownCell) => boolean = () => true): Tally {
  let [cells, hidden] = [0, 0];
  for (const cell of all) {
    if (!counts(cell)) continue;
    cells += 1;
    if (isWithheld(cell)) hidden += 1;
  }
  return { cells, hidden };
}

const isSubstantive = ({ keys }: ShownCell): boolean => !keys.some((key) => restName(key) !== null);

async function makeTable(
  counter: Counter,
  asked: Asked,
  sources: Freshness[],
  { whole, total, ofTotal, tables }: Released,
): Promise<FigureTable> {
  const maker = new FigureMaker(counter, asked, sources, { whole: only(whole), total: only(total) });
  const everybody = maker.total(ofTotal);
  const [figures, stint] = [[] as Figure[], new Stint()];
  for (const { cut, base, most, cells } of tables) {
    const place = { ...cut, base, most };
    for (const cell of cells.values()) {
      figures.push(maker.figure(cell, place));
      const rest = stint.rest();
      if (rest) await rest;
    }
  }
  const all = [everybody, ...figures];
  return {
    report: asked.report,
    edition: counter.edition,
    working: counter.edition === null,
    note: counter.edition === null ? WORKING_NOTE : noteOf(all),
    figures: await orderFigures(figures, asked.report.order),
    total: everybody,
    wardsRate: wardsRate(asked, figures, everybody),
    underHeard: underHeardBeside(asked, figures),
    statements: statementsBeside(counter, asked),
    silent: silenceOf(counter),
  };
}

/** A list that is no count of people hides nobody: its parts are told. */
const isWithheld = (cell: ShownCell): boolean => cell.hidden && listOf(cell) === null;

/** The sentence for what is hidden; where nothing is, the one for lists that are no count of people. */
function noteOf(figures: readonly Figure[]): string | null {
  const hidden = figures.find((figure) => figure.hidden && figure.list === null && figure.withheld === null);
  if (hidden?.hidden) return hidden.reason;
  if (figures.some(({ list }) => list !== null)) return listWords({ kind: 'parts' });
  const withheld = figures.find((figure) => figure.hidden);
  return withheld?.hidden ? withheld.reason : null;
}

type Cut = ReturnType<typeof cutsOf>[number];

async function releaseTable(counter: Counter, asked: Asked, cut: Cut) {
  const [base, most, cells] = await Promise.all([
    releasedBase(counter, asked, cut.dimensions),
    mostOfTheme(counter, cut.dimensions, asked.filter),
    releaseCut(counter, cut.dimensions, asked.filter),
  ]);
  return { cut, base, most, cells };
}

const only = (cut: ReleasedCut) => [...cut.values()][0]!;
