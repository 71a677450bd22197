import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../graphql/scalars.js';

@ObjectType('OwnSession', { description: 'Where the viewer is signed in.' })
export class OwnSession {
  @Field(() => ID, { description: 'By which it is ended; nobody is signed in by it.' }) id!: string;
  @Field(() => DateTimeScalar) beganAt!: string;
  @Field(() => DateTimeScalar) lastUsedAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it ends if it is not used again.' }) endsAt!: string;
  @Field(() => Boolean, { description: 'Whether it is this browser’s.' }) here!: boolean;
}
