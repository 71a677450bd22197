/**
 * Who decides, from "the agency alone" to "the people": the five steps of the Spectrum of Public Participation (International
 * Association for Public Participation: inform, consult, involve, collaborate, empower), as models of sharing power.
 */
export const DECIDING_MODELS = ['agency', 'after-asking', 'with-advice', 'together', 'people'] as const;
export type DecidingModel = (typeof DECIDING_MODELS)[number];

/** What somebody says of an action; `late` is told by the clock alone. */
export const ACTION_STATES = ['planned', 'under-way', 'done', 'will-not-do'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** What is shown of a decision or an action on a given day. */
export const SHOWN_STATES = ['planned', 'under-way', 'done', 'late', 'will-not-do'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

/** A figure by its id (report, keys, filters), of the edition that it was taken from. */
export interface FigureReference {
  figure: string;
  edition: number;
}

/** A released quote by its place in an edition; its words stay there alone. */
export interface QuoteReference {
  edition: number;
  /** A whole number, as text. */
  quote: string;
  /** `against`: it does not agree with what was decided. */
  stance: 'with' | 'against';
}

export interface DecisionAction {
  what: string;
  owner: string | null;
  /** ISO date. */
  due: string | null;
  state: ActionState;
  doneOn: string | null;
  /** Why it will not be done. */
  because: string | null;
  /** A sign that it had an effect, in words. */
  effect: string | null;
  effectFigure: FigureReference | null;
}

/** What was asked, what people said, what was decided, by whom, why, and what comes of it. */
export interface DecisionDraft {
  agency: string;
  /** The agency's own name for it, unique within the agency. */
  reference: string;
  public: boolean;
  title: string;
  decided: string;
  /** ISO date; null where the agency's record has none. */
  decidedOn: string | null;
  why: string | null;
  /** False: what people asked for will not be done. */
  willDo: boolean;
  /** What of it will not be done, where a part will. */
  notDone: string | null;
  notDoneBecause: string | null;
  decidedBy: string | null;
  model: DecidingModel | null;
  lead: string | null;
  portfolio: string | null;
  /** `agency/key`. */
  engagements: string[];
  themes: string[];
  wards: string[];
  communities: string[];
  /** `agency/code` of priorities of plans. */
  priorities: string[];
  evidence: FigureReference[];
  quotes: QuoteReference[];
  actions: DecisionAction[];
}

/** `pulled`: the agency's own record, published elsewhere and fetched. */
export type DecisionOrigin = 'hub' | 'pulled';

/** A decision as it is held, or as an edition carries it. */
export interface HeldDecisionRecord extends DecisionDraft {
  id: string;
  origin: DecisionOrigin;
  version: number;
  savedAt: string;
}

export interface PlanPriority {
  agency: string;
  code: string;
  plan: string;
  title: string;
  themes: string[];
}

/** Within how many months an agency promises to say what became of what was said. */
export interface AnswerPromise {
  agency: string;
  months: number;
  words: string | null;
  /** Whom to ask about what was said and decided, as the agency says it; null where it says nobody. */
  contact: string | null;
}

/** A priority that an agency published elsewhere, with what it says it did. */
export interface PriorityRecord {
  id: string;
  agency: string;
  /** `agency/key`. */
  engagement: string;
  issuedOn: string | null;
  text: string;
  action: string | null;
  actionOn: string | null;
  place: string | null;
}
