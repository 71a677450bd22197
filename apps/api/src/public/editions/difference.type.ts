import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { MovedFigure as MovedShape } from '#facts';
import { FigureKey } from '../figures/receipt.type.js';
import { Edition } from './edition.type.js';

@ObjectType('MovedFigure')
export class MovedFigure implements MovedShape {
  @Field(() => ID) id!: string;
  @Field(() => [FigureKey]) keys!: FigureKey[];
  @Field(() => Int, { nullable: true, description: 'People; null where hidden, or not in that edition.' })
  before!: number | null;
  @Field(() => Int, { nullable: true }) after!: number | null;
  @Field(() => Int, { nullable: true, description: 'Only where both are shown.' }) change!: number | null;
  @Field(() => String, { description: 'moved | shown | hidden | new | gone' }) kind!: MovedShape['kind'];
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
    description: 'What was made by another version, and the note of the later edition.',
  })
  reasons!: string[];
}
