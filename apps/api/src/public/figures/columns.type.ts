import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { ColumnValues, Dimension, FigureColumns as Columns, NumberColumn } from '#facts';
import { JsonScalar } from '../../graphql/scalars.js';
import { Edition } from '../editions/edition.type.js';
import { Figure } from './figure.type.js';
import { FigureFilter } from './figures.type.js';
import { DimensionEnum } from './receipt.type.js';
import { Report } from './report.type.js';

const column = { description: 'A list: a number a row, null where the figure is hidden or there is none.' };

const asCounted = {
  description: `${column.description} Of a theme as the coder counted, not corrected as \`people\` are.`,
};

@ArgsType()
export class ColumnsArgs {
  @Field(() => String) report!: string;
  @Field(() => [DimensionEnum], { nullable: true, defaultValue: [] }) by?: Dimension[] | null;
  @Field(() => FigureFilter, { nullable: true }) filter?: FigureFilter | null;
  @Field(() => Int, { nullable: true }) edition?: number | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) working?: boolean | null;
}

@ObjectType('ColumnValues', { description: 'Values of one dimension that the rows name, once each.' })
export class ColumnValuesType implements ColumnValues {
  @Field(() => DimensionEnum) dimension!: Dimension;
  @Field(() => [String]) codes!: string[];
  @Field(() => [String]) names!: string[];
}

@ObjectType('FigureColumns', {
  description:
    'A table of figures as columns side by side: the same figures in the same order as `figures`, some ten times as fast.',
})
export class FigureColumns implements Columns {
  @Field(() => Report) report!: Report;
  @Field(() => Edition, { nullable: true, description: 'Null when working.' }) edition!: Edition | null;
  @Field(() => Boolean) working!: boolean;
  @Field(() => String, { nullable: true, description: 'As in `figures`.' }) note!: string | null;
  @Field(() => Figure, { description: 'The whole under these filters, not cut by any dimension.' })
  total!: Figure;
  @Field(() => Int) rows!: number;
  @Field(() => [ColumnValuesType]) values!: ColumnValues[];
  @Field(() => JsonScalar, { description: 'For each of `values`, the place in it of each row’s value.' })
  places!: number[][];
  @Field(() => JsonScalar, asCounted) submissions!: NumberColumn;
  @Field(() => JsonScalar, column) people!: NumberColumn;
  @Field(() => JsonScalar, column) peopleLow!: NumberColumn;
  @Field(() => JsonScalar, column) peopleHigh!: NumberColumn;
  @Field(() => JsonScalar, asCounted) arguments!: NumberColumn;
  @Field(() => JsonScalar, column) base!: NumberColumn;
  @Field(() => JsonScalar, column) share!: NumberColumn;
  @Field(() => JsonScalar, column) shareLow!: NumberColumn;
  @Field(() => JsonScalar, column) shareHigh!: NumberColumn;
  @Field(() => JsonScalar, column) rate!: NumberColumn;
  @Field(() => JsonScalar, column) rateLow!: NumberColumn;
  @Field(() => JsonScalar, column) rateHigh!: NumberColumn;
  @Field(() => JsonScalar, column) reference!: NumberColumn;
}
