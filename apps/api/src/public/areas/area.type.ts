import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, PageOf50 } from '../../graphql/paging.js';

@ArgsType()
export class AreasArgs extends PageOf50 {
  @Field(() => Int, { nullable: true, description: 'Default: the latest.' }) edition?: number | null;
}

@ObjectType('Area', { description: 'A ward of the city.' })
export class Area {
  @Field(() => String, { description: 'ONS code.' }) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'At most 14 characters, for tiles.' }) shortName!: string;
  @Field(() => Int, { description: 'Place on the tile map from the west, from 0.' }) column!: number;
  @Field(() => Int, { description: 'Place on the tile map from the north, from 0.' }) row!: number;
  @Field(() => Int, { description: 'Usual residents, Census 2021.' }) residents!: number;
  @Field(() => Int, { description: 'Usual residents aged 15 and over, Census 2021.' }) adults!: number;
}

@ObjectType('AreaConnection')
export class AreaConnection extends connectionOf(() => Area) {}
