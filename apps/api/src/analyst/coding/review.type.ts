import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import { CommentToCode } from './coding.type.js';

const some = { nullable: true };

export type Verdict = 'kept' | 'merged' | 'dropped';
export const VerdictEnum = enumOf<Verdict>(['kept', 'merged', 'dropped']);
registerEnumType(VerdictEnum, { name: 'SuggestionVerdict' });
const StateEnum = enumOf(['open', 'kept', 'merged', 'dropped']);
registerEnumType(StateEnum, { name: 'SuggestionState' });
export type RiskOutcome = 'referred' | 'no-risk';
export const RiskOutcomeEnum = enumOf<RiskOutcome>(['referred', 'no-risk']);
registerEnumType(RiskOutcomeEnum, { name: 'SafeguardingOutcome' });

@ObjectType('ThemeAgreement', {
  description: 'How far people agree on one theme, beside how far the coder agrees with people.',
})
export class ThemeAgreement {
  @Field(() => String) theme!: string;
  @Field(() => Int) codedTwice!: number;
  @Field(() => Float, { ...some, description: 'Cohen’s kappa of two people.' }) kappa!: number | null;
  @Field(() => Float, { ...some, description: 'Krippendorff’s alpha.' }) alpha!: number | null;
  @Field(() => Float, some) humanF1!: number | null;
  @Field(() => Float, { ...some, description: 'On the blind audit sample.' }) modelF1!: number | null;
}

@ObjectType('CodingAgreement')
export class CodingAgreement {
  @Field(() => Int, { description: 'Comments coded by two people.' }) codedTwice!: number;
  @Field(() => Int, { description: 'Comments of the blind audit sample that a person coded.' })
  audited!: number;
  @Field(() => [ThemeAgreement]) themes!: ThemeAgreement[];
}

@ObjectType('ThemeSuggestion', {
  description: 'A group of texts without a theme. It proposes only: a person keeps, merges or drops it.',
})
export class ThemeSuggestion {
  @Field(() => ID) id!: number;
  @Field(() => [String]) terms!: string[];
  @Field(() => Int) comments!: number;
  @Field(() => StateEnum) state!: string;
  @Field(() => String, some) theme!: string | null;
  @Field(() => String, some) actor!: string | null;
  @Field(() => String) note!: string;
  /** The most typical first. */
  submissions!: string[];
}

@ObjectType('FlaggedComment')
export class FlaggedComment {
  @Field(() => [String], { description: 'Kinds of risk that its words may mean.' }) kinds!: string[];
  @Field(() => DateTimeScalar) flaggedAt!: string;
  @Field(() => RiskOutcomeEnum, some) outcome!: RiskOutcome | null;
  @Field(() => String, some) actor!: string | null;
  @Field(() => DateTimeScalar, some) handledAt!: string | null;
  @Field(() => CommentToCode) comment!: CommentToCode;
}
