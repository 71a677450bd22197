import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { WeightedShare as ShareShape, WeightedTheme as ThemeShape } from '#facts';
import { Edition } from '../editions/edition.type.js';

@ObjectType('WeightedShare')
export class WeightedShare implements ShareShape {
  @Field(() => Float) value!: number;
  @Field(() => Float) low!: number;
  @Field(() => Float) high!: number;
}

@ObjectType('WeightedTheme')
export class WeightedTheme implements ThemeShape {
  @Field(() => String) theme!: string;
  @Field(() => String) name!: string;
  @Field(() => Float, {
    description:
      'Percent of the people heard whose age and sex are known; where a count behind it is hidden (`weighted` is null), of all people heard.',
  })
  asHeard!: number;
  @Field(() => WeightedShare, { nullable: true, description: 'Null where a count behind it is hidden.' })
  weighted!: ShareShape | null;
}

@ObjectType('WeightedThemes', {
  description:
    'What would be said if each age and sex were heard as it lives here; or why that can’t be told.',
})
export class WeightedThemes {
  @Field(() => Edition) edition!: Edition;
  @Field(() => String, { nullable: true, description: 'Why there are no weights; null where there are.' })
  refusal!: string | null;
  @Field(() => Int, { description: 'People whose age and sex are known.' }) base!: number;
  @Field(() => Float, { description: 'Percent of people whose age or sex is not known.' }) missing!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'People that a simple random sample would need to be as sure.',
  })
  effective!: number | null;
  @Field(() => [WeightedTheme]) themes!: ThemeShape[];
  @Field(() => String) method!: string;
}
