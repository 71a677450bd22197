import type { AnswerPromise, HeldDecisionRecord } from '#domain';
import { isOfAll, monthsAfter, speaksOf, subjectsOf } from './waiting.js';

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
  /** Decisions that answer it for everybody, the earliest first; empty while it waits. */
  decisions: HeldDecisionRecord[];
  /**
   * Decisions that answer it in the wards or for the communities that they name, the earliest first. Whether somebody is of these is not
   * asked: what became of an answer is told without its ward.
   */
  inPart: HeldDecisionRecord[];
  /** By when an answer is promised; null where one is there for everybody, nothing is promised, or the day is not known. */
  promisedBy: string | null;
}

/** Was it taken before somebody spoke? Not where either day is unknown. */
const isBefore = ({ decidedOn }: HeldDecisionRecord, { saidOn }: SaidSomething): boolean =>
  decidedOn !== null && saidOn !== null && decidedOn < saidOn;

const earliestFirst = (a: HeldDecisionRecord, b: HeldDecisionRecord): number =>
  (a.decidedOn ?? '') < (b.decidedOn ?? '') ? -1 : 1;

/**
 * What became of each theme that somebody raised: decisions of the agency that was told which name the theme, or its group, and were taken
 * on or after that day, or that name both the theme and the engagement and were not taken before. A group stands for itself only where none
 * of its sub-themes was raised. What is no subject ("Other") is left out.
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
  const raised = subjectsOf(
    said.themes.map((theme) => ({ theme })),
    groupOf,
  );
  const here = decisions.filter(
    (one) =>
      !isBefore(one, said) &&
      (one.engagements.includes(said.engagement) ||
        (one.agency === agency && one.decidedOn !== null && said.saidOn !== null)),
  );
  return raised.map(({ theme }) => {
    const answering = here.filter(({ themes }) => speaksOf(themes, theme, groupOf)).sort(earliestFirst);
    const whole = answering.filter(isOfAll);
    const waits = whole.length === 0 && months !== undefined && said.saidOn !== null;
    return {
      theme,
      decisions: whole,
      inPart: answering.filter((one) => !isOfAll(one)),
      promisedBy: waits ? monthsAfter(said.saidOn!, months) : null,
    };
  });
}

/**
 * What was decided after a consultation in which somebody took part, whatever their answer was about: decisions that name it, or rest on what
 * was answered there, and were not taken before. Of answers that are ticks alone this is what became of them. The earliest first.
 */
export function decidedAfter(
  said: SaidSomething,
  decisions: readonly HeldDecisionRecord[],
): HeldDecisionRecord[] {
  const answers = `answers/${said.engagement.split('/').map(encodeURIComponent).join('/')}/`;
  const rests = ({ evidence }: HeldDecisionRecord): boolean =>
    evidence.some(({ figure }) => figure.startsWith(answers));
  return decisions
    .filter((one) => (one.engagements.includes(said.engagement) || rests(one)) && !isBefore(one, said))
    .sort(earliestFirst);
}
