import type { DecisionAction, DecisionDraft } from '#domain';
import type { DecisionColumn } from './columns.js';

/** Column of a file -> what it says of a decision. Those that a file must have are not among them, nor is the reference. */
const FIELD_OF = {
  why: 'why', outcome: 'willDo', not_done: 'notDone', not_done_because: 'notDoneBecause', lead: 'lead', portfolio: 'portfolio',
  priorities: 'priorities', engagements: 'engagements', themes: 'themes', wards: 'wards', communities: 'communities',
  public: 'public', action: 'actions',
} as const satisfies Partial<Record<DecisionColumn, keyof DecisionDraft>>; // prettier-ignore

const ACTION_FIELD_OF = {
  action_owner: 'owner', action_due: 'due', action_state: 'state', action_done_on: 'doneOn', action_because: 'because',
  action_effect: 'effect', action_effect_figure: 'effectFigure',
} as const satisfies Partial<Record<DecisionColumn, keyof DecisionAction>>; // prettier-ignore

/**
 * A decision of a file as it is to be saved over the one that is held: what the file has no column for stays as it was, so that a file
 * of actions and their states takes nothing off the public's page. An empty cell under a heading is said, and empties the field.
 * Quotes are in no file: those that were chosen in the browser stay.
 * @param headings of the file
 */
export function overHeld(
  draft: DecisionDraft,
  held: DecisionDraft | undefined,
  headings: readonly string[],
): DecisionDraft {
  if (!held) return draft;
  const untold = <T extends object>(given: T, had: T, fields: Partial<Record<string, keyof T>>): T => {
    const kept = Object.entries(fields).flatMap(([column, field]) =>
      field && !headings.includes(column) ? [[field, had[field]]] : [],
    );
    return { ...given, ...Object.fromEntries(kept) };
  };
  const actions = draft.actions.map((action) => {
    const had = held.actions.find(({ what }) => what === action.what);
    return had ? untold(action, had, ACTION_FIELD_OF) : action;
  });
  return { ...untold({ ...draft, actions }, held, FIELD_OF), quotes: held.quotes };
}
