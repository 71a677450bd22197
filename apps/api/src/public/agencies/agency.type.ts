import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AGENCY_KINDS, type Agency as AgencyShape, type AgencyKind } from '#domain';
import { enumOf } from '../../graphql/enums.js';
import { connectionOf } from '../../graphql/paging.js';

export const AgencyKindEnum = enumOf(AGENCY_KINDS);
registerEnumType(AgencyKindEnum, { name: 'AgencyKind' });

@ObjectType('Agency')
export class Agency implements AgencyShape {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => AgencyKindEnum) kind!: AgencyKind;
}

@ObjectType('AgencyConnection')
export class AgencyConnection extends connectionOf(() => Agency) {}
