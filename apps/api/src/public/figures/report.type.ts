import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Dimension } from '#facts';
import { connectionOf, PageOf20 } from '../../graphql/paging.js';
import { DimensionEnum } from './receipt.type.js';

@ArgsType()
export class ReportsArgs extends PageOf20 {
  @Field(() => Int, { nullable: true, description: 'Default: the latest.' }) edition?: number | null;
}

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
