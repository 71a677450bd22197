import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DIMENSIONS, type Dimension } from '#facts';
import { enumOf } from '../../graphql/enums.js';
import { JsonScalar } from '../../graphql/scalars.js';
import { Freshness } from '../freshness/freshness.type.js';

export const DimensionEnum = enumOf(DIMENSIONS);
registerEnumType(DimensionEnum, {
  name: 'Dimension',
  description: 'What a figure can be cut and filtered by.',
});

@ObjectType('FigureKey')
export class FigureKey {
  @Field(() => DimensionEnum) dimension!: Dimension;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType('ReceiptStep')
export class ReceiptStep {
  @Field(() => String) name!: string;
  @Field(() => Int, { nullable: true, description: 'Null where it may not be told.' }) count!: number | null;
  @Field(() => String, { description: 'total | less | figure' }) kind!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
}

@ObjectType('Receipt')
export class Receipt {
  @Field(() => [ReceiptStep], {
    description: 'From records received to this figure. Signs: a step named `less ...` is subtracted.',
  })
  steps!: ReceiptStep[];
  @Field(() => Boolean, { description: 'True where the exact steps add up (checked, not assumed).' })
  addsUp!: boolean;
  @Field(() => [FigureKey]) filters!: FigureKey[];
  @Field(() => [Freshness]) sources!: Freshness[];
  @Field(() => JsonScalar, {
    description: 'Versions of codebook, coder, linkage model, disclosure policy, geography.',
  })
  versions!: unknown;
  @Field(() => String) suppression!: string;
}
