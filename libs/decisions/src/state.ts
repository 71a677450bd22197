import type { DecisionAction, DecisionDraft, ShownState } from '#domain';

/**
 * How an action stands on a day: what is not done on the day it was due is late from the next day on, whatever is said of it.
 * @param today ISO date
 */
export function stateOfAction(
  { state, due }: Pick<DecisionAction, 'state' | 'due'>,
  today: string,
): ShownState {
  if (state === 'done' || state === 'will-not-do') return state;
  return due !== null && due < today ? 'late' : state;
}

/**
 * How a decision stands on a day, by its actions: late if any action is, of a refused one too; else refused; else done once every action that
 * was not given up is; else under way once one was begun or done.
 * @param today ISO date
 */
export function stateOfDecision(
  { willDo, actions }: Pick<DecisionDraft, 'willDo' | 'actions'>,
  today: string,
): ShownState {
  const states = actions.map((action) => stateOfAction(action, today));
  const kept = states.filter((state) => state !== 'will-not-do');
  if (kept.includes('late')) return 'late';
  if (!willDo || (states.length > 0 && kept.length === 0)) return 'will-not-do';
  if (kept.length > 0 && kept.every((state) => state === 'done')) return 'done';
  return kept.some((state) => state !== 'planned') ? 'under-way' : 'planned';
}

const DAY_MS = 86_400_000;

/** Whole days from one ISO date to another; negative where the second is earlier. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS);

/** Days by which the action that is longest overdue is late; 0 where none is. */
export function daysLate({ actions }: Pick<DecisionDraft, 'actions'>, today: string): number {
  const late = actions.filter((action) => stateOfAction(action, today) === 'late');
  return Math.max(0, ...late.map(({ due }) => daysBetween(due ?? today, today)));
}
