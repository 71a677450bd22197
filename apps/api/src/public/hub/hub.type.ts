import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Role } from '#store';
import { enumOf } from '../../graphql/enums.js';

const RoleEnum = enumOf<Role>(['partner', 'analyst', 'reviewer']);
registerEnumType(RoleEnum, { name: 'Role' });

@ObjectType('Hub')
export class Hub {
  @Field(() => String) city!: string;
  @Field(() => Boolean, { description: 'True where every person in the hub is made up; said on every page.' })
  synthetic!: boolean;
  @Field(() => String) version!: string;
}

@ObjectType('Viewer')
export class Viewer {
  @Field(() => String) name!: string;
  @Field(() => [RoleEnum]) roles!: Role[];
  /** Codes; the field of that name gives the agencies themselves. */
  agencyCodes!: string[];
}
