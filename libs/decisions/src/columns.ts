/** Headings of the file, in the order in which the page offers them; a decision with several actions has several rows. */
export const DECISION_COLUMNS = [
  'reference', 'title', 'decided', 'decided_on', 'decided_by', 'model', 'why', 'outcome', 'not_done', 'not_done_because',
  'lead', 'portfolio', 'priorities', 'engagements', 'themes', 'wards', 'communities', 'figures', 'public',
  'action', 'action_owner', 'action_due', 'action_state', 'action_done_on', 'action_because', 'action_effect',
  'action_effect_figure',
] as const; // prettier-ignore
export type DecisionColumn = (typeof DECISION_COLUMNS)[number];
