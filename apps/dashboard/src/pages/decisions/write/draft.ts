import type { ActionState, DecidingModel, DecisionInput } from '../../../gql/graphql';
import type { DecisionLine } from '../words';

export interface ActionDraft {
  what: string;
  owner: string;
  due: string;
  state: ActionState;
  doneOn: string;
  because: string;
  effect: string;
  effectFigure: string;
}

/** A decision as it stands in the form: every text as typed, blank where there is none. */
export interface Draft {
  agency: string;
  reference: string;
  public: boolean;
  title: string;
  decided: string;
  decidedOn: string;
  decidedBy: string;
  model: DecidingModel | '';
  why: string;
  willDo: boolean;
  notDone: string;
  notDoneBecause: string;
  lead: string;
  portfolio: string;
  engagements: string[];
  themes: string[];
  wards: string[];
  communities: string[];
  priorities: string[];
  /** `figure @ edition`. */
  evidence: string[];
  quotes: { edition: number; quote: string; stance: string; words: string }[];
  actions: ActionDraft[];
}

export const EMPTY_ACTION: ActionDraft = {
  what: '',
  owner: '',
  due: '',
  state: 'PLANNED',
  doneOn: '',
  because: '',
  effect: '',
  effectFigure: '',
};

export const emptyDraft = (agency: string): Draft => ({
  agency,
  reference: '',
  public: false,
  title: '',
  decided: '',
  decidedOn: '',
  decidedBy: '',
  model: '',
  why: '',
  willDo: true,
  notDone: '',
  notDoneBecause: '',
  lead: '',
  portfolio: '',
  engagements: [],
  themes: [],
  wards: [],
  communities: [],
  priorities: [],
  evidence: [],
  quotes: [],
  actions: [EMPTY_ACTION],
});

const written = (figure: string, edition: number): string => `${figure} @ ${edition}`;

export function draftOf(held: DecisionLine): Draft {
  return {
    agency: held.agency.code,
    reference: held.reference,
    public: held.public,
    title: held.title,
    decided: held.decided,
    decidedOn: held.decidedOn ?? '',
    decidedBy: held.decidedBy ?? '',
    model: held.model ?? '',
    why: held.why ?? '',
    willDo: held.willDo,
    notDone: held.notDone ?? '',
    notDoneBecause: held.notDoneBecause ?? '',
    lead: held.lead ?? '',
    portfolio: held.portfolio ?? '',
    // Not those of the latest edition alone: what was asked long ago stays what was asked.
    engagements: [...held.engagementIds],
    themes: held.themes.map(({ code }) => code),
    wards: held.wards.map(({ code }) => code),
    communities: held.communities.map(({ code }) => code),
    priorities: held.priorities.map(({ id }) => id),
    evidence: held.evidence.map(({ figure, edition }) => written(figure, edition)),
    quotes: held.quotes.map(({ edition, quote, stance, words }) => ({ edition, quote, stance, words })),
    actions: held.actions.map((action) => ({
      what: action.what,
      owner: action.owner ?? '',
      due: action.due ?? '',
      state: action.said,
      doneOn: action.doneOn ?? '',
      because: action.because ?? '',
      effect: action.effect ?? '',
      effectFigure: action.effectFigure
        ? written(action.effectFigure.figure, action.effectFigure.edition)
        : '',
    })),
  };
}

/** What is read out of `figure @ edition`; without a number the latest edition is meant. */
export function referenceOf(text: string, latest: number): { figure: string; edition: number } {
  const [figure = '', edition] = text.split(/\s+@\s*/);
  return { figure: figure.trim(), edition: /^\d+$/.test(edition ?? '') ? Number(edition) : latest };
}

const some = (text: string): string | null => text.trim() || null;

/** The form as the hub is told it. */
export function inputOf(draft: Draft, latest: number): DecisionInput {
  return {
    ...draft,
    model: draft.model || null,
    decidedOn: draft.decidedOn || null,
    why: some(draft.why),
    notDone: some(draft.notDone),
    notDoneBecause: some(draft.notDoneBecause),
    decidedBy: some(draft.decidedBy),
    lead: some(draft.lead),
    portfolio: some(draft.portfolio),
    evidence: draft.evidence.map((text) => referenceOf(text, latest)),
    quotes: draft.quotes.map(({ edition, quote, stance }) => ({ edition, quote, stance })),
    actions: draft.actions.map((action) => ({
      what: action.what,
      owner: some(action.owner),
      due: action.due || null,
      state: action.state,
      doneOn: action.doneOn || null,
      because: some(action.because),
      effect: some(action.effect),
      effectFigure: action.effectFigure.trim() ? referenceOf(action.effectFigure, latest) : null,
    })),
  };
}

/** Id of the control that mends a problem of a field: `actions.2.due` is the second action's day. */
export const controlOf = (field: string): string => `decision-${field.replaceAll('.', '-')}`;
