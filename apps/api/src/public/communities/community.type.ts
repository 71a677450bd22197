import { ArgsType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.js';
import { connectionOf, PageOf50 } from '../../graphql/paging.js';

export const COMMUNITY_KINDS = ['geography', 'interest', 'identity', 'organisation'] as const;
export type CommunityKind = (typeof COMMUNITY_KINDS)[number];

export const CommunityKindEnum = enumOf(COMMUNITY_KINDS);
registerEnumType(CommunityKindEnum, { name: 'CommunityKind' });

@ObjectType('Community')
export class Community {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => CommunityKindEnum) kind!: CommunityKind;
}

@ObjectType('CommunityConnection')
export class CommunityConnection extends connectionOf(() => Community) {}

@ArgsType()
export class CommunitiesArgs extends PageOf50 {
  @Field(() => CommunityKindEnum, { nullable: true }) kind?: CommunityKind | null;
  @Field(() => Int, { nullable: true }) edition?: number | null;
}
