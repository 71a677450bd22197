import type { AnswerPromise, HeldDecisionRecord } from '#domain';
import { monthsAfter, speaksOf, withoutGroups } from './waiting.js';

/** What somebody said: to whom, when, about which themes. */
export interface SaidSomething {
  /** `agency/key`. */
  engagement: string;
  /** ISO date; null where it is not known. */
  saidOn: string | null;
  themes: readonly string[];
}

export interface ThemeAnswer {
  theme: string;
  /** Decisions that answer it, the earliest first; empty while it waits. */
  decisions: HeldDecisionRecord[];
  /** By when an answer is promised; null where one is there, nothing is promised, or the day is not known. */
  promisedBy: string | null;
}

/**
 * What became of each theme that somebody raised: decisions of the agency that was told which name the theme, or its group, and were taken
 * on or after that day, or that name both the theme and the engagement. A group stands for itself only where none of its sub-themes was raised.
 * @param groupOf the group of a theme; of a group itself the group
 */
export function answersTo(
  said: SaidSomething,
  decisions: readonly HeldDecisionRecord[],
  promises: readonly AnswerPromise[],
  groupOf: ReadonlyMap<string, string>,
): ThemeAnswer[] {
  const agency = said.engagement.split('/')[0] ?? '';
  const months = promises.find((one) => one.agency === agency)?.months;
  const raised = withoutGroups(
    said.themes.map((theme) => ({ theme })),
    groupOf,
  );
  return raised.map(({ theme }) => {
    const answering = decisions
      .filter(
        (one) =>
          speaksOf(one.themes, theme, groupOf) &&
          (one.engagements.includes(said.engagement) ||
            (one.agency === agency &&
              one.decidedOn !== null &&
              said.saidOn !== null &&
              one.decidedOn >= said.saidOn)),
      )
      .sort((a, b) => ((a.decidedOn ?? '') < (b.decidedOn ?? '') ? -1 : 1));
    const waits = answering.length === 0 && months !== undefined && said.saidOn !== null;
    return { theme, decisions: answering, promisedBy: waits ? monthsAfter(said.saidOn!, months) : null };
  });
}
