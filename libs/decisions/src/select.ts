import { SHOWN_STATES, type HeldDecisionRecord, type ShownState } from '#domain';
import { stateOfDecision } from './state.js';

/** Any of the values of a field; all of the fields. An empty list is no filter. */
export interface DecisionFilter {
  ward?: readonly string[] | null;
  theme?: readonly string[] | null;
  agency?: readonly string[] | null;
  community?: readonly string[] | null;
  priority?: readonly string[] | null;
  engagement?: readonly string[] | null;
  /** Years in which it was decided. */
  year?: readonly number[] | null;
  /** Years in which any of its actions was done. */
  doneIn?: readonly number[] | null;
  state?: readonly ShownState[] | null;
  /** True: only those that rest on a figure; agencies' own records without one are left out. */
  tied?: boolean | null;
  /** Words in title and decision, in any order and case. */
  search?: string | null;
}

/** Does it rest on a figure? Otherwise it is an agency's own record, to which nobody has tied what people said. */
export const isTied = ({ evidence }: Pick<HeldDecisionRecord, 'evidence'>): boolean => evidence.length > 0;

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The year in which it was decided; none where no day is known. */
export const yearDecided = ({ decidedOn }: Pick<HeldDecisionRecord, 'decidedOn'>): number[] =>
  decidedOn === null ? [] : [yearOf(decidedOn)];

/** Years in which any of its actions was done. */
export const yearsDone = ({ actions }: Pick<HeldDecisionRecord, 'actions'>): number[] =>
  actions.flatMap(({ state, doneOn }) => (state === 'done' && doneOn !== null ? [yearOf(doneOn)] : []));

/**
 * Decisions that fit, the latest first; those without a day last. A decision that names no ward is about all of them, so it fits
 * every ward.
 * @param groupOf the group of a theme: whoever asks for a group is shown its sub-themes' decisions too
 */
export function selectDecisions(
  decisions: readonly HeldDecisionRecord[],
  filter: DecisionFilter,
  groupOf: ReadonlyMap<string, string>,
  today: string,
): HeldDecisionRecord[] {
  const words = (filter.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const any = <T>(wanted: readonly T[] | null | undefined, held: readonly T[]): boolean =>
    !wanted?.length || held.some((one) => wanted.includes(one));
  const fits = (one: HeldDecisionRecord): boolean => {
    const text = `${one.title}\n${one.decided}`.toLowerCase();
    return (
      (!filter.tied || isTied(one)) &&
      (one.wards.length === 0 || any(filter.ward, one.wards)) &&
      any(
        filter.theme,
        one.themes.flatMap((theme) => [theme, groupOf.get(theme) ?? theme]),
      ) &&
      any(filter.agency, [one.agency]) &&
      any(filter.community, one.communities) &&
      any(filter.priority, one.priorities) &&
      any(filter.engagement, one.engagements) &&
      any(filter.year, yearDecided(one)) &&
      any(filter.doneIn, yearsDone(one)) &&
      any(filter.state, [stateOfDecision(one, today)]) &&
      words.every((word) => text.includes(word))
    );
  };
  return decisions.filter(fits).sort(latestFirst);
}

const latestFirst = (a: HeldDecisionRecord, b: HeldDecisionRecord): number => {
  const [left, right] = [a.decidedOn ?? '', b.decidedOn ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return a.reference < b.reference ? -1 : 1;
};

export type StateCounts = Record<ShownState, number> & { all: number };

/** How many decisions stand how. */
export function countStates(decisions: readonly HeldDecisionRecord[], today: string): StateCounts {
  const counts = { ...Object.fromEntries(SHOWN_STATES.map((state) => [state, 0])), all: 0 } as StateCounts;
  for (const decision of decisions) {
    counts[stateOfDecision(decision, today)] += 1;
    counts.all += 1;
  }
  return counts;
}

/** Counts of the decisions that name each value, most decisions first. @param valuesOf what a decision names */
export function countBy(
  decisions: readonly HeldDecisionRecord[],
  valuesOf: (decision: HeldDecisionRecord) => readonly string[],
  today: string,
): { code: string; counts: StateCounts }[] {
  const groups = new Map<string, HeldDecisionRecord[]>();
  for (const decision of decisions)
    for (const value of new Set(valuesOf(decision)))
      groups.set(value, [...(groups.get(value) ?? []), decision]);
  return [...groups]
    .map(([code, group]) => ({ code, counts: countStates(group, today) }))
    .sort((a, b) => b.counts.all - a.counts.all || (a.code < b.code ? -1 : 1));
}
