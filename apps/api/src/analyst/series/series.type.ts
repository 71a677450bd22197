import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { BreakRow, SeriesRow } from '#store';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';

@ObjectType('SeriesBreak', {
  description:
    'A day from which a series asks or records in another way: nothing is compared across a declared one.',
})
export class SeriesBreak implements Omit<BreakRow, 'state'> {
  @Field(() => DateScalar, { description: 'The first day of the new way.' }) since!: string;
  @Field(() => String, { description: 'What changed; printed beside every comparison that it touches.' })
  reason!: string;
  @Field(() => String, { description: 'proposed | declared | refused' }) state!: string;
  @Field(() => String, { nullable: true, description: 'Who decided.' }) decidedBy!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When.' }) decidedAt!: string | null;
}

@ObjectType('Series', {
  description:
    'Engagements of an agency that asked the same again: proposed by the hub, compared once a person signed it.',
})
export class Series implements Omit<SeriesRow, 'kind' | 'state' | 'breaks'> {
  @Field(() => String, { description: 'Code of the agency.' }) agency!: string;
  @Field(() => String, { description: 'Stable within the agency.' }) key!: string;
  @Field(() => String, { description: 'As statements name it.' }) name!: string;
  @Field(() => String, { description: 'standing-feed | repeats' }) kind!: string;
  @Field(() => [String], { description: 'Keys of its engagements, in order of opening.' })
  engagements!: string[];
  @Field(() => String, { description: 'proposed | signed | refused' }) state!: string;
  @Field(() => String, { description: 'Why it is proposed.' }) because!: string;
  @Field(() => String, { nullable: true, description: 'Who decided.' }) decidedBy!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When.' }) decidedAt!: string | null;
  @Field(() => [SeriesBreak], { description: 'In order of time.' }) breaks!: SeriesBreak[];
}

@InputType('BreakDecision')
export class BreakDecision {
  @Field(() => String, { description: 'Code of the agency.' }) agency!: string;
  @Field(() => String, { description: 'Key of the series.' }) key!: string;
  @Field(() => String, {
    description: 'The first day of the new way, yyyy-mm-dd, or its quarter, as 2024-Q3.',
  })
  since!: string;
  @Field(() => Boolean, { description: 'True: the way changed then. False: it did not.' }) changed!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'What changed, in 10 to 300 letters; needed where something did. It is printed.',
  })
  reason!: string | null;
}

@InputType('SeriesDecision')
export class SeriesDecision {
  @Field(() => String, { description: 'Code of the agency.' }) agency!: string;
  @Field(() => String, { description: 'Key of the series.' }) key!: string;
  @Field(() => Boolean, { description: 'True: it asked the same. False: it did not.' }) same!: boolean;
}
