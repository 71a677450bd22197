import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../graphql/scalars.js';

@ObjectType('Alarm', { description: 'Something in the audit trail that an administrator should look at.' })
export class Alarm {
  @Field(() => String, { description: 'Code, for example key-refused.' }) what!: string;
  @Field(() => String) words!: string;
  @Field(() => DateTimeScalar) from!: string;
  @Field(() => DateTimeScalar) to!: string;
  @Field(() => Int) times!: number;
}
