import { ArgsType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AGENCY_KINDS, type Agency as AgencyShape, type AgencyKind } from '#domain';
import { enumOf } from '../../graphql/enums.js';
import { connectionOf, PageOf50 } from '../../graphql/paging.js';

export const AgencyKindEnum = enumOf(AGENCY_KINDS);
registerEnumType(AgencyKindEnum, { name: 'AgencyKind' });

@ArgsType()
export class AgenciesArgs extends PageOf50 {
  @Field(() => Int, { nullable: true, description: 'Default: the latest.' }) edition?: number | null;
}

@ObjectType('Agency')
export class Agency implements AgencyShape {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => AgencyKindEnum) kind!: AgencyKind;
}

@ObjectType('AgencyConnection')
export class AgencyConnection extends connectionOf(() => Agency) {}
