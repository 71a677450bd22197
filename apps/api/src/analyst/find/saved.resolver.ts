import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  forgetSearch,
  openSearch,
  readSavedSearches,
  saveSearch,
  type CommentFilter,
  type SavedSearch as SavedRow,
} from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { asRefusal, badRequest, notAllowed, notFound } from '../../graphql/errors.js';
import { Needs } from '../../sign-in/role-guard.js';
import { countFound } from './find-comments.js';
import { CommentFilterInput } from './find.type.js';
import { OpenedSearch, SavedCounts, SavedSearch, type SavedFilter } from './saved.type.js';
import { Shelves } from './shelves.js';
import { isCounted, wordsAsked } from './words-asked.js';

const LONGEST_NAME = 80;
/** Characters of a filter; a page offers far fewer codes. */
const LONGEST_FILTER = 8_000;

/** Searches that an analyst keeps for the own account. What they look for is told to nobody else, and stands in no log or audit entry. */
@Resolver(() => SavedSearch)
@Needs('analyst')
export class SavedResolver {
  constructor(private readonly shelves: Shelves) {}

  @Query(() => [SavedSearch], { description: 'Analyst: the viewer’s own saved searches, by name.' })
  async savedSearches(@Context() { session }: ApiContext): Promise<SavedSearch[]> {
    return (await session.work((tx) => readSavedSearches(tx))).map(shapeOf);
  }

  @ResolveField(() => SavedCounts, { description: 'How many comments it finds now, and how many are new.' })
  counts(@Parent() { looked }: SavedSearch, @Context() context: ApiContext): Promise<SavedCounts> {
    return context.batch(this.counted).load(JSON.stringify(looked));
  }

  @Mutation(() => SavedSearch, {
    description: 'Analyst: keeps a search under a name; what it finds now is taken as seen.',
  })
  async saveSearch(
    @Args('name', { type: () => String, description: 'At most 80 characters, once an account.' })
    name: string,
    @Args('words', { type: () => String, description: 'What is looked for: 2 to 200 characters.' })
    words: string,
    @Args('filter', { type: () => CommentFilterInput, nullable: true })
    filter: CommentFilterInput | null,
    @Context() { session }: ApiContext,
  ): Promise<SavedSearch> {
    const called = name.trim();
    if (called === '' || called.length > LONGEST_NAME)
      throw badRequest(`Give the search a name of at most ${LONGEST_NAME} characters.`);
    const kept = { name: called, words: wordsAsked(words), filter: keptFilter(filter ?? {}) };
    const found = await session
      .work(async (tx) => {
        const id = await saveSearch(tx, kept);
        return id === null ? undefined : (await readSavedSearches(tx, id))[0];
      })
      .catch(asRefusal(REFUSED));
    if (!found) throw notAllowed();
    return shapeOf(found);
  }

  @Mutation(() => OpenedSearch, {
    description: 'Analyst: opens a saved search; what it finds now is taken as seen from here on.',
  })
  async openSavedSearch(
    @Args('id', { type: () => ID, description: 'Id of a search of one’s own.' }) id: string,
    @Context() { session }: ApiContext,
  ): Promise<OpenedSearch> {
    const opened = await session.work(async (tx) => {
      const [kept] = isCounted(id) ? await readSavedSearches(tx, id) : [];
      const before = kept && (await openSearch(tx, id));
      return before ? { kept, before } : null;
    });
    if (!opened) throw notFound();
    const { kept, before } = opened;
    return { search: shapeOf(kept), since: String(before.seen), before: before.openedAt.toISOString() };
  }

  @Mutation(() => Boolean, {
    description: 'Analyst: forgets a saved search. False where the viewer keeps none of that id.',
  })
  forgetSavedSearch(
    @Args('id', { type: () => ID, description: 'Id of a search of one’s own.' }) id: string,
    @Context() { session }: ApiContext,
  ): Promise<boolean> {
    return isCounted(id) ? session.work((tx) => forgetSearch(tx, id)) : Promise.resolve(false);
  }

  /**
   * One whole search after the other in one transaction: thirty at once would take every connection that others wait for.
   * A search that a request names several times is made once.
   */
  private readonly counted = ({ session }: ApiContext, keys: readonly string[]): Promise<SavedCounts[]> =>
    session.work(async (tx) => {
      const all: SavedCounts[] = [];
      for (const key of keys)
        all.push(await countFound(tx, this.shelves, JSON.parse(key) as SavedSearch['looked']));
      return all;
    });
}

/** What the database refuses, in words. */
const REFUSED = {
  HB001: 'You keep as many searches as an account may. Forget one first.',
  HB002: 'You keep a search of this name already. Give this one another.',
};

/** @throws ApiError for more codes than any page offers */
function keptFilter(filter: CommentFilterInput): SavedFilter {
  const kept = filterOf(filter);
  if (JSON.stringify(kept).length > LONGEST_FILTER)
    throw badRequest('A saved search can’t be narrowed by so many codes.');
  return kept;
}

const filterOf = ({ agency, engagement, theme, ward, from, to }: CommentFilter): SavedFilter => ({
  agency: agency ?? [],
  engagement: engagement ?? [],
  theme: theme ?? [],
  ward: ward ?? [],
  from: from ?? null,
  to: to ?? null,
});

function shapeOf({ id, name, words, filter, seen, savedAt, openedAt }: SavedRow): SavedSearch {
  return {
    id,
    name,
    words,
    filter: filterOf(filter),
    savedAt: savedAt.toISOString(),
    openedAt: openedAt.toISOString(),
    looked: { words, filter, seen },
  };
}
