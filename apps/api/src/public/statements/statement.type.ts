import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { Statement as StatementShape, StatementNumbers as NumbersShape } from '#facts';
import { connectionOf } from '../../graphql/paging.js';
import { DateScalar } from '../../graphql/scalars.js';
import { DimensionEnum } from '../figures/receipt.type.js';

@ObjectType('Rule', { description: 'A rule of statements, as docs/methods explains it.' })
export class Rule {
  @Field(() => String, { description: 'change-like-for-like | areas-within-engagements' }) code!: string;
  @Field(() => Int, { description: 'Raised when the rule says something else of the same figures.' })
  version!: number;
}

@ObjectType('RelativeChange', { description: 'Change relative to the year before: .3 is 30% more.' })
export class RelativeChange {
  @Field(() => Float, { description: 'Best estimate.' }) value!: number;
  @Field(() => Float, { description: 'Lower end of the 95% interval.' }) low!: number;
  @Field(() => Float, { description: 'Upper end of the 95% interval.' }) high!: number;
}

@ObjectType('StatementNumbers', {
  description: 'The numbers behind a statement, from released figures alone.',
})
export class StatementNumbers implements NumbersShape {
  @Field(() => Float, { description: 'Difference of shares, from -1 to 1, within the same consultations.' })
  difference!: number;
  @Field(() => Float, {
    description:
      'Standard error of the difference; noise, rounding and drift are in it. Of wards to two significant digits.',
  })
  standardError!: number;
  @Field(() => RelativeChange, {
    nullable: true,
    description: 'Null of a comparison of wards, and where nobody raised it the year before.',
  })
  relative!: RelativeChange | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Share the year before; null of a comparison of wards.',
  })
  before!: number | null;
  @Field(() => Float, { nullable: true, description: 'Two-sided p; null of a comparison of wards.' })
  p!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'At most this share of the people heard is in the series, from 0 to 1: who is in two counts in each; null where it is not told.',
  })
  heard!: number | null;
}

@ObjectType('EditionStatement', {
  description:
    'What an edition says of a theme: its change between two years, like for like, or how a ward compares with the rest of the city. Worked out when the edition was published, and never again.',
})
export class Statement implements StatementShape {
  @Field(() => Rule, { description: 'The rule that it was made by.' }) rule!: Rule;
  @Field(() => String, { description: '`city`, or the code of the agency whose own series are compared.' })
  scope!: string;
  @Field(() => String, { description: 'Code of the theme.' }) theme!: string;
  @Field(() => String, { description: 'Name of the theme.' }) themeName!: string;
  @Field(() => String, { nullable: true, description: 'Code of the ward compared; null of a change.' })
  ward!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the ward.' }) wardName!: string | null;
  @Field(() => String, {
    description:
      'rose | fell | no-clear-change | only-in-one | cannot-compare; of a ward above | below | no-clear-difference | cannot-compare',
  })
  verdict!: string;
  @Field(() => Boolean, {
    description: 'May a heading tell it? It stands beside everything compared with it.',
  })
  headline!: boolean;
  @Field(() => String, { description: 'One line to print.' }) words!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Heading over the theme’s change: a rise or a fall only where it stands when all themes are compared at once. Null of a comparison of wards.',
  })
  heading!: string | null;
  @Field(() => String, {
    description: 'What it rests on: how many consultations, which, and their part of all.',
  })
  basis!: string;
  @Field(() => String, {
    nullable: true,
    description: 'As people of 100; null where nothing can be compared.',
  })
  perHundred!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it can’t be compared; null where it can.' })
  reason!: string | null;
  @Field(() => StatementNumbers, { nullable: true, description: 'Null where it can’t be compared.' })
  numbers!: StatementNumbers | null;
  @Field(() => [String], { description: 'Names of the series or engagements compared.' }) series!: string[];
}

@ObjectType('EditionStatementConnection')
export class StatementConnection extends connectionOf(() => Statement) {
  @Field(() => String, { nullable: true, description: 'Why the edition says nothing; null where it may.' })
  silent!: string | null;
}

@ObjectType('Period', { description: 'Four quarters that are compared with four others.' })
export class Period {
  @Field(() => String, { description: 'Its value of the filter by quarter.' }) code!: string;
  @Field(() => String, { description: 'In words.' }) name!: string;
  @Field(() => [String], { description: 'Its quarters, the first first.' }) quarters!: string[];
}

@ObjectType('DeclaredGroup', {
  description:
    'Several values of a dimension that an edition counts as one: distinct people, never a sum. A filter takes its code like a value.',
})
export class DeclaredGroup {
  @Field(() => DimensionEnum, { description: 'The dimension that it is a value of.' }) dimension!: string;
  @Field(() => String, { description: 'Its value of the filter.' }) code!: string;
  @Field(() => String, { description: 'In words.' }) name!: string;
  @Field(() => String, {
    description: 'period | year | run | agencies | agency-kind | area | age-group | series',
  })
  kind!: string;
  @Field(() => [String], { description: 'The values that it holds.' }) values!: string[];
}

@ObjectType('PublishedBreak', {
  description: 'A day from which a series asks or records in another way: nothing is compared across it.',
})
export class PublishedBreak {
  @Field(() => DateScalar, { description: 'The first day of the new way.' }) since!: string;
  @Field(() => String, { description: 'What changed, as the agency said it.' }) reason!: string;
}

@ObjectType('PublishedSeries', {
  description: 'Consultations that asked the same in both years, as an agency signed it.',
})
export class PublishedSeries {
  @Field(() => String, { description: 'Its value of the filter by engagement.' }) code!: string;
  @Field(() => String, { description: 'Code of the agency.' }) agency!: string;
  @Field(() => String, { description: 'In words.' }) name!: string;
  @Field(() => String, { description: 'standing-feed | repeats' }) kind!: string;
  @Field(() => [String], { description: 'Keys of its engagements, in order of opening.' })
  engagements!: string[];
  @Field(() => [PublishedBreak], {
    nullable: true,
    description: 'Breaks that its agency declared, in order; null where there are none.',
  })
  breaks?: PublishedBreak[] | null;
}

@ObjectType('CountedBy', { description: 'What an edition was counted by; frozen with it.' })
export class CountedBy {
  @Field(() => Period, {
    nullable: true,
    description: 'The year before; null where facts do not reach back.',
  })
  before!: Period | null;
  @Field(() => Period, { nullable: true, description: 'The last four full quarters.' }) now!: Period | null;
  @Field(() => [DeclaredGroup], { description: 'Groups that may be filtered by.' }) groups!: DeclaredGroup[];
  @Field(() => [PublishedSeries], { description: 'Series that change is told by.' })
  series!: PublishedSeries[];
  @Field(() => [Rule], { description: 'Rules of statements and their versions.' }) rules!: Rule[];
  @Field(() => String, { nullable: true, description: 'Why the edition says nothing; null where it may.' })
  silent!: string | null;
}
