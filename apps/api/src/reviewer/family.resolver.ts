import { Args, Context, Field, Float, ID, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { likelySortings, MOST_TO_SORT } from '#linkage';
import { decideFamily, openPairs, pairsAmong, recordsOfThem, type Transaction } from '#store';
import type { ApiContext } from '../graphql/context.js';
import { badRequest, notFound } from '../graphql/errors.js';
import { Needs } from '../sign-in/role-guard.js';
import { familiesIn } from './families.js';
import { MatchPair, MatchRecord } from './match.type.js';

/** Open pairs that are looked at for families: the most telling. */
const MOST_PAIRS = 400;
const MOST_AT_ONCE = 20;
/** Who passes over more has sorted nothing. */
const MOST_PASSED = 100;

@ObjectType('FamilySorting', { description: 'One way to say who is who.' })
export class FamilySorting {
  @Field(() => [[ID]], { description: 'Submissions of each person.' }) people!: string[][];
  @Field(() => Float, { description: 'How likely of all ways to sort them, from 0 to 1.' })
  likelihood!: number;
}

@ObjectType('MatchFamily', {
  description:
    'Three to eight records that hang together by possible matches: sorted as a whole, so that answers can’t clash.',
})
export class MatchFamily {
  @Field(() => ID) id!: string;
  @Field(() => [MatchRecord]) records!: MatchRecord[];
  @Field(() => [MatchPair], { description: 'Every stored pair among them.' }) pairs!: MatchPair[];
  @Field(() => [FamilySorting], { description: 'The three likeliest.' }) sortings!: FamilySorting[];
}

@Resolver(() => MatchFamily)
@Needs('reviewer')
export class FamilyResolver {
  @Query(() => [MatchFamily], {
    description: 'Reviewer: families of records on which a person’s word is wanted, the most telling first.',
  })
  async matchFamilies(
    @Args('first', { type: () => Int, defaultValue: 1 }) first: number,
    @Args('skip', {
      type: () => Int,
      defaultValue: 0,
      description: 'So many of the most telling are passed over.',
    })
    skip: number,
    @Context() context: ApiContext,
  ): Promise<MatchFamily[]> {
    if (first < 1 || first > MOST_AT_ONCE) throw badRequest(`Ask for 1 to ${MOST_AT_ONCE} families at once.`);
    if (skip < 0 || skip > MOST_PASSED) throw badRequest(`Pass over at most ${MOST_PASSED} families.`);
    const { session } = context;
    const name = (await session.viewer())?.name ?? '';
    const found = await session.work(async (tx) => {
      const families: MatchFamily[] = [];
      for (const members of familiesIn(await openPairs(tx, name, MOST_PAIRS))) {
        if (families.length === skip + first) break;
        const family = await familyOf(tx, members);
        if (family) families.push(family);
      }
      return families.slice(skip);
    });
    // One family is one comparison; the details of a list of families are nobody's work.
    const [only, ...others] = found;
    if (only && others.length === 0) context.comparesFamily(only.records.map(({ submission }) => submission));
    return found;
  }

  @Mutation(() => [ID], {
    description:
      'Reviewer: says of some records who is who; answers the numbers of the decisions, which `undoMatch` takes back. People are matched again within moments.',
  })
  async sortMatchFamily(
    @Args('people', { type: () => [[ID]], description: 'Submissions of each person; each once.' })
    people: string[][],
    @Context() { session }: ApiContext,
  ): Promise<string[]> {
    const all = people.flat();
    if (all.length < 2 || all.length > MOST_TO_SORT || new Set(all).size < all.length)
      throw badRequest(`Sort 2 to ${MOST_TO_SORT} records, each once.`);
    const made = await session.work((tx) => decideFamily(tx, people));
    if (!made) throw notFound();
    return made;
  }
}

/** Null where it is no family: fewer than three records, or more than can be sorted at once. */
async function familyOf(tx: Transaction, members: readonly string[]): Promise<MatchFamily | null> {
  const all = await recordsOfThem(tx, members);
  if (all.length < 3 || all.length > MOST_TO_SORT) return null;
  const pairs = await pairsAmong(tx, all);
  const records = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((record) => [record.submission, record]));
  const ids = [...records.keys()].sort();
  if (ids.length < 3) return null;
  const chance = new Map(
    pairs.map(({ a, b, probability }) => [`${a.submission} ${b.submission}`, probability]),
  );
  const between = (a: number, b: number): number | null =>
    chance.get(`${ids[a]} ${ids[b]}`) ?? chance.get(`${ids[b]} ${ids[a]}`) ?? null;
  return {
    id: ids[0]!,
    records: ids.map((id) => records.get(id)!),
    pairs,
    sortings: likelySortings(ids.length, between).map(({ people, likelihood }) => ({
      people: people.map((person) => person.map((at) => ids[at]!)),
      likelihood,
    })),
  };
}
