import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ActionState, DecidingModel, DecisionDraft, QuoteReference } from '#domain';
import { DateScalar } from '../../graphql/scalars.js';
import { ActionStateEnum, DecidingModelEnum } from '../../public/decisions/decision.type.js';

const some = { nullable: true };

@InputType('FigureReferenceInput', {
  description: 'A published figure by its id, of the edition it is taken from.',
})
export class FigureReferenceInput {
  @Field(() => ID) figure!: string;
  @Field(() => Int) edition!: number;
}

@InputType('QuoteReferenceInput')
export class QuoteReferenceInput {
  @Field(() => Int) edition!: number;
  @Field(() => ID) quote!: string;
  @Field(() => String, { description: 'with | against' }) stance!: string;
}

@InputType('DecisionActionInput')
export class DecisionActionInput {
  @Field(() => String) what!: string;
  @Field(() => String, some) owner?: string | null;
  @Field(() => DateScalar, some) due?: string | null;
  @Field(() => ActionStateEnum) state!: ActionState;
  @Field(() => DateScalar, some) doneOn?: string | null;
  @Field(() => String, some) because?: string | null;
  @Field(() => String, some) effect?: string | null;
  @Field(() => FigureReferenceInput, some) effectFigure?: FigureReferenceInput | null;
}

@InputType('DecisionInput', { description: 'A decision whole: what is left out is empty.' })
export class DecisionInput {
  @Field(() => String) agency!: string;
  @Field(() => String, { description: 'The agency’s own name for it.' }) reference!: string;
  @Field(() => Boolean) public!: boolean;
  @Field(() => String) title!: string;
  @Field(() => String) decided!: string;
  @Field(() => DateScalar, some) decidedOn?: string | null;
  @Field(() => String, some) why?: string | null;
  @Field(() => Boolean) willDo!: boolean;
  @Field(() => String, some) notDone?: string | null;
  @Field(() => String, some) notDoneBecause?: string | null;
  @Field(() => String, some) decidedBy?: string | null;
  @Field(() => DecidingModelEnum, some) model?: DecidingModel | null;
  @Field(() => String, some) lead?: string | null;
  @Field(() => String, some) portfolio?: string | null;
  @Field(() => [String], { defaultValue: [], description: 'agency/key' }) engagements!: string[];
  @Field(() => [String], { defaultValue: [] }) themes!: string[];
  @Field(() => [String], { defaultValue: [] }) wards!: string[];
  @Field(() => [String], { defaultValue: [] }) communities!: string[];
  @Field(() => [String], { defaultValue: [], description: 'agency/code' }) priorities!: string[];
  @Field(() => [FigureReferenceInput], { defaultValue: [] }) evidence!: FigureReferenceInput[];
  @Field(() => [QuoteReferenceInput], { defaultValue: [] }) quotes!: QuoteReferenceInput[];
  @Field(() => [DecisionActionInput], { defaultValue: [] }) actions!: DecisionActionInput[];
}

/** Blank texts are none. */
const text = (given: string | null | undefined): string | null => given?.trim() || null;

/** What was written, as the rules look at it. */
export function draftOfInput(input: DecisionInput): DecisionDraft {
  return {
    agency: input.agency,
    reference: input.reference.trim(),
    public: input.public,
    title: input.title.trim(),
    decided: input.decided.trim(),
    decidedOn: input.decidedOn ?? null,
    why: text(input.why),
    willDo: input.willDo,
    notDone: text(input.notDone),
    notDoneBecause: text(input.notDoneBecause),
    decidedBy: text(input.decidedBy),
    model: input.model ?? null,
    lead: text(input.lead),
    portfolio: text(input.portfolio),
    engagements: input.engagements,
    themes: input.themes,
    wards: input.wards,
    communities: input.communities,
    priorities: input.priorities,
    evidence: input.evidence.map(({ figure, edition }) => ({ figure, edition })),
    quotes: input.quotes.map(({ edition, quote, stance }) => ({
      edition,
      quote,
      stance: stance as QuoteReference['stance'],
    })),
    actions: input.actions.map((action) => ({
      what: action.what.trim(),
      owner: text(action.owner),
      due: action.due ?? null,
      state: action.state,
      doneOn: action.doneOn ?? null,
      because: text(action.because),
      effect: text(action.effect),
      effectFigure: action.effectFigure ? { ...action.effectFigure } : null,
    })),
  };
}
