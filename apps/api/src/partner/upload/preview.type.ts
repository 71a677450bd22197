import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../graphql/scalars.js';

const some = { nullable: true };

@ObjectType('PreviewColumn')
export class PreviewColumn {
  @Field(() => String) label!: string;
  @Field(() => Int) position!: number;
  @Field(() => String) as!: string;
  @Field(() => Float) confidence!: number;
  @Field(() => String) why!: string;
}

@ObjectType('DeliveryPreview')
export class DeliveryPreview {
  @Field(() => Boolean) readable!: boolean;
  @Field(() => String, some) problem!: string | null;
  @Field(() => String, some) encoding!: string | null;
  @Field(() => String, some) delimiter!: string | null;
  @Field(() => String, some) sheet!: string | null;
  @Field(() => [String]) header!: string[];
  @Field(() => [[String]], { description: 'Cells may be null.' }) rows!: (string | null)[][];
  @Field(() => Int) rowCount!: number;
  @Field(() => [PreviewColumn], {
    description: 'Per column: what the suggestion takes it for, how sure, why.',
  })
  columns!: PreviewColumn[];
  @Field(() => JsonScalar, some) suggestedMapping!: unknown;
  @Field(() => [String]) notes!: string[];
}
