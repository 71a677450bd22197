import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AccountRole } from '#store';
import { enumOf } from '../../graphql/enums.js';

const RoleEnum = enumOf<AccountRole>(['partner', 'analyst', 'reviewer']);
registerEnumType(RoleEnum, { name: 'Role' });

@ObjectType('CodingProgress', {
  description: 'What the coder is at in the background. It ends in a new edition.',
})
export class CodingProgress {
  @Field(() => String) stage!: string;
  @Field(() => Int) done!: number;
  @Field(() => Int) total!: number;
}

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
  @Field(() => [RoleEnum]) roles!: AccountRole[];
  /** Codes; the field of that name gives the agencies themselves. */
  agencyCodes!: string[];
}
