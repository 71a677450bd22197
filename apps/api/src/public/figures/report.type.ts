import { Field, ObjectType } from '@nestjs/graphql';
import type { Dimension } from '#facts';
import { connectionOf } from '../../graphql/paging.js';
import { DimensionEnum } from './receipt.type.js';

@ObjectType('Report')
export class Report {
  @Field(() => String) code!: string;
  @Field(() => String) title!: string;
  @Field(() => String) definition!: string;
  @Field(() => [DimensionEnum]) dimensions!: Dimension[];
  @Field(() => String) measure!: string;
}

@ObjectType('ReportConnection')
export class ReportConnection extends connectionOf(() => Report) {}
