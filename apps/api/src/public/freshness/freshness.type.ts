import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Freshness as FreshnessShape, FreshnessState } from '#facts';
import { enumOf } from '../../graphql/enums.js';
import { connectionOf } from '../../graphql/paging.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Agency } from '../agencies/agency.type.js';

const FreshnessStateEnum = enumOf<FreshnessState>(['on-time', 'late', 'stopped', 'never']);
registerEnumType(FreshnessStateEnum, { name: 'FreshnessState' });

@ObjectType('Freshness')
export class Freshness implements FreshnessShape {
  @Field(() => String) source!: string;
  @Field(() => String) name!: string;
  @Field(() => Agency) agency!: Agency;
  @Field(() => DateTimeScalar, { nullable: true }) lastReceived!: string | null;
  @Field(() => DateScalar, { nullable: true }) dataTo!: string | null;
  @Field(() => FreshnessStateEnum) state!: FreshnessState;
  @Field(() => Int, { nullable: true }) daysLate!: number | null;
  @Field(() => String, {
    description: 'Plain words, e.g. `25 days late`, `Stopped: the sharing agreement ended on 10 May 2025`.',
  })
  words!: string;
}

@ObjectType('FreshnessConnection')
export class FreshnessConnection extends connectionOf(() => Freshness) {}
