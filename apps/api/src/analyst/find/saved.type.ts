import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { CommentFilter } from '#store';
import { DateScalar, DateTimeScalar } from '../../graphql/scalars.js';

const some = { nullable: true };

@ObjectType('SavedFilter', { description: 'Where a saved search looks; nothing given: everywhere.' })
export class SavedFilter {
  @Field(() => [String], { description: 'Codes of agencies.' }) agency!: readonly string[];
  @Field(() => [String], { description: '`agency/key`' }) engagement!: readonly string[];
  @Field(() => [String], { description: 'Codes of themes.' }) theme!: readonly string[];
  @Field(() => [String], { description: 'Codes of wards.' }) ward!: readonly string[];
  @Field(() => DateScalar, { ...some, description: 'The first day.' }) from!: string | null;
  @Field(() => DateScalar, { ...some, description: 'The last day.' }) to!: string | null;
}

@ObjectType('SavedCounts', { description: 'What a saved search finds now.' })
export class SavedCounts {
  @Field(() => Int, { description: 'Comments found.' }) comments!: number;
  @Field(() => Int, { description: 'Of these, those that could not be found yet when it was opened last.' })
  fresh!: number;
}

@ObjectType('SavedSearch', { description: 'A search that the viewer keeps; nobody else sees it.' })
export class SavedSearch {
  @Field(() => ID, { description: 'By which it is opened and forgotten.' }) id!: string;
  @Field(() => String, { description: 'What its owner calls it.' }) name!: string;
  @Field(() => String, { description: 'What is looked for, as it was typed.' }) words!: string;
  @Field(() => SavedFilter, { description: 'What it is narrowed to.' }) filter!: SavedFilter;
  @Field(() => DateTimeScalar, { description: 'When it was saved.' }) savedAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it was opened last; when it was saved before that.' })
  openedAt!: string;
  /** As it is asked with; the field `counts` needs it. */
  looked!: { words: string; filter: CommentFilter; seen: number };
}

@ObjectType('OpenedSearch', { description: 'A saved search with how far its owner had looked before.' })
export class OpenedSearch {
  @Field(() => SavedSearch, { description: 'The search.' }) search!: SavedSearch;
  @Field(() => ID, { description: 'Mark for `findComments(since:)`: what came behind it is new.' })
  since!: string;
  @Field(() => DateTimeScalar, { description: 'When it had been opened before.' }) before!: string;
}
