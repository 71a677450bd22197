import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { SeriesRow } from '#store';
import { DateTimeScalar } from '../../graphql/scalars.js';

@ObjectType('Series', {
  description:
    'Engagements of an agency that asked the same again: proposed by the hub, compared once a person signed it.',
})
export class Series implements Omit<SeriesRow, 'kind' | 'state'> {
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
}

@InputType('SeriesDecision')
export class SeriesDecision {
  @Field(() => String, { description: 'Code of the agency.' }) agency!: string;
  @Field(() => String, { description: 'Key of the series.' }) key!: string;
  @Field(() => Boolean, { description: 'True: it asked the same. False: it did not.' }) same!: boolean;
}
