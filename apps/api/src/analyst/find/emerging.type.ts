import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { EmergingRow, EmergingScan } from '#store';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Agency } from '../../public/agencies/agency.type.js';

@ObjectType('EmergingTopic', {
  description:
    'Something that an agency’s comments began to speak of, told by the words that show it. Working figures: comments, copies once; do not publish them.',
})
export class EmergingTopic implements Omit<EmergingRow, 'answers' | 'setAsideAt'> {
  @Field(() => ID, { description: 'Number of the topic; another after each scan.' }) id!: number;
  @Field(() => Agency, { description: 'Whose comments speak of it.' }) agency!: Agency;
  @Field(() => [String], {
    description: 'Words and pairs of words, the most telling first; at most four.',
  })
  words!: string[];
  @Field(() => DateScalar, { description: 'The Sunday that ends the week by which it was told first.' })
  since!: string;
  @Field(() => DateScalar, { description: 'The Sunday up to which comments were looked at.' }) until!: string;
  @Field(() => Int, {
    description: 'Weeks before `until` that are compared with the year before: 2, 4 or 8.',
  })
  weeks!: number;
  @Field(() => Int, { description: 'Comments of these weeks that hold the most telling word.' })
  mentions!: number;
  @Field(() => Float, { description: 'How many would, if it were as usual.' }) expected!: number;
  @Field(() => Int, { description: 'Different people who speak of it, as far as is known.' })
  people!: number;
  @Field(() => Int, { description: 'Comments that speak of it.' }) comments!: number;
  @Field(() => String, { nullable: true, description: 'Who set it aside as no news.' })
  setAsideBy!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When.' }) setAsideAt!: string | null;
  @Field(() => String, { description: 'Why; empty where it was not.' }) reason!: string;
  /** Not a field: the latest first. */
  answers!: number[];
}

@ObjectType('EmergingScan', { description: 'How far an agency’s comments were looked at for new topics.' })
export class EmergingLooked implements Omit<EmergingScan, 'scannedAt'> {
  @Field(() => Agency, { description: 'Whose comments were looked at.' }) agency!: Agency;
  @Field(() => DateScalar, { nullable: true, description: 'The Sunday that ends the last week looked at.' })
  until!: string | null;
  @Field(() => Int, { description: 'Comments of the agency that can be found.' }) comments!: number;
  @Field(() => DateTimeScalar, { description: 'When it was done.' }) scannedAt!: string;
}

@ObjectType('EmergingTopics', { description: 'What begins to be spoken of, and where it was looked for.' })
export class EmergingTopics {
  @Field(() => [EmergingTopic], { description: 'The newest first; those that were set aside last.' })
  topics!: EmergingTopic[];
  @Field(() => [EmergingLooked], { description: 'Of the agencies for which the viewer is an analyst.' })
  scans!: EmergingLooked[];
  @Field(() => Float, {
    description:
      'Topics a year that are told of an agency where nothing is new: the border is set so, on its own comments in another order.',
  })
  falseAYear!: number;
}
