import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  ACTION_STATES,
  DECIDING_MODELS,
  SHOWN_STATES,
  type ActionState,
  type DecidingModel,
  type DecisionOrigin,
  type FigureReference,
  type QuoteReference,
  type ShownState,
} from '#domain';
import { enumOf } from '../../graphql/enums.js';
import { connectionOf, PageOf20 } from '../../graphql/paging.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';

export const DecidingModelEnum = enumOf(DECIDING_MODELS);
registerEnumType(DecidingModelEnum, {
  name: 'DecidingModel',
  description: 'Who decides, from the agency alone to the people: five models of sharing power.',
});
export const ActionStateEnum = enumOf(ACTION_STATES);
registerEnumType(ActionStateEnum, { name: 'ActionState', description: 'What somebody says of an action.' });
export const ShownStateEnum = enumOf(SHOWN_STATES);
registerEnumType(ShownStateEnum, {
  name: 'DecisionState',
  description: 'How it stands on a day: what is not done by its day is LATE.',
});
const OriginEnum = enumOf<DecisionOrigin>(['hub', 'pulled']);
registerEnumType(OriginEnum, {
  name: 'DecisionOrigin',
  description: 'PULLED: the agency’s own record, published elsewhere and fetched.',
});

const some = { nullable: true };

@ObjectType('NamedCode')
export class NamedCode {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType('AskedEngagement', { description: 'An engagement that a decision answers.' })
export class AskedEngagement {
  @Field(() => ID) id!: string;
  @Field(() => String) agency!: string;
  @Field(() => String) key!: string;
  @Field(() => String) title!: string;
  @Field(() => DateScalar, some) opens!: string | null;
  @Field(() => DateScalar, some) closes!: string | null;
}

@ObjectType('DecisionFigure', {
  description: 'What people said, as it was told in the edition it was taken from.',
})
export class DecisionFigure implements FigureReference {
  @Field(() => ID) figure!: string;
  @Field(() => Int) edition!: number;
}

@ObjectType('DecisionAnswer', { description: 'People who gave one answer to a question.' })
export class DecisionAnswer {
  @Field(() => Int, { nullable: true, description: 'Distinct people, released; null where hidden.' })
  people!: number | null;
}

@ObjectType('DecisionQuote', {
  description: 'Released words of somebody; `against` does not agree with the decision.',
})
export class DecisionQuote {
  @Field(() => Int) edition!: number;
  @Field(() => ID) quote!: string;
  @Field(() => String, { description: 'with | against' }) stance!: QuoteReference['stance'];
  @Field(() => String) words!: string;
}

@ObjectType('DecisionAction')
export class DecisionAction {
  @Field(() => String) what!: string;
  @Field(() => String, some) owner!: string | null;
  @Field(() => DateScalar, some) due!: string | null;
  @Field(() => ShownStateEnum) state!: ShownState;
  @Field(() => ActionStateEnum, { description: 'What is said of it, late or not.' }) said!: ActionState;
  @Field(() => DateScalar, some) doneOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it will not be done.' }) because!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'A sign of effect, in words; before and after is no proof of cause.',
  })
  effect!: string | null;
  @Field(() => DecisionFigure, some) effectFigure!: FigureReference | null;
}

@ObjectType('DecisionChange', {
  description: 'What changed in a decision on a day, since it was first told.',
})
export class DecisionChange {
  @Field(() => DateScalar, { description: 'The day.' }) on!: string;
  @Field(() => [String], { description: 'Each change, in a sentence.' }) words!: string[];
}

@ObjectType('Decision', {
  description: 'What was asked, what people said, what was decided, by whom, why, and what comes of it.',
})
export class Decision {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'The agency’s own name for it.' }) reference!: string;
  @Field(() => OriginEnum) origin!: DecisionOrigin;
  @Field(() => Boolean) public!: boolean;
  @Field(() => String) title!: string;
  @Field(() => String) decided!: string;
  @Field(() => DateScalar, some) decidedOn!: string | null;
  @Field(() => String, some) why!: string | null;
  @Field(() => Boolean) willDo!: boolean;
  @Field(() => String, some) notDone!: string | null;
  @Field(() => String, some) notDoneBecause!: string | null;
  @Field(() => String, some) decidedBy!: string | null;
  @Field(() => DecidingModelEnum, some) model!: DecidingModel | null;
  @Field(() => String, some) lead!: string | null;
  @Field(() => String, some) portfolio!: string | null;
  @Field(() => ShownStateEnum) state!: ShownState;
  @Field(() => Int, { description: 'Days by which its longest overdue action is late; 0 where none is.' })
  daysLate!: number;
  @Field(() => [DecisionAction]) actions!: DecisionAction[];
  @Field(() => Int) version!: number;
  @Field(() => DateTimeScalar) savedAt!: string;
  /** Codes: fields of their own say what they are called. */
  agencyCode!: string;
  @Field(() => [String], {
    description:
      'Ids of what was asked, agency/key; engagements that its edition does not have are among them.',
  })
  engagementIds!: string[];
  themeCodes!: string[];
  wardCodes!: string[];
  communityCodes!: string[];
  priorityCodes!: string[];
  figures!: FigureReference[];
  quoted!: QuoteReference[];
  /** The edition that carries it; null where it reads as now. */
  edition!: number | null;
}

@ObjectType('StateCounts')
export class StateCounts {
  @Field(() => Int) all!: number;
  @Field(() => Int) planned!: number;
  @Field(() => Int) underWay!: number;
  @Field(() => Int) done!: number;
  @Field(() => Int) late!: number;
  @Field(() => Int) willNotDo!: number;
}

@ObjectType('DecisionCount')
export class DecisionCount {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => StateCounts) counts!: StateCounts;
}

@ObjectType('DecisionConnection')
export class DecisionConnection extends connectionOf(() => Decision) {
  @Field(() => Int) totalCount!: number;
  @Field(() => StateCounts, { description: 'Of all that fit the filter but for its states.' })
  counts!: StateCounts;
  @Field(() => [DecisionCount], {
    description: 'Decisions that name a ward; those about all of the city name none.',
  })
  byWard!: DecisionCount[];
  @Field(() => [DecisionCount]) byTheme!: DecisionCount[];
  @Field(() => [DecisionCount]) byAgency!: DecisionCount[];
  @Field(() => [DecisionCount]) byPriority!: DecisionCount[];
  @Field(() => Int, {
    description:
      'Agencies’ own records without a figure that fit all of the filter but `tied`: beside those listed, or among them.',
  })
  records!: number;
  @Field(() => [Int], {
    description: 'Years in which any public decision was taken, the latest first.',
    deprecationReason: 'Whatever the filter: ask for `decidedYears`, of which each leads to a decision.',
  })
  years!: number[];
  @Field(() => [Int], {
    description: 'Years in which those were decided that fit the filter but for `year`, the latest first.',
  })
  decidedYears!: number[];
  @Field(() => [Int], {
    description:
      'Years in which something was done of those that fit the filter but for `doneIn`, the latest first.',
  })
  doneYears!: number[];
}

@InputType('DecisionFilter', { description: 'Any of the values of a field; all of the fields.' })
export class DecisionFilter {
  @Field(() => [String], some) ward?: string[] | null;
  @Field(() => [String], some) theme?: string[] | null;
  @Field(() => [String], some) agency?: string[] | null;
  @Field(() => [String], some) community?: string[] | null;
  @Field(() => [String], some) priority?: string[] | null;
  @Field(() => [String], some) engagement?: string[] | null;
  @Field(() => [Int], some) year?: number[] | null;
  @Field(() => [Int], {
    nullable: true,
    description: 'Years in which any of its actions was done, whenever it was decided.',
  })
  doneIn?: number[] | null;
  @Field(() => [ShownStateEnum], some) state?: ShownState[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that rest on a figure: agencies’ own records without one are left out.',
  })
  tied?: boolean | null;
  @Field(() => String, some) search?: string | null;
}

@ArgsType()
export class DecisionsArgs extends PageOf20 {
  @Field(() => DecisionFilter, some) filter?: DecisionFilter | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Those that the edition carries; absent: as they read now.',
  })
  edition?: number | null;
}

@ObjectType('PlanPriority', { description: 'A priority of a plan to which themes and decisions belong.' })
export class PlanPriority {
  @Field(() => ID, { description: 'agency/code' }) id!: string;
  @Field(() => String) agency!: string;
  @Field(() => String) code!: string;
  @Field(() => String) plan!: string;
  @Field(() => String) title!: string;
  @Field(() => [String]) themes!: string[];
}
