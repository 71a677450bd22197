import { Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../graphql/paging.js';
import { DateScalar, DateTimeScalar, JsonScalar } from '../../graphql/scalars.js';
import { Receipt } from '../figures/receipt.type.js';

@ObjectType('Edition', { description: 'Numbered, immutable, re-readable for ever.' })
export class Edition {
  @Field(() => Int) number!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the edition before, which need not be the next lower one; null of the first.',
  })
  before!: number | null;
  @Field(() => DateTimeScalar) publishedAt!: string;
  @Field(() => DateScalar, { nullable: true }) dataTo!: string | null;
  @Field(() => String) hash!: string;
  @Field(() => String, { description: 'First 8 characters, grouped in fours.' }) fingerprint!: string;
  @Field(() => String, { nullable: true }) note!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What an earlier edition had wrong and why, where this one puts it right.',
  })
  correction!: string | null;
  @Field(() => [String], {
    description:
      'What it told and tells no more, as it would tell of single people; in sentences. Figures stand as they were.',
  })
  withdrawn!: string[];
  @Field(() => Boolean) synthetic!: boolean;
  @Field(() => Boolean) latest!: boolean;
  @Field(() => JsonScalar) versions!: unknown;
  @Field(() => Receipt, { description: "The whole hub's funnel at this edition, rounded to 5." })
  receipt!: Receipt;
}

@ObjectType('EditionConnection')
export class EditionConnection extends connectionOf(() => Edition) {}
