import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PARTICIPATION_LEVELS, type ParticipationLevel } from '#domain';
import { enumOf } from '../../graphql/enums.js';
import { connectionOf, PageOf20 } from '../../graphql/paging.js';
import { DateScalar } from '../../graphql/scalars.js';

export const ParticipationLevelEnum = enumOf(PARTICIPATION_LEVELS);
registerEnumType(ParticipationLevelEnum, { name: 'ParticipationLevel' });

const some = { nullable: true };

@ObjectType('Statement')
export class Statement {
  @Field(() => String) kind!: string;
  @Field(() => DateScalar, some) issuedOn!: string | null;
  @Field(() => String) text!: string;
  @Field(() => String, some) action!: string | null;
  @Field(() => DateScalar, some) actionOn!: string | null;
  @Field(() => String, some) place!: string | null;
}

@ObjectType('StatementConnection')
export class StatementConnection extends connectionOf(() => Statement) {}

@ObjectType('Engagement')
export class Engagement {
  @Field(() => ID) id!: string;
  @Field(() => String) key!: string;
  @Field(() => String) title!: string;
  @Field(() => String) kind!: string;
  @Field(() => ParticipationLevelEnum, some) participation!: ParticipationLevel | null;
  @Field(() => DateScalar, some) opens!: string | null;
  @Field(() => DateScalar, some) closes!: string | null;
  @Field(() => String, some) channel!: string | null;
  @Field(() => String, some) decisionOwner!: string | null;
  @Field(() => String, some) canStillChange!: string | null;
  @Field(() => String, some) url!: string | null;
  @Field(() => [String]) communities!: string[];
  /** Code; the field `agency` gives the agency itself. */
  agencyCode!: string;
  /** The edition it was read from; not shown. */
  edition!: number;
}

@ObjectType('EngagementConnection')
export class EngagementConnection extends connectionOf(() => Engagement) {
  @Field(() => Int) totalCount!: number;
}

@InputType('EngagementFilter')
export class EngagementFilter {
  @Field(() => [String], some) agency?: string[] | null;
  @Field(() => [String], some) community?: string[] | null;
  @Field(() => [ParticipationLevelEnum], some) participation?: ParticipationLevel[] | null;
  @Field(() => DateScalar, some) openOn?: string | null;
  @Field(() => DateScalar, some) from?: string | null;
  @Field(() => DateScalar, some) until?: string | null;
  @Field(() => String, some) search?: string | null;
  @Field(() => String, some) about?: string | null;
  @Field(() => Boolean, some) answered?: boolean | null;
}

@ArgsType()
export class EngagementsArgs extends PageOf20 {
  @Field(() => EngagementFilter, some) filter?: EngagementFilter | null;
  @Field(() => Int, some) edition?: number | null;
}
