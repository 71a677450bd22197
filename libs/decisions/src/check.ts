import { ACTION_STATES, DECIDING_MODELS, type DecisionAction, type DecisionDraft, isDay } from '#domain';

/** What is wrong with a decision, where, and in words for whoever wrote it. */
export interface DecisionProblem {
  /** The field, e.g. `title`; of an action `actions.2.due`, counted from 1. */
  field: string;
  reason: string;
}

const SHORTEST_REASON = 10;
const MOST_ACTIONS = 50;
const LENGTHS = {
  reference: 120,
  title: 200,
  decided: 4_000,
  why: 4_000,
  notDone: 2_000,
  notDoneBecause: 2_000,
  decidedBy: 200,
  lead: 200,
  portfolio: 200,
} as const;
const ACTION_LENGTHS = { what: 500, owner: 200, because: 2_000, effect: 2_000 } as const;

/**
 * The rules of a decision that is written in the hub: it says what was decided, by whom and when; it rests on a figure; what is
 * refused, of it or of its actions, has a reason; what is done has a day, and none that is still to come.
 * @param today ISO date
 * @returns every problem, in the order of the fields; empty where there is none
 */
export function checkDecision(draft: DecisionDraft, today: string): DecisionProblem[] {
  return [
    ...wordProblems(draft),
    ...ruleProblems(draft, today),
    ...draft.actions.flatMap((action, at) => actionProblems(action, at, today)),
  ];
}

/**
 * The rules of an agency's own record: its words and days stand as they were published, so that only what is tied to it here is looked at.
 * It need not say who decided, nor rest on a figure.
 */
export function checkRecord(draft: DecisionDraft): DecisionProblem[] {
  const tied = (['why', 'decidedBy', 'lead', 'portfolio'] as const).flatMap((field) => tooLong(draft, field));
  return draft.model === null || isModel(draft) ? tied : [...tied, MODEL_PROBLEM];
}

function wordProblems(draft: DecisionDraft): DecisionProblem[] {
  const problems: DecisionProblem[] = [];
  for (const field of ['reference', 'title', 'decided'] as const)
    if (draft[field].trim() === '') problems.push({ field, reason: 'This must be written.' });
  for (const field of Object.keys(LENGTHS) as (keyof typeof LENGTHS)[])
    problems.push(...tooLong(draft, field));
  return problems;
}

const tooLong = (draft: DecisionDraft, field: keyof typeof LENGTHS): DecisionProblem[] =>
  (draft[field] ?? '').length > LENGTHS[field]
    ? [{ field, reason: `This has more than ${LENGTHS[field]} characters.` }]
    : [];

const isModel = ({ model }: DecisionDraft): boolean => model !== null && DECIDING_MODELS.includes(model);
const MODEL_PROBLEM: DecisionProblem = {
  field: 'model',
  reason: `Say by which rule it was decided: ${DECIDING_MODELS.join(', ')}.`,
};

const TO_COME = 'This day is still to come: say on which day it was.';

function ruleProblems(draft: DecisionDraft, today: string): DecisionProblem[] {
  const problems: DecisionProblem[] = [];
  const say = (field: string, reason: string): void => void problems.push({ field, reason });
  if (draft.decidedOn === null) say('decidedOn', 'Say on which day it was decided.');
  else if (!isDay(draft.decidedOn)) say('decidedOn', 'This is not a date that ever was; write 2025-03-04.');
  else if (draft.decidedOn > today) say('decidedOn', TO_COME);
  if (!draft.decidedBy?.trim()) say('decidedBy', 'Say who decided.');
  if (!isModel(draft)) problems.push(MODEL_PROBLEM);
  if (draft.evidence.length === 0)
    say('evidence', 'A decision needs a figure: what people said, by the id of a published figure.');
  const refuses = !draft.willDo || draft.notDone !== null;
  if (refuses && (draft.notDoneBecause ?? '').trim().length < SHORTEST_REASON)
    say('notDoneBecause', `What will not be done needs a reason, of at least ${SHORTEST_REASON} characters.`);
  if (!refuses && draft.notDoneBecause !== null)
    say('notDoneBecause', 'A reason is given for a refusal, but nothing is refused.');
  if (draft.willDo && draft.actions.length === 0)
    say('actions', 'Say what will be done: at least one action, with its owner and day.');
  if (draft.actions.length > MOST_ACTIONS) say('actions', `A decision has at most ${MOST_ACTIONS} actions.`);
  return problems;
}

function actionProblems(action: DecisionAction, at: number, today: string): DecisionProblem[] {
  const problems: DecisionProblem[] = [];
  const say = (field: string, reason: string): void =>
    void problems.push({ field: `actions.${at + 1}.${field}`, reason });
  if (action.what.trim() === '') say('what', 'Say what will be done.');
  if (!action.owner?.trim()) say('owner', 'Say who will do it.');
  for (const [field, most] of Object.entries(ACTION_LENGTHS))
    if ((action[field as keyof typeof ACTION_LENGTHS] ?? '').length > most)
      say(field, `This has more than ${most} characters.`);
  if (!ACTION_STATES.includes(action.state)) say('state', `A state is one of ${ACTION_STATES.join(', ')}.`);
  const open = action.state === 'planned' || action.state === 'under-way';
  if (open && action.due === null) say('due', 'Say by which day.');
  if (action.due !== null && !isDay(action.due)) say('due', 'This is not a date that ever was.');
  if (action.state === 'done' && action.doneOn === null) say('doneOn', 'Say on which day it was done.');
  if (action.doneOn !== null && !isDay(action.doneOn)) say('doneOn', 'This is not a date that ever was.');
  else if (action.doneOn !== null && action.doneOn > today) say('doneOn', TO_COME);
  if (action.state === 'will-not-do' && (action.because ?? '').trim().length < SHORTEST_REASON)
    say('because', `What will not be done needs a reason, of at least ${SHORTEST_REASON} characters.`);
  return problems;
}
