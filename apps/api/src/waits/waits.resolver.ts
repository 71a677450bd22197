import { randomBytes } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { Args, Context, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { waitInWords } from '#domain';
import { hashSecret, readMailWish, readWaits, setFeedKey, setMailWish } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { badRequest, notSignedIn } from '../graphql/errors.js';
import { MAIL } from '../options.js';
import { DateTimeScalar } from '../graphql/scalars.js';

@ObjectType('Wait', {
  description: 'Something that waits for a person: ids, numbers and a line for whoever can deal with it.',
})
export class WaitType {
  @Field(() => ID, { description: 'The same while the same thing waits.' }) id!: string;
  @Field(() => String, {
    description:
      '`delivery-held`, `answers-to-match`, `rows-to-mend`, `audit-to-code`, `to-re-code`, `cases-to-look-at`, `to-second`, `report-to-read`, `problems-to-answer`, `answers-to-erase`; more may come.',
  })
  kind!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'The page on which it is dealt with.' }) path!: string;
  @Field(() => Int) many!: number;
  @Field(() => DateTimeScalar) since!: Date;
}

@ObjectType('WaitsMail')
export class WaitsMail {
  @Field(() => Boolean, { description: 'Whether this hub sends mail at all.' }) possible!: boolean;
  @Field(() => String, { nullable: true }) address!: string | null;
}

/** What a mail server takes for one address, and no more than one. */
const ADDRESS = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,190}$/;

/** What waits for whoever is signed in, in one list. */
@Resolver(() => WaitType)
export class WaitsResolver {
  constructor(@Inject(MAIL) private readonly mail: boolean) {}

  @Query(() => [WaitType], {
    description:
      'What waits for the viewer, the oldest first, 500 at the most; none where nobody is signed in.',
  })
  async waits(@Context() { session }: ApiContext): Promise<WaitType[]> {
    if (!(await session.viewer())) return [];
    const waits = await session.work(readWaits);
    return waits.map((wait) => ({
      id: `${wait.kind}/${wait.subject}`,
      kind: wait.kind,
      ...waitInWords(wait),
      many: wait.many,
      since: new Date(wait.since),
    }));
  }

  @Query(() => WaitsMail, {
    description: 'Whether what waits is mailed, and where; null where nobody is signed in.',
    nullable: true,
  })
  async waitsMail(@Context() { session }: ApiContext): Promise<WaitsMail | null> {
    if (!(await session.viewer())) return null;
    return { possible: this.mail, address: await session.work(readMailWish) };
  }

  @Mutation(() => Boolean, {
    description:
      'Mail what waits for the viewer to this address, once a day at the most: numbers of deliveries alone. Null ends it.',
  })
  async setWaitsMail(
    @Args('address', { type: () => String, nullable: true }) address: string | null,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    const bare = address?.trim() || null;
    if (bare !== null && !ADDRESS.test(bare)) throw badRequest('This is no e-mail address.', 'address');
    if (bare !== null && !this.mail) throw badRequest('This hub sends no mail.', 'no-mail');
    if (!(await session.work((tx) => setMailWish(tx, bare)))) throw notSignedIn();
    return true;
  }

  @Mutation(() => String, {
    description:
      'A key for the feed of what waits for the viewer, shown this once; an earlier one stops working.',
  })
  async makeFeedKey(@Context() { session }: ApiContext): Promise<string> {
    const key = randomBytes(32).toString('base64url');
    if (!(await session.work((tx) => setFeedKey(tx, hashSecret(key))))) throw notSignedIn();
    return key;
  }

  @Mutation(() => Boolean, { description: 'Takes the feed’s key away.' })
  async dropFeedKey(@Context() { session }: ApiContext): Promise<boolean> {
    if (!(await session.work((tx) => setFeedKey(tx, null)))) throw notSignedIn();
    return true;
  }
}
