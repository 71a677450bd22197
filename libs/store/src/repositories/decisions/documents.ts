import type { DecisionAction, DecisionDraft, DecisionOrigin, HeldDecisionRecord } from '#domain';

interface ActionDocument {
  what: string;
  owner: string | null;
  due: string | null;
  state: DecisionAction['state'];
  done_on: string | null;
  because: string | null;
  effect: string | null;
  effect_figure: string | null;
  effect_edition: number | null;
}

/** A decision as the database's functions take and give it. */
export interface DecisionDocument {
  id: string;
  agency: string;
  reference: string;
  origin: DecisionOrigin;
  public: boolean;
  title: string;
  decided: string;
  decided_on: string | null;
  why: string | null;
  will_do: boolean;
  not_done: string | null;
  not_done_because: string | null;
  decided_by: string | null;
  model: DecisionDraft['model'];
  lead: string | null;
  portfolio: string | null;
  engagements: string[];
  themes: string[];
  wards: string[];
  communities: string[];
  priorities: string[];
  version: number;
  saved_at: string;
  evidence: { figure: string; edition: number }[];
  quotes: { edition: number; quote: number; stance: 'with' | 'against' }[];
  actions: ActionDocument[];
}

/** What is saved: everything but what the database itself adds. */
export type GivenDocument = Omit<DecisionDocument, 'id' | 'origin' | 'version' | 'saved_at'>;

export function documentOfDecision(draft: DecisionDraft): GivenDocument {
  const { decidedOn, willDo, notDone, notDoneBecause, decidedBy, quotes, actions, ...same } = draft;
  return {
    ...same,
    decided_on: decidedOn,
    will_do: willDo,
    not_done: notDone,
    not_done_because: notDoneBecause,
    decided_by: decidedBy,
    quotes: quotes.map(({ quote, ...place }) => ({ ...place, quote: Number(quote) })),
    actions: actions.map(({ doneOn, effectFigure, ...action }) => ({
      ...action,
      done_on: doneOn,
      effect_figure: effectFigure?.figure ?? null,
      effect_edition: effectFigure?.edition ?? null,
    })),
  };
}

export function decisionOfDocument(document: DecisionDocument): HeldDecisionRecord {
  const { id, agency, reference, origin, title, decided, why, model, lead, portfolio, version } = document;
  return {
    id,
    agency,
    reference,
    origin,
    public: document.public,
    title,
    decided,
    decidedOn: document.decided_on,
    why,
    willDo: document.will_do,
    notDone: document.not_done,
    notDoneBecause: document.not_done_because,
    decidedBy: document.decided_by,
    model,
    lead,
    portfolio,
    engagements: document.engagements,
    themes: document.themes,
    wards: document.wards,
    communities: document.communities,
    priorities: document.priorities,
    evidence: document.evidence,
    quotes: document.quotes.map((place) => ({ ...place, quote: String(place.quote) })),
    actions: document.actions.map(actionOfDocument),
    version,
    savedAt: document.saved_at,
  };
}

const actionOfDocument = (document: ActionDocument): DecisionAction => ({
  what: document.what,
  owner: document.owner,
  due: document.due,
  state: document.state,
  doneOn: document.done_on,
  because: document.because,
  effect: document.effect,
  effectFigure:
    document.effect_figure !== null && document.effect_edition !== null
      ? { figure: document.effect_figure, edition: document.effect_edition }
      : null,
});
