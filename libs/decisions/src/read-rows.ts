import {
  type DecidingModel,
  type DecisionAction,
  type DecisionDraft,
  type DecisionOrigin,
  type FigureReference,
} from '#domain';
import { checkDecision, checkRecord } from './check.js';
import { DECISION_COLUMNS, type DecisionColumn } from './columns.js';
import { overHeld } from './untold.js';

/** A row of a file of decisions: its number as a spreadsheet shows it, and its cells by heading. */
export interface DecisionRow {
  row: number;
  cells: Readonly<Record<string, string>>;
}

/** A decision that a file is read over. */
type HeldDraft = DecisionDraft & { origin: DecisionOrigin };

/** What is wrong with a file: `row` null where it is the file itself. */
export interface RowProblem {
  row: number | null;
  column: string | null;
  reason: string;
}

type Column = DecisionColumn;

const NEEDED: readonly Column[] = [
  'reference',
  'title',
  'decided',
  'decided_on',
  'decided_by',
  'model',
  'figures',
];
/** Between several values of a cell: neither codes nor ids of figures hold it. */
const BETWEEN = '|';

/** Field of a decision -> the column that it is read from. */
const COLUMN_OF: Record<string, Column> = {
  reference: 'reference', title: 'title', decided: 'decided', decidedOn: 'decided_on', decidedBy: 'decided_by', model: 'model',
  why: 'why', notDone: 'not_done', notDoneBecause: 'not_done_because', lead: 'lead', portfolio: 'portfolio',
  evidence: 'figures', actions: 'action', what: 'action', owner: 'action_owner', due: 'action_due', state: 'action_state',
  doneOn: 'action_done_on', because: 'action_because', effect: 'action_effect',
}; // prettier-ignore

/**
 * Decisions as a file of rows gives them. Rows with one reference are one decision: each brings an action, and what else they
 * say must agree.
 * @param headings of the file
 * @param now.latest number of the edition that a figure without one is taken from (`id` or `id @ 3`)
 * @param now.today ISO date
 * @param held the agency's decisions by reference: what the file has no column for stays as these have it
 * @returns the drafts that keep the rules, and every problem of the others by row and column; no value is repeated
 */
export function decisionsOfRows(
  agency: string,
  headings: readonly string[],
  rows: readonly DecisionRow[],
  { latest, today }: { latest: number; today: string },
  held: ReadonlyMap<string, HeldDraft> = new Map(),
): { drafts: DecisionDraft[]; problems: RowProblem[] } {
  const problems = headingProblems(headings);
  if (problems.length > 0) return { drafts: [], problems };
  const groups = new Map<string, DecisionRow[]>();
  for (const row of rows) {
    const reference = (row.cells['reference'] ?? '').trim();
    groups.set(reference, [...(groups.get(reference) ?? []), row]);
  }
  const drafts: DecisionDraft[] = [];
  for (const [reference, group] of groups) {
    const before = held.get(reference);
    const read = readGroup(agency, group, latest, {
      over: (draft) => overHeld(draft, before, headings),
      check: before?.origin === 'pulled' ? checkRecord : (draft) => checkDecision(draft, today),
    });
    problems.push(...read.problems);
    if (read.problems.length === 0) drafts.push(read.draft);
  }
  return { drafts, problems: problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

function headingProblems(headings: readonly string[]): RowProblem[] {
  const known: readonly string[] = DECISION_COLUMNS;
  const missing = NEEDED.filter((column) => !headings.includes(column));
  const twice = headings.filter((heading, at) => headings.indexOf(heading) !== at);
  const strange = headings.flatMap((heading, at) => (known.includes(heading) ? [] : [at + 1]));
  return [
    ...missing.map((column) => ({ row: null, column, reason: `The file has no column “${column}”.` })),
    ...twice.map((column) => ({ row: null, column, reason: 'The file has this column twice.' })),
    ...strange.map((at) => ({
      row: null,
      column: null,
      reason: `Column ${at} has a heading that is not known here. Known are: ${known.join(', ')}.`,
    })),
  ];
}

const cellOf = (row: DecisionRow, column: Column): string => (row.cells[column] ?? '').trim();

interface ByHeld {
  /** Puts what a file says over what is held. */
  over: (draft: DecisionDraft) => DecisionDraft;
  /** The rules that it must keep. */
  check: typeof checkRecord;
}

function readGroup(agency: string, rows: readonly DecisionRow[], latest: number, { over, check }: ByHeld) {
  const withAction = rows.filter((row) => cellOf(row, 'action') !== '');
  const draft = over(draftOf(agency, rows, withAction, latest));
  const problems = cellProblems(rows, withAction, latest);
  const [first] = rows as [DecisionRow];
  for (const { field, reason } of check(draft)) {
    const [, at, of] = /^actions\.(\d+)\.(\w+)$/.exec(field) ?? [];
    const { row } = at === undefined ? first : (withAction[Number(at) - 1] ?? first);
    const column = COLUMN_OF[of ?? field] ?? 'reference';
    if (!problems.some((one) => one.row === row && one.column === column))
      problems.push({ row, column, reason });
  }
  return { draft, problems };
}

function draftOf(
  agency: string,
  [first]: readonly DecisionRow[],
  withAction: readonly DecisionRow[],
  latest: number,
): DecisionDraft {
  const cell = (column: Column): string => (first ? cellOf(first, column) : '');
  const said = (column: Column): string | null => cell(column) || null;
  const list = (column: Column): string[] => split(cell(column));
  return {
    agency,
    reference: cell('reference'),
    public: cell('public').toLowerCase() === 'yes',
    title: cell('title'),
    decided: cell('decided'),
    decidedOn: said('decided_on'),
    why: said('why'),
    willDo: cell('outcome').toLowerCase() !== 'will not do',
    notDone: said('not_done'),
    notDoneBecause: said('not_done_because'),
    decidedBy: said('decided_by'),
    model: said('model') as DecidingModel | null,
    lead: said('lead'),
    portfolio: said('portfolio'),
    engagements: list('engagements'),
    themes: list('themes'),
    wards: list('wards'),
    communities: list('communities'),
    priorities: list('priorities'),
    evidence: list('figures').flatMap((text) => figureOf(text, latest) ?? []),
    quotes: [],
    actions: withAction.map((row) => actionOf((column) => cellOf(row, column), latest)),
  };
}

/** What is wrong with cells before they are looked at as a decision. */
function cellProblems(
  rows: readonly DecisionRow[],
  withAction: readonly DecisionRow[],
  latest: number,
): RowProblem[] {
  const [first] = rows as [DecisionRow];
  const problems: RowProblem[] = [];
  const complain = (row: number, column: Column, reason: string): void =>
    void problems.push({ row, column, reason });
  const contradiction = `This row says something else than row ${first.row}, of the same reference.`;
  for (const row of rows.slice(1))
    for (const column of DECISION_COLUMNS.filter((each) => !each.startsWith('action')))
      if (!['', cellOf(first, column)].includes(cellOf(row, column)))
        complain(row.row, column, contradiction);
  const oneOf = (column: Column, words: string[], reason: string): void => {
    if (!['', ...words].includes(cellOf(first, column).toLowerCase())) complain(first.row, column, reason);
  };
  oneOf('outcome', ['will do', 'will not do'], 'Write “will do” or “will not do”.');
  oneOf('public', ['yes', 'no'], 'Write “yes” or “no”.');
  if (split(cellOf(first, 'figures')).some((text) => figureOf(text, latest) === null))
    complain(first.row, 'figures', FIGURE_FORM);
  for (const row of withAction) {
    const effect = cellOf(row, 'action_effect_figure');
    if (effect !== '' && figureOf(effect, latest) === null)
      complain(row.row, 'action_effect_figure', FIGURE_FORM);
  }
  return problems;
}

const FIGURE_FORM = 'Write the id of a published figure, and after “ @ ” the number of its edition.';

const actionOf = (cell: (column: Column) => string, latest: number): DecisionAction => ({
  what: cell('action'),
  owner: cell('action_owner') || null,
  due: cell('action_due') || null,
  state: (cell('action_state') || 'planned') as DecisionAction['state'],
  doneOn: cell('action_done_on') || null,
  because: cell('action_because') || null,
  effect: cell('action_effect') || null,
  effectFigure: figureOf(cell('action_effect_figure'), latest),
});

const split = (text: string): string[] =>
  text.split(BETWEEN).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

/** `themes-by-community/theme=litter @ 3`; null for what is no such thing. */
function figureOf(text: string, latest: number): FigureReference | null {
  const [, figure, edition] = /^([a-z][a-z0-9-]*(?:[/;]\S+)?)(?:\s+@\s*([1-9]\d{0,8}))?$/.exec(text) ?? [];
  return figure === undefined ? null : { figure, edition: edition === undefined ? latest : Number(edition) };
}
