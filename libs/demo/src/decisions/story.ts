import type { DecidingModel } from '#domain';

/** An action of the story: days are counted from the day the city is loaded, so that each stands as it is told. */
export type StoryAction =
  | {
      is: 'done' | 'under-way' | 'planned' | 'late';
      what: string;
      owner: string;
      days: number;
      effect?: string;
    }
  | { is: 'will-not-do'; what: string; owner: string; because: string };

/** A decision of the story. Invented: no such decision was taken. */
export interface StoryDecision {
  reference: string;
  title: string;
  decided: string;
  on: string;
  by: string;
  model: DecidingModel;
  why: string;
  engagement: string;
  themes: readonly string[];
  wards?: readonly string[];
  priorities: readonly string[];
  /** Words in the names of the organisations whose people it is about. */
  organisations?: readonly string[];
  lead: string;
  portfolio?: string;
  /** What of it will not be done. */
  notDone?: string;
  /** Why it, or a part of it, will not be done. */
  because?: string;
  /** Nothing of it will be done. */
  refused?: true;
  actions: readonly StoryAction[];
}

export const done = (what: string, owner: string, days: number, effect?: string): StoryAction => ({
  is: 'done',
  what,
  owner,
  days: -days,
  ...(effect ? { effect } : {}),
});
export const underWay = (what: string, owner: string, days: number): StoryAction => ({
  is: 'under-way',
  what,
  owner,
  days,
});
export const planned = (what: string, owner: string, days: number): StoryAction => ({
  is: 'planned',
  what,
  owner,
  days,
});
/** Was due so many days ago and is not done. */
export const late = (what: string, owner: string, days: number): StoryAction => ({
  is: 'late',
  what,
  owner,
  days: -days,
});
export const willNotDo = (what: string, owner: string, because: string): StoryAction => ({
  is: 'will-not-do',
  what,
  owner,
  because,
});
