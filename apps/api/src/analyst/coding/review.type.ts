import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.js';
import { DateTimeScalar } from '../../graphql/scalars.js';
import type { Grade } from '#statements';
import { GradeEnum } from '../../public/grades/grade.type.js';
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

@ObjectType('GradeToLift', {
  description: 'How a theme stands with the audit, and what would lift its grade. Never public.',
})
export class GradeToLift {
  @Field(() => String) theme!: string;
  @Field(() => GradeEnum) grade!: Grade;
  @Field(() => Int, { description: 'Audit codings in which people said the theme.' }) positives!: number;
  @Field(() => Int, { description: 'Audit codings of comments that the coder gave the theme.' })
  auditedYes!: number;
  @Field(() => Float, {
    ...some,
    description: 'Of those that the coder gave it, how many people agree with.',
  })
  precision!: number | null;
  @Field(() => Float, { description: 'Lower end of its 95% interval, which the grade goes by.' })
  precisionLow!: number;
  @Field(() => Float, { ...some, description: 'Of those that people gave it, how many the coder finds.' })
  recall!: number | null;
  @Field(() => Float) recallLow!: number;
  @Field(() => String, {
    ...some,
    description:
      'Audit codings that would make it ready, in words; null where it is, or where more would not.',
  })
  wanted!: string | null;
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

export type RiskBand = 'now' | 'today' | 'week';
export const RiskBandEnum = enumOf<RiskBand>(['now', 'today', 'week']);
registerEnumType(RiskBandEnum, {
  name: 'RiskBand',
  description:
    'How soon a person should look: NOW within the hour, TODAY within eight hours, WEEK within seven days.',
});

@ObjectType('CaseStep', { description: 'What somebody on duty did with a case.' })
export class CaseStep {
  @Field(() => String, { description: 'taken | put-back | handed-over | no-risk' }) step!: string;
  @Field(() => String) actor!: string;
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => String) note!: string;
  @Field(() => String, some) handedTo!: string | null;
}

export type RiskFinder = 'phrases' | 'model';
const RiskFinderEnum = enumOf<RiskFinder>(['phrases', 'model']);
registerEnumType(RiskFinderEnum, {
  name: 'RiskFinder',
  description: 'PHRASES: a list of words. MODEL: sentences like those of people at risk, learnt.',
});

@ObjectType('RiskSign', { description: 'A kind of risk that a comment was flagged for, and by what.' })
export class RiskSign {
  @Field(() => String, { description: 'Kind of risk, a code such as `abuse`.' }) kind!: string;
  @Field(() => RiskFinderEnum, { description: 'What found it.' }) by!: RiskFinder;
  @Field(() => Float, { ...some, description: 'How sure the model is, 0 to 1; null for phrases.' })
  chance!: number | null;
}

@ObjectType('RiskLooks', { description: 'How comments were looked at for risk.' })
export class RiskLooks {
  @Field(() => Int, { description: 'Comments at which phrases and the model have looked.' }) learnt!: number;
  @Field(() => Int, { description: 'By phrases alone, as the sentence model was not there.' })
  phrases!: number;
  @Field(() => Int, { description: 'By phrases so far; the model will look.' }) waiting!: number;
}

@ObjectType('FlaggedComment')
export class FlaggedComment {
  @Field(() => Float, { description: 'For the order of those that wait: larger first.' }) score!: number;
  @Field(() => Float, {
    ...some,
    description: 'How sure the model is that somebody is at risk, 0 to 1; null: it has not looked.',
  })
  chance!: number | null;
  @Field(() => [RiskSign], { description: 'Why it was flagged, the surest first.' }) signs!: RiskSign[];
  @Field(() => RiskBandEnum) band!: RiskBand;
  @Field(() => DateTimeScalar, { description: 'By then somebody should have it.' }) dueAt!: string;
  @Field(() => Boolean, { description: 'Nobody has it, and it is past its time.' }) late!: boolean;
  @Field(() => String, { ...some, description: 'Who has it.' }) owner!: string | null;
  @Field(() => String, { ...some, description: 'To whom it was handed over.' }) handedTo!: string | null;
  @Field(() => String, { description: 'What was said of it last.' }) note!: string;
  @Field(() => [CaseStep], { description: 'In order.' }) steps!: CaseStep[];
  @Field(() => [String], { description: 'Kinds of risk that its words may mean.' }) kinds!: string[];
  @Field(() => DateTimeScalar) flaggedAt!: string;
  @Field(() => RiskOutcomeEnum, some) outcome!: RiskOutcome | null;
  @Field(() => String, some) actor!: string | null;
  @Field(() => DateTimeScalar, some) handledAt!: string | null;
  @Field(() => CommentToCode) comment!: CommentToCode;
}
