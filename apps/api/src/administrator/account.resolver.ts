import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ACCOUNT_ROLES, ROLE_WORDS, WHOLE_HUB } from '#domain';
import {
  administerAccount,
  administerAccounts,
  administerAlarms,
  administerLink,
  administerShutOut,
  alarmWords,
  everyAgency,
  type AccountLine,
} from '#store';
import type { ApiContext } from '../graphql/context.js';
import { badRequest, refusedAsSaid } from '../graphql/errors.js';
import { heldRole } from '../public/hub/held-role.js';
import { Needs } from '../sign-in/role-guard.js';
import { Alarm } from './alarm.type.js';
import { Account, Accounts, HeldRoleInput, SignInLink } from './account.type.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_DAYS = 366;

/** Accounts, for those who keep them: nothing here reads a comment or a figure. */
@Resolver(() => Account)
@Needs('administrator')
export class AccountResolver {
  @Query(() => Accounts, { description: 'Administrator: who may sign in, and what for.' })
  accounts(@Context() { session }: ApiContext): Promise<Accounts> {
    return session.work(async (tx) => ({
      accounts: (await administerAccounts(tx)).map(accountOf),
      agencies: await everyAgency(tx),
      roles: ACCOUNT_ROLES.map((role) => ({ role, may: ROLE_WORDS[role] })),
    }));
  }

  @Query(() => [Alarm], {
    description:
      'Administrator: what in the audit trail of the last days should be looked at, the latest first.',
  })
  async alarms(
    @Args('days', { type: () => Int, defaultValue: 7 }) days: number,
    @Context() { session }: ApiContext,
  ): Promise<Alarm[]> {
    if (days < 1 || days > MOST_DAYS) throw badRequest(`days must be from 1 to ${MOST_DAYS}.`);
    const since = new Date(Date.now() - days * DAY_MS);
    return (await session.work((tx) => administerAlarms(tx, since))).map((alarm) => ({
      what: alarm.what,
      words: alarmWords(alarm),
      from: alarm.from.toISOString(),
      to: alarm.to.toISOString(),
      times: alarm.times,
    }));
  }

  @Mutation(() => Boolean, {
    description: 'Administrator: make an account, or give it exactly these rights. Never the own one.',
  })
  async setAccount(
    @Args('name', { type: () => String }) name: string,
    @Args('rights', { type: () => [HeldRoleInput] }) rights: HeldRoleInput[],
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    const asked = rights.map(({ role, agency }) => ({
      role,
      agency: role === 'administrator' ? WHOLE_HUB : (agency ?? ''),
    }));
    await session.work((tx) => administerAccount(tx, name, asked)).catch(refusedAsSaid);
    return true;
  }

  @Mutation(() => Boolean, {
    description: 'Administrator: sign somebody out everywhere; FOR GOOD ends the account, whose name stays.',
  })
  async shutOut(
    @Args('name', { type: () => String }) name: string,
    @Args('forGood', { type: () => Boolean, defaultValue: false }) forGood: boolean,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    await session.work((tx) => administerShutOut(tx, name, forGood)).catch(refusedAsSaid);
    return true;
  }

  @Mutation(() => SignInLink, {
    description: 'Administrator: a link that signs this account in, once, to be handed over.',
  })
  async makeSignInLink(
    @Args('name', { type: () => String }) name: string,
    @Args('minutes', { type: () => Int, defaultValue: 60 }) minutes: number,
    @Context() { session }: ApiContext,
  ): Promise<SignInLink> {
    const secret = await session.work((tx) => administerLink(tx, name, minutes)).catch(refusedAsSaid);
    return { path: `/sign-in?token=${secret}`, minutes };
  }
}

const told = (at: Date | null): string | null => at && at.toISOString();

const accountOf = (line: AccountLine): Account => ({
  name: line.name,
  rights: line.rights.map(heldRole),
  madeAt: line.madeAt.toISOString(),
  signedInAt: told(line.signedInAt),
  signedIn: line.signedIn,
  linkUntil: told(line.linkUntil),
  endedAt: told(line.endedAt),
  endedBy: line.endedBy,
});
