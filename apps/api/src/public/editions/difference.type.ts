import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { MovedFigure as MovedShape, WithheldFigure as WithheldShape } from '#facts';
import { FigureKey } from '../figures/receipt.type.js';
import { Edition } from './edition.type.js';

@ObjectType('WithheldFigure', { description: 'Why a figure is not told although it is large enough.' })
export class WithheldFigure implements WithheldShape {
  @Field(() => String, {
    description: 'still-learning | city-only | agency-not-checked | several-themes | to-be-re-coded',
  })
  why!: WithheldShape['why'];
  @Field(() => String, { description: 'The same in a sentence.' }) reason!: string;
}

@ObjectType('MovedFigure')
export class MovedFigure implements MovedShape {
  @Field(() => ID) id!: string;
  @Field(() => [FigureKey]) keys!: FigureKey[];
  @Field(() => Int, {
    nullable: true,
    description: 'People; null where hidden or withheld, or not in that edition.',
  })
  before!: number | null;
  @Field(() => Int, { nullable: true }) after!: number | null;
  @Field(() => WithheldFigure, {
    nullable: true,
    description: 'Why its grade withheld it in the earlier edition; null where it was told or hidden.',
  })
  withheldBefore!: WithheldFigure | null;
  @Field(() => WithheldFigure, {
    nullable: true,
    description: 'Why its grade withholds it in the later edition; null where it is told or hidden.',
  })
  withheldAfter!: WithheldFigure | null;
  @Field(() => Int, { nullable: true, description: 'Only where both are shown.' }) change!: number | null;
  @Field(() => String, { description: 'moved | shown | hidden | withheld | new | gone' })
  kind!: MovedShape['kind'];
}

@ObjectType('EditionDifference', {
  description: 'What reads otherwise in a later edition: released figures beside released figures.',
})
export class EditionDifference {
  @Field(() => Edition) from!: Edition;
  @Field(() => Edition) to!: Edition;
  @Field(() => Int, { description: 'Rows that read the same in both.' }) same!: number;
  @Field(() => [MovedFigure], { description: 'Largest movement first; at most 500.' }) moved!: MovedFigure[];
  @Field(() => [String], {
    description:
      'What was made by another version, what people’s check corrects otherwise, and the note of the later edition.',
  })
  reasons!: string[];
}
