import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { AccountRole } from '#domain';
import { DateTimeScalar } from '../graphql/scalars.js';
import { Agency } from '../public/agencies/agency.type.js';
import { HeldRole, RoleEnum } from '../public/hub/hub.type.js';

const some = { nullable: true };

@ObjectType('Account', { description: 'Who may sign in, and what for. Never what somebody looked at.' })
export class Account {
  @Field(() => String) name!: string;
  @Field(() => [HeldRole]) rights!: HeldRole[];
  @Field(() => DateTimeScalar) madeAt!: string;
  @Field(() => DateTimeScalar, { ...some, description: 'When it last signed in; null where it never did.' })
  signedInAt!: string | null;
  @Field(() => Boolean, { description: 'Whether a session of it is alive.' }) signedIn!: boolean;
  @Field(() => DateTimeScalar, { ...some, description: 'Until when a link that nobody has used opens.' })
  linkUntil!: string | null;
  @Field(() => DateTimeScalar, some) endedAt!: string | null;
  @Field(() => String, some) endedBy!: string | null;
}

@ObjectType('RoleMeaning', { description: 'A role that can be given, and what it opens.' })
export class RoleMeaning {
  @Field(() => RoleEnum) role!: AccountRole;
  @Field(() => String) may!: string;
}

@ObjectType('Accounts')
export class Accounts {
  @Field(() => [Account], { description: 'Every account, those that were ended last.' }) accounts!: Account[];
  @Field(() => [Agency], { description: 'Every agency of the hub, published or not.' }) agencies!: Agency[];
  @Field(() => [RoleMeaning]) roles!: RoleMeaning[];
}

@InputType('HeldRoleInput')
export class HeldRoleInput {
  @Field(() => RoleEnum) role!: AccountRole;
  @Field(() => String, { ...some, description: 'Code of the agency; left out for an administrator.' })
  agency?: string | null;
}

@ObjectType('SignInLink', { description: 'Told this once: only its hash is kept.' })
export class SignInLink {
  @Field(() => String, { description: 'To be put behind the address of this hub, and handed over.' })
  path!: string;
  @Field(() => Int) minutes!: number;
}
