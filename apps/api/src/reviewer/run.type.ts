import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { EstimatedShare as ShareShape, RunRate, WorkbenchRun } from '#store';
import { enumOf } from '../graphql/enums.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { PeopleCount } from '../public/figures/figure.type.js';

/** Bulk: everything linked afresh. Incremental: newcomers and decisions, with the model of the bulk run before. */
export const LinkageRunKind = enumOf<WorkbenchRun['kind']>(['bulk', 'incremental']);
registerEnumType(LinkageRunKind, { name: 'LinkageRunKind' });
const RateBy = { AGE: 'age', SEX: 'sex', ETHNIC_GROUP: 'ethnicGroup', WARD: 'ward' } as const;
registerEnumType(RateBy, { name: 'LinkRateBy' });

const some = { nullable: true };

@ObjectType('EstimatedShare', { description: 'A share from 0 to 1 with its 95% interval.' })
export class EstimatedShare implements ShareShape {
  @Field(() => Float) value!: number;
  @Field(() => Float) low!: number;
  @Field(() => Float) high!: number;
}

@ObjectType('LinkRate', {
  description:
    'How often records of one group were linked to another record: whom matching serves worse is counted too high.',
})
export class LinkRate implements Omit<RunRate, 'group'> {
  @Field(() => RateBy) by!: RunRate['by'];
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) records!: number;
  @Field(() => Int) people!: number;
  @Field(() => EstimatedShare) linked!: EstimatedShare;
  @Field(() => Int, { description: 'Records with too little to be linked.' }) thin!: number;
  @Field(() => Boolean, { description: 'Whether the interval leaves out the rate of all records.' })
  differs!: boolean;
}

@ObjectType('LinkageRun')
export class LinkageRun implements Omit<WorkbenchRun, 'rates'> {
  @Field(() => ID) id!: string;
  @Field(() => LinkageRunKind) kind!: WorkbenchRun['kind'];
  @Field(() => DateTimeScalar) finishedAt!: string;
  @Field(() => String) model!: string;
  @Field(() => Int) records!: number;
  @Field(() => PeopleCount) people!: PeopleCount;
  @Field(() => EstimatedShare, { ...some, description: 'As the run itself estimates it; of bulk runs only.' })
  precision!: EstimatedShare | null;
  @Field(() => EstimatedShare, { ...some, description: 'As the run itself estimates it; of bulk runs only.' })
  recall!: EstimatedShare | null;
  @Field(() => Int, {
    ...some,
    description: 'Records with too little to be linked: counted as people, and reported apart.',
  })
  thin!: number | null;
  @Field(() => Int, { ...some, description: 'Pairs joined or in the grey band.' }) pairs!: number | null;
  @Field(() => [LinkRate], {
    description: 'By age, sex, ethnic group and ward; groups of ten records or more.',
  })
  rates!: LinkRate[];
}
