import type { DecisionAction, DecisionDraft, FigureReference } from '#domain';
import { DECISION_COLUMNS, type DecisionColumn } from './columns.js';

type Cells = Partial<Record<DecisionColumn, string>>;

/**
 * Decisions as rows of the very file that `decisionsOfRows` reads: a row for each action, the first of a decision with all that it
 * says. Read again it changes nothing. Quotes are in no file.
 * @returns cells in the order of `DECISION_COLUMNS`
 */
export const rowsOfDecisions = (decisions: readonly DecisionDraft[]): string[][] =>
  decisions.flatMap((decision) => {
    const [first, ...more] = decision.actions;
    const rows: Cells[] = [
      { ...cellsOf(decision), ...(first && cellsOfAction(first)) },
      ...more.map((action) => ({ reference: decision.reference, ...cellsOfAction(action) })),
    ];
    return rows.map((cells) => DECISION_COLUMNS.map((column) => cells[column] ?? ''));
  });

const cellsOf = (one: DecisionDraft): Cells => ({
  reference: one.reference,
  title: one.title,
  decided: one.decided,
  decided_on: one.decidedOn ?? '',
  decided_by: one.decidedBy ?? '',
  model: one.model ?? '',
  why: one.why ?? '',
  outcome: one.willDo ? 'will do' : 'will not do',
  not_done: one.notDone ?? '',
  not_done_because: one.notDoneBecause ?? '',
  lead: one.lead ?? '',
  portfolio: one.portfolio ?? '',
  priorities: one.priorities.join('|'),
  engagements: one.engagements.join('|'),
  themes: one.themes.join('|'),
  wards: one.wards.join('|'),
  communities: one.communities.join('|'),
  figures: one.evidence.map(figureCell).join('|'),
  public: one.public ? 'yes' : 'no',
});

const cellsOfAction = (one: DecisionAction): Cells => ({
  action: one.what,
  action_owner: one.owner ?? '',
  action_due: one.due ?? '',
  action_state: one.state,
  action_done_on: one.doneOn ?? '',
  action_because: one.because ?? '',
  action_effect: one.effect ?? '',
  action_effect_figure: one.effectFigure ? figureCell(one.effectFigure) : '',
});

const figureCell = ({ figure, edition }: FigureReference): string => `${figure} @ ${edition}`;
