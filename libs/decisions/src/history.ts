import type { DecisionAction, DecisionDraft } from '#domain';
import { stateInWords } from './words.js';

/** How a decision read from a moment on. */
export interface DecisionVersion {
  /** When it was saved. */
  at: string;
  decision: DecisionDraft;
}

/** What changed on a day, in words; never who saved it. */
export interface DecisionChange {
  /** ISO date. */
  on: string;
  words: string[];
}

type Words = (day: string) => string;

/**
 * What changed in a decision since it was first told: days that were moved, how actions stand, what was added, taken off or worded
 * anew. So a day that was missed can't go without a trace. Words that stand no more are never told: they may have been taken out because
 * nobody should read them. Several savings of a day are told as one step, from the last of before.
 * @param versions each saving at which it was public, the earliest first
 * @param inWords an ISO date as the page writes it
 * @returns the latest first; days on which nothing changed that a reader would see are left out
 */
export function changesOf(versions: readonly DecisionVersion[], inWords: Words): DecisionChange[] {
  const ends = new Map(versions.map((one) => [one.at.slice(0, 10), one.decision]));
  const days = [...ends];
  return days
    .flatMap(([on, after], at): DecisionChange[] => {
      // What was put right on the day it was first told is how it was told.
      const before = days[at - 1]?.[1];
      if (!before) return [];
      const words = [...ofDecision(before, after), ...ofActions(before.actions, after.actions, inWords)];
      return words.length > 0 ? [{ on, words }] : [];
    })
    .reverse();
}

function ofDecision(before: DecisionDraft, after: DecisionDraft): string[] {
  const words: string[] = [];
  if (before.willDo !== after.willDo)
    words.push(after.willDo ? 'It will be done after all.' : 'It will not be done.');
  const said = (one: DecisionDraft): string => [one.title, one.decided, one.why ?? ''].join('\n');
  if (said(before) !== said(after)) words.push('What was decided was put in other words.');
  const refused = (one: DecisionDraft): string => [one.notDone ?? '', one.notDoneBecause ?? ''].join('\n');
  if (refused(before) !== refused(after)) words.push('What is not done, or why not, was put in other words.');
  return words;
}

function ofActions(
  before: readonly DecisionAction[],
  after: readonly DecisionAction[],
  inWords: Words,
): string[] {
  // The same action under other words stands in the same place; what is neither under its words nor in its place is another.
  const found = (action: DecisionAction, at: number): DecisionAction | undefined =>
    before.find(({ what }) => what === action.what) ??
    (before.length === after.length && !after.some(({ what }) => what === before[at]?.what)
      ? before[at]
      : undefined);
  const pairs = after.map((action, at) => [found(action, at), action] as const);
  const gone = before.filter((one) => !pairs.some(([was]) => was === one));
  return [
    ...pairs.flatMap(([was, is]) => (was ? ofAction(was, is, inWords) : [`Added: “${is.what}”.`])),
    ...(gone.length > 0
      ? [
          gone.length === 1
            ? 'An action is no longer listed.'
            : `${gone.length} actions are no longer listed.`,
        ]
      : []),
  ];
}

function ofAction(was: DecisionAction, is: DecisionAction, inWords: Words): string[] {
  const day = (due: string | null): string => (due === null ? 'no day' : inWords(due));
  const words: string[] = [];
  if (was.what !== is.what) words.push(`“${is.what}” was put in other words.`);
  if (was.due !== is.due) words.push(`“${is.what}” was due ${day(was.due)}; the day is now ${day(is.due)}.`);
  if (was.state !== is.state)
    words.push(
      `“${is.what}”: ${stateInWords(was.state).toLowerCase()} became ${stateInWords(is.state).toLowerCase()}.`,
    );
  if (was.owner !== is.owner) words.push(`Who does “${is.what}” was changed.`);
  return words;
}
