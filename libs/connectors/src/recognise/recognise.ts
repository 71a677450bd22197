import type { GridRow } from '../reading/grid.js';
import { aggregatesReason, summaryReason, turnedReason } from './aggregates.js';
import { decideColumn } from './column.js';
import { orderOf } from './dated.js';
import { answers, type Finding, finding, meant, text, wordsOf } from './meaning.js';
import { findGroups } from './groups.js';
import { findKey, inWords, type Keyed } from './key/keyed.js';
import { asAnswers, asksOfSheet, isReadable } from './key/settle-key.js';
import { holdAsks, holdFindings, keepRows, type Settled } from './kept-rows.js';
import { findLanguages } from './languages.js';
import { findLayout, knownMeaning, type LayoutFound, type LayoutKnowledge } from './layout.js';
import { findLines, gatherLines, type Gathered } from './lines.js';
import { mixedLanguages } from './mixed-languages.js';
import { ColumnProfile } from './profile.js';
import { leavingOut } from './leave-out.js';
import { status } from './record-columns.js';
import { besideOptions } from './stems.js';
import { settleColumns } from './settle.js';
import type { Recognition } from './recognition.js';
import { isInteger } from './shapes.js';
import { holdsProse } from './technical.js';
import { seeRows, type RowsAs } from './rows.js';
import { tickedWords } from './ticked-words.js';
import { partsOfTools } from './tool-parts.js';
import { inOrder } from './turned-header.js';
import { textOf, type ColumnLabel, type SheetCells, type Structure } from './sheet.js';

/** Rows in which several columns are looked at together. */
const SAMPLE = 300;

interface Seen {
  labels: ColumnLabel[];
  profiles: ColumnProfile[];
  sample: (readonly (string | null)[])[];
  /** Do many rows have fewer cells than there are labels? */
  short: boolean;
}

/** Rows of a sheet that are answers: after the header, and nothing of what stands between and below. */
export function* answerRows(
  sheet: SheetCells,
  { bodyFrom, notAnswers, turns }: Structure,
): Generator<GridRow> {
  const rows = turns.length > 0 ? inOrder(sheet.rows, turns) : sheet.rows;
  for (const row of rows) if (row.row > bodyFrom && !notAnswers.has(row.row)) yield row;
}

function profileRows(rows: Iterable<{ cells: readonly (string | null)[] }>, labels: ColumnLabel[]): Seen {
  const profiles = labels.map(() => new ColumnProfile());
  const sample: Seen['sample'] = [];
  let short = 0;
  let all = 0;
  for (const { cells } of rows) {
    all++;
    if (cells.length < labels.length) short++;
    if (sample.length < SAMPLE) sample.push(cells);
    for (let at = 0; at < profiles.length; at++) profiles[at]!.add(cells[at]);
  }
  return { labels, profiles, sample, short: short >= 3 && short > 0.1 * all };
}

/**
 * What a sheet nobody has described most likely is: from its cells first, its labels second. Pure: the same cells give the
 * same answer.
 * @param changes rows that a person has called otherwise
 * @param others the other sheets of the workbook, among which a key of codes may be
 */
export function recognise(
  sheet: SheetCells,
  layouts: readonly LayoutKnowledge[],
  changes: RowsAs = {},
  others: readonly SheetCells[] = [],
): Recognition {
  const structure = seeRows(sheet, changes);
  let seen = profileRows(answerRows(sheet, structure), structure.labels);
  const texts = structure.labels.map(({ label }) => label);
  const layout = findLayout(headerTexts(sheet, structure, texts), layouts);
  const plan = findLines(texts, seen.profiles, seen.sample);
  let gathered: Gathered[] | null = null;
  let lines: Recognition['lines'] = null;
  if (plan) {
    const questions: string[] = [];
    gathered = gatherLines(answerRows(sheet, structure), plan, questions);
    lines = {
      ...plan,
      personLabel: texts[plan.person]!,
      questionLabel: plan.question === null ? null : texts[plan.question]!,
      answerLabel: plan.answer === null ? null : texts[plan.answer]!,
    };
    const kept = structure.labels.filter((_, at) => at !== plan.question && at !== plan.answer);
    seen = profileRows(gathered, [...kept, ...questions.map((label) => ({ label, stem: null, item: null }))]);
  }
  const key = plan || others.length === 0 ? null : findKey(others, seen.labels, seen.profiles);
  if (key) seen = profileRows(inWords(answerRows(sheet, structure), key.keyed), key.labels);
  for (const profile of seen.profiles) profile.treatAsBlank(layout?.layout.blanks ?? []);
  const parts = { sheet, structure, layout, seen, lines, gathered, keyed: key?.keyed ?? null };
  const found = complete(parts);
  if (found.leaveOut.length === 0 || found.refused) return found;
  const rows = answerRows(sheet, structure);
  const read = gathered ?? (key ? inWords(rows, key.keyed) : rows);
  const kept = keepRows(read, seen.profiles, seen.sample, found.leaveOut);
  return kept === null ? found : complete({ ...parts, seen: { ...seen, sample: kept } }, found);
}

interface Parts {
  sheet: SheetCells;
  structure: Structure;
  layout: LayoutFound | null;
  seen: Seen;
  lines: Recognition['lines'];
  gathered: Gathered[] | null;
  keyed: Keyed | null;
}

/** What one column is by itself: as its tool always has it, else by its cells and its label. */
function findingOf(label: string, profile: ColumnProfile, layout: LayoutFound | null): Finding {
  const known = knownMeaning(layout?.layout ?? null, label);
  // What a tool's own column marks as no answer is left out, whichever tool it is taken for.
  const marks = known?.as === 'ignore' ? status(wordsOf(label), profile) : null;
  if (marks) return marks;
  const own = known?.as === 'ignore' && known.what === 'the tool’s own record' && holdsProse(profile);
  // A question may bear the name of a tool's count.
  const uncounted = known?.as === 'support' && profile.filled > 0 && profile.share(isInteger) < 0.9;
  const detail = known?.as === 'ignore' && known.detail ? detailOf(profile) : null;
  if (detail) return detail;
  if (known && !own && !uncounted && (known.as !== 'respondent' || profile.filled > 0))
    return {
      meaning: known,
      confidence: 0.97,
      reason: `${layout!.layout.title} always has this column.`,
      ask: null,
    };
  const { delimiter = null, closes = false } = layout?.layout ?? {};
  return decideColumn(meant(label), profile, { delimiter, closes });
}

/** Most different values of a detail: more are names of single things. */
const MOST_DETAILS = 60;

/** A detail by which answers may be told apart, as the ward of a hospital; null where all rows have the same, or each its own. */
function detailOf(profile: ColumnProfile): Finding | null {
  const { distinct, filled, overflow } = profile;
  if (distinct < 2 || distinct > MOST_DETAILS || overflow > 0 || distinct > 0.8 * filled) return null;
  return finding(
    answers('choice', { options: profile.values() }),
    0.8,
    'A detail of each answer, and no two rows need have the same.',
  );
}

/** @param settled what was found of all rows, where some were left out since */
function complete(parts: Parts, settled: Settled | null = null): Recognition {
  const { sheet, structure, layout, seen, lines, gathered, keyed } = parts;
  const { labels, profiles } = seen;
  const findings = labels.map(({ label }, at) => findingOf(label, profiles[at]!, layout));
  for (const [at, own] of partsOfTools(labels, profiles)) findings[at] = own;
  for (const at of besideOptions(labels))
    if (findings[at]!.meaning.as === 'question')
      findings[at] = finding(text(), 0.9, 'A remark on the option before it.');
  if (keyed) asAnswers(keyed, seen, findings);
  if (settled) holdFindings(settled, findings);
  const options = tickedWords(labels, profiles, findings);
  const groups = findGroups({
    labels,
    profiles,
    taken: takenBy(findings, options),
    options,
    sample: seen.sample,
  }).filter((group) => !keyed || isReadable(keyed, group));
  const recognition: Recognition = {
    sheet: sheet.name,
    otherSheets: [],
    structure,
    layout,
    keyed,
    labels,
    profiles,
    findings,
    groups,
    lines,
    gathered,
    leaveOut: [...(settled?.leaveOut ?? [])],
    permitted: null,
    languages: new Map(),
    shortRows: lines !== null || seen.short,
    dateOrder: new Map(),
    asks: structure.doubts.map((doubt) => ({ column: null, ...doubt })),
    notes: [],
    refused: null,
  };
  recognition.refused = lines ? null : noAnswers(sheet, recognition);
  recognition.languages = findLanguages(recognition);
  if (layout?.layout.ask !== undefined)
    recognition.asks.push({ column: null, about: 'layout', why: layout.layout.ask });
  settleColumns(recognition);
  decideOrders(recognition);
  recognition.asks.push(...mixedLanguages(recognition, seen.sample));
  leavingOut(recognition, seen.sample);
  if (settled) holdAsks(settled, recognition);
  sayHidden(sheet, recognition);
  if (keyed) asksOfSheet(keyed, recognition);
  return recognition;
}

/** Why no row of the sheet is a person's answers; null where rows may be. */
function noAnswers(sheet: SheetCells, { labels, profiles }: Recognition): Recognition['refused'] {
  const texts = labels.map(({ label }) => label);
  const totals = aggregatesReason(texts, profiles) ?? summaryReason(sheet.rows);
  if (totals) return { code: 'totals-not-answers', reason: totals };
  const turned = turnedReason(texts, profiles);
  return turned === null ? null : { code: 'people-in-columns', reason: turned };
}

/** Columns that no question over several columns may take. */
function takenBy(findings: readonly Finding[], options: ReadonlyMap<number, boolean>): Set<number> {
  const taken = new Set<number>();
  findings.forEach(({ meaning, confidence }, at) => {
    if (meaning.as === 'question' || meaning.as === 'place' || options.has(at)) return;
    if (meaning.as === 'demographic' && confidence < 0.9) return;
    if (meaning.as === 'ignore' && (meaning.what === 'empty' || meaning.what === 'a running number')) return;
    if (meaning.as === 'consent' && confidence < 0.85) return;
    taken.add(at);
  });
  return taken;
}

function headerTexts(sheet: SheetCells, { headerRows }: Structure, labels: string[]): string[] {
  const texts = [...labels];
  const last = headerRows.at(-1);
  if (last === undefined) return texts;
  for (const row of sheet.rows) {
    if (row.row > last) break;
    if (headerRows.includes(row.row)) texts.push(...row.cells.map(textOf).filter((text) => text !== ''));
  }
  return texts;
}

function decideOrders(recognition: Recognition): void {
  const { findings, profiles, labels, layout, asks, dateOrder } = recognition;
  const orders = findings.map(({ meaning }, at) =>
    meaning.as === 'date' ||
    (meaning.as === 'respondent' && meaning.field === 'dateOfBirth') ||
    isLeftTime(meaning)
      ? orderOf(profiles[at]!)
      : null,
  );
  const told = orders.find(
    (order, at) => isNumeric(profiles[at]!) && (order === 'month-first' || order === 'day-first'),
  );
  findings.forEach(({ meaning }, at) => {
    const order = orders[at];
    if (order === 'day-first' || order === 'month-first') dateOrder.set(at, order);
    else if (order === 'unknown' && meaning.as === 'date') {
      const known = told ?? layout?.layout.dateOrder;
      if (known === 'day-first' || known === 'month-first') dateOrder.set(at, known);
      else
        asks.push({
          column: labels[at]!.label,
          about: 'date-order',
          why: 'No date tells whether the day or the month comes first.',
        });
    } else if (order === 'mixed' && meaning.as === 'date')
      asks.push({
        column: labels[at]!.label,
        about: 'date-order',
        why: 'The dates are written in two orders: some with the day first, some with the month first.',
      });
  });
}

const isLeftTime = (meaning: Finding['meaning']): boolean =>
  meaning.as === 'ignore' && meaning.what === 'a time of the tool';
/** Only figures with day and month tell an order; dates that begin with the year tell none of another column. */
const isNumeric = (profile: ColumnProfile): boolean =>
  profile.share((value) => /^\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d/.test(value)) > 0.5;

function sayHidden(sheet: SheetCells, { structure, asks }: Recognition): void {
  const hidden = sheet.hiddenRows.filter((row) => row > structure.bodyFrom && !structure.notAnswers.has(row));
  if (hidden.length)
    asks.push({
      column: null,
      about: 'hidden-rows',
      why: `${hidden.length} rows are hidden in the sheet and are read as answers. Say if they should be left out.`,
    });
}
