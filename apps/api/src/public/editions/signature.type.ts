import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../graphql/scalars.js';

@ObjectType('Signature', {
  description: 'What was decided for an edition, and by whom: two people, or one where there was no other.',
})
export class Signature {
  @Field(() => String, { description: 'sign-off of a coder, codebook, own-codebook, publication.' })
  kind!: string;
  @Field(() => String) proposedBy!: string;
  @Field(() => String, { nullable: true }) second!: string | null;
  @Field(() => Boolean, { description: 'One person decided: nobody else held the right.' }) alone!: boolean;
  @Field(() => String) reason!: string;
  @Field(() => DateTimeScalar) at!: string;
}
