import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('Theme')
export class Theme {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) parent!: string | null;
  @Field(() => String) definition!: string;
  @Field(() => [String]) include!: string[];
  @Field(() => [String]) exclude!: string[];
  @Field(() => [String]) examples!: string[];
}

@ObjectType('Codebook')
export class Codebook {
  @Field(() => String) code!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) title!: string;
  @Field(() => [Theme]) themes!: Theme[];
}
