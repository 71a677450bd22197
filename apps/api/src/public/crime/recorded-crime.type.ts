import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../graphql/paging.js';
import { DateScalar } from '../../graphql/scalars.js';

@ObjectType('ContextPoint')
export class ContextPoint {
  @Field(() => String, { description: 'yyyy-mm' }) month!: string;
  @Field(() => Int) value!: number;
  @Field(() => Boolean) afterBreak!: boolean;
}

@ObjectType('ContextPointConnection')
export class ContextPointConnection extends connectionOf(() => ContextPoint) {
  @Field(() => String) title!: string;
  @Field(() => String) source!: string;
  @Field(() => DateScalar, { nullable: true }) breakAt!: string | null;
  @Field(() => String, { nullable: true }) breakNote!: string | null;
}
