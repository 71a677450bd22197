import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { RespondentDetails as Shape } from '#store';

@ObjectType('RespondentDetails')
export class RespondentDetails implements Shape {
  @Field(() => ID) submission!: string;
  @Field(() => String, { nullable: true }) fullName!: string | null;
  @Field(() => String, { nullable: true }) dateOfBirth!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) postcode!: string | null;
}
