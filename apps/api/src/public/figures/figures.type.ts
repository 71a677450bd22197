import { ArgsType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Dimension } from '#facts';
import { connectionOf, PageOf200 } from '../../graphql/paging.js';
import { Edition } from '../editions/edition.type.js';
import { Figure, Rate } from './figure.type.js';
import { DimensionEnum } from './receipt.type.js';
import { Rule, Statement } from '../statements/statement.type.js';
import { Report } from './report.type.js';

const some = { nullable: true };

@InputType('FigureFilter', { description: 'Any of the values of a dimension; all of the dimensions.' })
export class FigureFilter {
  @Field(() => [String], {
    ...some,
    description: 'Codes of themes of the city’s codebook, plain or as `codebook/theme`.',
  })
  theme?: string[] | null;
  @Field(() => [String], some) ward?: string[] | null;
  @Field(() => [String], some) agency?: string[] | null;
  @Field(() => [String], some) quarter?: string[] | null;
  @Field(() => [String], some) engagement?: string[] | null;
  @Field(() => [String], some) community?: string[] | null;
  @Field(() => [String], some) ageBand?: string[] | null;
  @Field(() => [String], some) sex?: string[] | null;
  @Field(() => [String], some) ethnicGroup?: string[] | null;
  @Field(() => [String], some) disability?: string[] | null;
  @Field(() => [String], some) deprivation?: string[] | null;
  @Field(() => [String], some) participation?: string[] | null;
}

@ArgsType()
export class FiguresArgs extends PageOf200 {
  @Field(() => String) report!: string;
  @Field(() => [DimensionEnum], { nullable: true, defaultValue: [] }) by?: Dimension[] | null;
  @Field(() => FigureFilter, { nullable: true }) filter?: FigureFilter | null;
  @Field(() => Int, { nullable: true }) edition?: number | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) working?: boolean | null;
}

@ObjectType('UnderHeard', {
  description:
    'Which groups and wards are heard clearly less than their share of residents: a fifth short or more, beyond what chance explains when all are tried at once, of 100 people or more.',
})
export class UnderHeard {
  @Field(() => Rule, { description: 'The rule that it is judged by.' }) rule!: Rule;
  @Field(() => [String], {
    description: 'Their keys, as `age-band:15-24`; the widest gap in people first.',
  })
  codes!: string[];
  @Field(() => String, { nullable: true, description: 'Heading over the groups; null where there are none.' })
  heading!: string | null;
  @Field(() => String, { nullable: true, description: 'Heading over the wards; null where there are none.' })
  wardsHeading!: string | null;
}

@ObjectType('FigureConnection')
export class FigureConnection extends connectionOf<Figure>(() => Figure) {
  @Field(() => Int) totalCount!: number;
  @Field(() => Report) report!: Report;
  @Field(() => Edition, { nullable: true, description: 'Null when working.' }) edition!: Edition | null;
  @Field(() => Boolean) working!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'The same sentence whatever the cause, where anything is hidden.',
  })
  note!: string | null;
  @Field(() => Figure, { description: 'The whole under these filters, not cut by any dimension.' })
  total!: Figure;
  @Field(() => Rate, {
    nullable: true,
    description:
      'Where figures are cut by ward: of all wards with a rate together, by their residents together. Whoever was heard from two wards is in it twice. Null of any other cut.',
  })
  wardsRate!: Rate | null;
  @Field(() => UnderHeard, {
    nullable: true,
    description:
      'Who is under-heard, where the figures are of all groups beside residents (by CHARACTERISTIC alone) and no filter chooses people by what they said or who they are, as by theme or community; otherwise null.',
  })
  underHeard!: UnderHeard | null;
  @Field(() => [Statement], {
    description:
      'What the edition says of change, and of wards, beside these figures; empty under filters that nothing was compared under.',
  })
  statements!: Statement[];
  @Field(() => String, { nullable: true, description: 'Why it says nothing; null where it may.' })
  silent!: string | null;
}
