import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../graphql/scalars.js';

const some = { nullable: true };

@ObjectType('FigureProblem', { description: 'What somebody said of a figure that looked wrong. Not public.' })
export class FigureProblem {
  @Field(() => ID) id!: number;
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => String, { description: 'Id of the figure, as its receipt has it.' }) figure!: string;
  @Field(() => String, { description: 'As it was typed; it may hold anything.' }) note!: string;
  @Field(() => String, some) answer!: string | null;
  @Field(() => String, some) answeredBy!: string | null;
  @Field(() => DateTimeScalar, some) answeredAt!: string | null;
  @Field(() => Boolean, { description: 'Whether the answer is public.' }) told!: boolean;
}

@ObjectType('PublicAnswer', { description: 'What was found of a figure that somebody said looks wrong.' })
export class PublicAnswer {
  @Field(() => ID) id!: number;
  @Field(() => String) figure!: string;
  @Field(() => String) answer!: string;
  @Field(() => DateTimeScalar) answeredAt!: string;
}
