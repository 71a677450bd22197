import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ThemeShare', {
  description: 'Share of comments that say a theme, corrected by a blind audit sample. Percent, 0-100.',
})
export class ThemeShare {
  @Field(() => String) theme!: string;
  @Field(() => Float) value!: number;
  @Field(() => Float, { description: 'Lower end of the 95% interval.' }) low!: number;
  @Field(() => Float, { description: 'Upper end of the 95% interval.' }) high!: number;
  @Field(() => Int, {
    description: 'Always 0.',
    deprecationReason:
      'How many comments an audit counted is not public: it would tell what was found in few of them.',
  })
  audited!: number;
  @Field(() => String, { description: 'How it was made; no share goes out without it.' }) method!: string;
  @Field(() => [String], {
    description: 'Themes whose intervals overlap this one: they can’t be ranked apart.',
  })
  tiedWith!: string[];
}

@ObjectType('ThemeShares')
export class ThemeShares {
  @Field(() => Int, { description: 'The edition that froze them.' }) edition!: number;
  @Field(() => [ThemeShare], { description: 'The largest first; empty where the sample does not allow it.' })
  nodes!: ThemeShare[];
}
