import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { FoundBy } from '#themes';
import { enumOf } from '../../graphql/enums.js';
import { DateScalar } from '../../graphql/scalars.js';
import { Agency } from '../../public/agencies/agency.type.js';
import { Area } from '../../public/areas/area.type.js';

const some = { nullable: true };
export const FoundByEnum = enumOf<FoundBy>(['words', 'meaning', 'both']);
registerEnumType(FoundByEnum, {
  name: 'FoundBy',
  description: 'WORDS: holds what was asked for. MEANING: says something near it in other words.',
});
export type FoundDimension = 'agency' | 'engagement' | 'theme' | 'ward' | 'quarter';
export const DIMENSIONS: readonly FoundDimension[] = ['agency', 'engagement', 'theme', 'ward', 'quarter'];
const DimensionEnum = enumOf<FoundDimension>([...DIMENSIONS]);
registerEnumType(DimensionEnum, { name: 'FoundDimension' });

@InputType('CommentFilter', { description: 'Where comments are looked for; nothing given: everywhere.' })
export class CommentFilterInput {
  @Field(() => [String], some) agency?: string[] | null;
  @Field(() => [String], { ...some, description: '`agency/key`' }) engagement?: string[] | null;
  @Field(() => [String], { ...some, description: 'Codes; a broad theme finds its narrower ones too.' })
  theme?: string[] | null;
  @Field(() => [String], { ...some, description: 'Ward codes.' }) ward?: string[] | null;
  @Field(() => DateScalar, { ...some, description: 'The first day.' }) from?: string | null;
  @Field(() => DateScalar, { ...some, description: 'The last day.' }) to?: string | null;
}

@ArgsType()
export class FindCommentsArgs {
  @Field(() => String, { description: 'What is looked for, in anybody’s words: 2 to 200 characters.' })
  words!: string;
  @Field(() => CommentFilterInput, some) filter?: CommentFilterInput | null;
  @Field(() => Int, { defaultValue: 20, description: 'At most 50.' }) first!: number;
  @Field(() => Int, { defaultValue: 0, description: 'How many of the nearest are passed over.' })
  skip!: number;
  @Field(() => ID, {
    ...some,
    description: 'Mark that `openSavedSearch` answered: what came behind it is told as new.',
  })
  since?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Only what is new since the mark.' })
  onlyNew!: boolean;
}

@ObjectType('FoundSegment', { description: 'A stretch of a comment that is shown alike.' })
export class FoundSegment {
  @Field(() => String) text!: string;
  @Field(() => String, {
    ...some,
    description: 'Kind of personal data that stood here; its words are not given out.',
  })
  masked!: string | null;
  @Field(() => Boolean, { description: 'One of the words asked for.' }) asked!: boolean;
  @Field(() => Boolean, { description: 'The part that comes nearest in meaning.' }) near!: boolean;
}

@ObjectType('OwnTheme', { description: 'A theme by a codebook of an agency.' })
export class OwnTheme {
  @Field(() => String, { description: '`codebook/theme`' }) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType('FoundComment', { description: 'An answer in somebody’s own words: personal data masked.' })
export class FoundComment {
  @Field(() => ID) answer!: number;
  @Field(() => ID) submission!: string;
  @Field(() => FoundByEnum) foundBy!: FoundBy;
  @Field(() => Agency) agency!: Agency;
  @Field(() => String, { description: '`agency/key`' }) engagementId!: string;
  @Field(() => String) engagement!: string;
  @Field(() => String, { description: 'The question that it answers.' }) question!: string;
  @Field(() => Area, some) ward!: Area | null;
  @Field(() => DateScalar, some) submittedOn!: string | null;
  @Field(() => [FoundSegment]) segments!: FoundSegment[];
  @Field(() => [String], { description: 'Codes of its themes in force.' }) themes!: string[];
  @Field(() => [OwnTheme], { description: 'Its themes by codebooks of the agency.' }) ownThemes!: OwnTheme[];
  @Field(() => Int, { description: 'Comments that say the same, this one too.' }) sameArgument!: number;
  @Field(() => Boolean, { description: 'It came behind the mark of the search; false without one.' })
  isNew!: boolean;
  @Field(() => String, { ...some, description: 'Words of it that were released for quoting.' })
  releasedQuote!: string | null;
}

@ObjectType('FoundCount', {
  description: 'Comments of one agency, engagement, theme, ward or quarter among those found.',
})
export class FoundCount {
  @Field(() => DimensionEnum) dimension!: FoundDimension;
  @Field(() => String, { description: 'Its code; empty where it is not known, or in no theme.' })
  code!: string;
  @Field(() => String, {
    ...some,
    description: 'Its name, where it has one beside its code; a theme’s stands in the codebook.',
  })
  name!: string | null;
  @Field(() => Int) comments!: number;
}

@ObjectType('FoundComments', {
  description:
    'Working figures of what the asker’s own agencies were told: exact, not published, and moving.',
})
export class FoundComments {
  @Field(() => Int, { description: 'Comments found.' }) comments!: number;
  @Field(() => Int, { description: 'Submissions that they stand in.' }) submissions!: number;
  @Field(() => Int, { description: 'Comments of the same words counted once.' }) arguments!: number;
  @Field(() => Int, { description: 'Of the comments, those that hold the words themselves.' })
  byWords!: number;
  @Field(() => Int, { description: 'Of the comments, those found by their meaning alone.' })
  byMeaning!: number;
  @Field(() => Int, { description: 'Comments found that came behind the mark; 0 without one.' })
  fresh!: number;
  @Field(() => Boolean, {
    description: 'True where there are more than are looked at: the nearest were taken.',
  })
  more!: boolean;
  @Field(() => [FoundComment], { description: 'The nearest first.' }) nodes!: FoundComment[];
  @Field(() => [FoundCount], { description: 'The largest first in each dimension.' }) counts!: FoundCount[];
}
