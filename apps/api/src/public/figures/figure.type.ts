import { Field, Float, ID, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { Grade } from '#statements';
import { Edition } from '../editions/edition.type.js';
import { GradeEnum } from '../grades/grade.type.js';
import { FigureKey, Receipt } from './receipt.type.js';

@ObjectType('Count')
export class Count {
  @Field(() => Int) value!: number;
}

@ObjectType('PeopleCount')
export class PeopleCount {
  @Field(() => Int) value!: number;
  @Field(() => Int) low!: number;
  @Field(() => Int) high!: number;
}

@ObjectType('Share')
export class Share {
  @Field(() => Float) value!: number;
  @Field(() => Float) low!: number;
  @Field(() => Float) high!: number;
  @Field(() => String) method!: string;
}

@ObjectType('Rate')
export class Rate {
  @Field(() => Float) value!: number;
  @Field(() => Float) low!: number;
  @Field(() => Float) high!: number;
  @Field(() => Int) per!: number;
  @Field(() => String) method!: string;
  @Field(() => Int) residents!: number;
}

@ObjectType('Reference')
export class Reference {
  @Field(() => Float) value!: number;
  @Field(() => String) source!: string;
}

@ObjectType('FigureList', {
  description:
    'Several ticked values of a dimension that are no declared group. sum: few people are in two parts (wards, ages that are known) and `people` is their sum, with its range. ' +
    'between: a person may be in several (agency, quarter, theme), so no number is called people; the list holds from low to high. ' +
    'parts: bounds would be too wide to say anything; ask for the parts.',
})
export class FigureList {
  @Field(() => String, { description: 'sum | between | parts' }) kind!: string;
  @Field(() => String, { description: 'A sentence to print.' }) words!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'At least so many people; null unless between.',
  })
  low!: number | null;
  @Field(() => Int, { nullable: true, description: 'At most so many people; null unless between.' })
  high!: number | null;
}

@InterfaceType('Figure', {
  resolveType: (figure: { hidden: boolean }) => (figure.hidden ? SuppressedFigure : PublishedFigure),
})
export abstract class Figure {
  @Field(() => ID, {
    description:
      'Stable within an edition: names report, keys and filters, e.g. `themes-by-community/theme=litter/ward=E05002078`.',
  })
  id!: string;
  @Field(() => [FigureKey]) keys!: FigureKey[];
  @Field(() => String) definition!: string;
  @Field(() => Edition, { nullable: true }) edition!: Edition | null;
  @Field(() => Boolean) working!: boolean;
  @Field(() => Receipt) receipt!: Receipt;
  @Field(() => FigureList, {
    nullable: true,
    description: 'What may be said of several ticked values; null where the figure is no list.',
  })
  list!: FigureList | null;
  @Field(() => GradeEnum, {
    nullable: true,
    description:
      'How far the one theme that it is of may be trusted; null of no or several themes, and where figures are told as they were counted (working; editions before grades).',
  })
  grade!: Grade | null;
  hidden!: boolean;
}

@ObjectType('PublishedFigure', { implements: () => [Figure] })
export class PublishedFigure extends Figure {
  @Field(() => Count) submissions!: Count;
  @Field(() => PeopleCount, {
    description:
      'Distinct people. Of a theme, in editions that tell figures by grade: corrected by the audit (docs/methods), its range holding the coder’s error; `asCounted` is what stood here before.',
  })
  people!: PeopleCount;
  @Field(() => Int, {
    nullable: true,
    description: 'Released people as the coder counted them, where `people` is corrected; otherwise null.',
  })
  asCounted!: number | null;
  @Field(() => Count) arguments!: Count;
  @Field(() => Share, {
    nullable: true,
    description: 'Share of base, percent 0-100; null where the base is under 30 or a share makes no sense.',
  })
  share!: Share | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why there is no share although enough people answered: over 10% of their answers are not yet matched.',
  })
  shareReason!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Released number of people the share is of; null where hidden or under the minimum.',
  })
  base!: number | null;
  @Field(() => Rate, {
    nullable: true,
    description: 'People per 1,000 residents where cut by ward; null under 10 people.',
  })
  rate!: Rate | null;
  @Field(() => Reference, {
    nullable: true,
    description: 'For who-has-not-been-heard: share of residents (Census 2021), percent.',
  })
  reference!: Reference | null;
}

@ObjectType('SuppressedFigure', { implements: () => [Figure] })
export class SuppressedFigure extends Figure {
  @Field(() => String, {
    description:
      'One sentence, the same for every cause that hides small numbers; of a list that is no count of people (`list`), or of what a grade withholds (`withheld`), its own words.',
  })
  reason!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'Why it is not told although it is large enough: still-learning | city-only | agency-not-checked | several-themes | to-be-re-coded. Null where it is hidden, or a list.',
  })
  withheld!: string | null;
  @Field(() => Reference, { nullable: true }) reference!: Reference | null;
}
