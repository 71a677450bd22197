import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Agency } from '../agencies/agency.type.js';
import { Area } from '../areas/area.type.js';

@ObjectType('ReleasedQuote', {
  description:
    'Words that somebody wrote and a person of the agency let be quoted; never from a figure of fewer than ten people. What was personal is taken out.',
})
export class ReleasedQuote {
  @Field(() => ID, { description: 'Unique within its edition.' }) id!: string;
  @Field(() => String) words!: string;
  @Field(() => Agency) agency!: Agency;
  @Field(() => String, { description: 'Code of the theme; `codebook/theme` of an agency’s codebook.' })
  theme!: string;
  @Field(() => Area, {
    nullable: true,
    description: 'Null where it is not known, or too few there raised the theme.',
  })
  ward!: Area | null;
  @Field(() => ID, { description: 'Of the engagement: agency/key.' }) engagement!: string;
  @Field(() => Boolean, {
    description:
      'It praises where most blame who raised the theme in its engagement, or blames where most praise.',
  })
  dissents!: boolean;
}

@ArgsType()
export class QuotesArgs {
  @Field(() => String, { nullable: true, description: 'A theme; `codebook/theme` of an agency’s codebook.' })
  theme?: string | null;
  @Field(() => String, { nullable: true, description: 'Code of a ward.' }) ward?: string | null;
  @Field(() => ID, { nullable: true, description: 'Id of an engagement: agency/key.' }) engagement?:
    string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Key of an open question of the engagement: quotes of its own answers; none without an engagement, nor in editions that do not know what a quote answers.',
  })
  question?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Code of a community: quotes of its people, of themes that ten of them or more raised; told without a ward.',
  })
  community?: string | null;
  @Field(() => Int, { nullable: true, description: 'Number of the edition; the latest where absent.' })
  edition?: number | null;
}
