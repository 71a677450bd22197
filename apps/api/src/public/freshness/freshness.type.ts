import { ArgsType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Freshness as FreshnessShape, FreshnessState } from '#facts';
import { enumOf } from '../../graphql/enums.js';
import { connectionOf, PageOf50 } from '../../graphql/paging.js';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';
import { Agency } from '../agencies/agency.type.js';

const FreshnessStateEnum = enumOf<FreshnessState>(['on-time', 'late', 'stopped', 'never', 'closed']);
registerEnumType(FreshnessStateEnum, { name: 'FreshnessState' });

@ArgsType()
export class FreshnessArgs extends PageOf50 {
  @Field(() => Int, {
    nullable: true,
    description: 'As it was when that edition was published; default: the latest.',
  })
  edition?: number | null;
}

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
    description:
      'Plain words with the age of the data, e.g. `25 days late, newest answer 2 months old`, `Closed on 30 September 2022, newest answer 3 years old`.',
  })
  words!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'As of when it is told; null: now.' })
  asOf!: string | null;
  @Field(() => Boolean, {
    description:
      '`lastReceived` and `dataTo` are the first day of a week: of the last in which at least five people were received, or spoke.',
  })
  byWeek!: boolean;
}

@ObjectType('FreshnessConnection')
export class FreshnessConnection extends connectionOf(() => Freshness) {}
