import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../../graphql/paging.js';
import { enumOf } from '../../graphql/enums.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Edition } from '../editions/edition.type.js';

export const MAY = ['yes', 'care', 'no'] as const;
export const MayCompareEnum = enumOf(MAY);
registerEnumType(MayCompareEnum, {
  name: 'MayCompare',
  description:
    'YES: same words, same way of asking, same kind of people. CARE: one of these differs: both figures, no change. NO: more than one does, or a share can’t be told.',
});
export const SELECTIONS = ['sample', 'open'] as const;
export const SelectionEnum = enumOf(SELECTIONS);
registerEnumType(SelectionEnum, {
  name: 'Selection',
  description: 'SAMPLE: people were drawn by lot. OPEN: whoever came.',
});

const hiddenNull = { nullable: true };

@ObjectType('Wording', { description: 'One wording of a measure, with its answers in order.' })
export class WordingType {
  @Field(() => String, { description: 'A letter; A is the one to use.' }) code!: string;
  @Field(() => String, { description: 'The question.' }) text!: string;
  @Field(() => [String], { description: 'Answers in the order asked, without “don’t know”.' })
  options!: readonly string[];
  @Field(() => [String], { description: 'Answers that count.' }) counts!: readonly string[];
  @Field(() => String, { description: 'Where the wording comes from.' }) source!: string;
}

@ObjectType('Measure', { description: 'What is measured by asking the same again.' })
export class MeasureType {
  @Field(() => ID, { description: 'Stays from edition to edition.' }) code!: string;
  @Field(() => String, { description: 'Its name.' }) name!: string;
  @Field(() => String, { description: 'Whose share is told, e.g. “who feel safe”.' }) who!: string;
  @Field(() => [WordingType], { description: 'Wordings, the one to use first.' })
  wordings!: readonly WordingType[];
}

@ObjectType('MeasureLine', { description: 'A measure, and how often it was asked.' })
export class MeasureLineType {
  @Field(() => MeasureType, { description: 'The measure.' }) measure!: MeasureType;
  @Field(() => Int, { description: 'How many questions ask it.' }) times!: number;
  @Field(() => Int, { description: 'Of how many agencies.' }) agencies!: number;
  @Field(() => DateScalar, { ...hiddenNull, description: 'When the first of them opened.' }) from!:
    string | null;
  @Field(() => DateScalar, { ...hiddenNull, description: 'When the latest of them opened.' }) to!:
    string | null;
}

@ObjectType('MeasureLineConnection', { description: 'A page of measures.' })
export class MeasureLineConnection extends connectionOf(() => MeasureLineType) {}

@ObjectType('Points', { description: 'A difference of two shares in points, with its 95% range.' })
export class PointsType {
  @Field(() => Float, { description: 'Percentage points.' }) points!: number;
  @Field(() => Float, { description: 'Lower end of the 95% range.' }) low!: number;
  @Field(() => Float, { description: 'Upper end of the 95% range.' }) high!: number;
}

@ObjectType('MeasureChange', { description: 'What changed between two askings that may be compared.' })
export class MeasureChangeType extends PointsType {
  @Field(() => String, {
    description: 'rose | fell | no clear change; of two agencies: higher | lower | no clear difference',
  })
  verdict!: string;
}

@ObjectType('MeasureAsking', { description: 'One time that a measure was asked.' })
export class MeasureAskingType {
  @Field(() => String, { description: 'Code of the agency that asked.' }) agency!: string;
  @Field(() => String, { description: 'Its name.' }) agencyName!: string;
  @Field(() => ID, { description: 'Id of the engagement: agency/key.' }) engagement!: string;
  @Field(() => String, { description: 'Its title.' }) engagementTitle!: string;
  @Field(() => String, { description: 'Key of the question; its receipt is with `answers`.' })
  question!: string;
  @Field(() => String, { description: 'As it was asked.' }) text!: string;
  @Field(() => String, { description: 'Letter of the wording.' }) wording!: string;
  @Field(() => SelectionEnum, { description: 'How people were chosen.' }) selection!: 'sample' | 'open';
  @Field(() => String, { description: 'How answers came in.' }) method!: string;
  @Field(() => String, { description: 'Who could answer.' }) population!: string;
  @Field(() => DateScalar, { ...hiddenNull, description: 'When it opened.' }) asked!: string | null;
  @Field(() => Int, { ...hiddenNull, description: 'People who answered, released.' }) base!: number | null;
  @Field(() => Int, {
    ...hiddenNull,
    description: 'Whole percent of them that counts; null where it can’t be told.',
  })
  share!: number | null;
  @Field(() => Float, { ...hiddenNull, description: 'Lower end of its 95% range.' }) low!: number | null;
  @Field(() => Float, { ...hiddenNull, description: 'Upper end of its 95% range.' }) high!: number | null;
  @Field(() => Int, { ...hiddenNull, description: 'Percent among women.' }) women!: number | null;
  @Field(() => Int, { ...hiddenNull, description: 'Percent among men.' }) men!: number | null;
  @Field(() => PointsType, {
    ...hiddenNull,
    description: 'Women less men, in points: it stands where levels may not be compared.',
  })
  gap!: PointsType | null;
  @Field(() => String, { description: 'Why the question was joined to the measure.' }) reason!: string;
}

@ObjectType('MeasurePair', { description: 'Two askings, and what may be said of them.' })
export class MeasurePairType {
  @Field(() => Int, { description: 'Place of the earlier asking in `askings`.' }) before!: number;
  @Field(() => Int, { description: 'Place of the later one.' }) now!: number;
  @Field(() => MayCompareEnum, { description: 'May they be laid side by side?' }) may!: (typeof MAY)[number];
  @Field(() => String, { description: 'Why, in words.' }) why!: string;
  @Field(() => MeasureChangeType, { ...hiddenNull, description: 'Null unless they may be compared.' })
  change!: MeasureChangeType | null;
}

@ObjectType('MeasureAdvice', { description: 'Before it is asked again: the words to use.' })
export class MeasureAdviceType {
  @Field(() => String, { description: 'Letter of the wording.' }) wording!: string;
  @Field(() => String, { description: 'The question.' }) text!: string;
  @Field(() => [String], { description: 'Its answers, in that order.' }) options!: readonly string[];
  @Field(() => Int, { description: 'How many earlier askings the answers would join.' }) joins!: number;
}

@ObjectType('MeasureOverTime', { description: 'The same question over years and agencies.' })
export class MeasureOverTimeType extends MeasureLineType {
  @Field(() => Edition, { ...hiddenNull, description: 'Null when working.' }) edition!: Edition | null;
  @Field(() => Boolean, { description: 'Exact, not published, of the own agencies.' }) working!: boolean;
  @Field(() => String, { description: 'What may be said, as a heading.' }) message!: string;
  @Field(() => [MeasureAskingType], { description: 'The earliest first.' }) askings!: MeasureAskingType[];
  @Field(() => [MeasurePairType], {
    description:
      'Each asking with the one before it of the same agency, and the latest of each two agencies.',
  })
  pairs!: MeasurePairType[];
  @Field(() => MeasureAdviceType, { description: 'The words to use next time.' }) advice!: MeasureAdviceType;
}
