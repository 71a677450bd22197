import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ACCOUNT_ROLES, type AccountRole } from '#domain';
import { enumOf } from '../../graphql/enums.js';

export const RoleEnum = enumOf<AccountRole>(ACCOUNT_ROLES);
registerEnumType(RoleEnum, { name: 'Role' });

@ObjectType('HeldRole', { description: 'One role for one agency.' })
export class HeldRole {
  @Field(() => RoleEnum) role!: AccountRole;
  @Field(() => String, {
    nullable: true,
    description: 'Code of the agency; null for the hub itself, which an administrator keeps.',
  })
  agency!: string | null;
}

@ObjectType('CodingProgress', {
  description: 'What the coder is at in the background. It ends in a new edition.',
})
export class CodingProgress {
  @Field(() => String) stage!: string;
  @Field(() => Int, {
    description: 'Of `total`, in steps of five: how many comments there are is not told here.',
  })
  done!: number;
  @Field(() => Int, { description: '100, or 0 where nothing is known yet.' }) total!: number;
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
  @Field(() => [RoleEnum], { description: 'Roles held for some agency; `rights` says for which.' })
  roles!: AccountRole[];
  @Field(() => [HeldRole], { description: 'What the account may do, agency by agency.' })
  rights!: HeldRole[];
  /** Codes; the field of that name gives the agencies themselves. */
  agencyCodes!: string[];
}
