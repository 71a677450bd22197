import { ArgsType, Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, PageOf200 } from '../../graphql/paging.js';

/** In the order in which a page offers them. */
export enum StandsEnum {
  VOICED_AND_RECORDED = 'voiced-and-recorded',
  VOICED_NOT_RECORDED = 'voiced-not-recorded',
  RECORDED_NOT_VOICED = 'recorded-not-voiced',
  NEITHER = 'neither',
  CANNOT_SAY = 'cannot-say',
}
registerEnumType(StandsEnum, {
  name: 'Stands',
  description:
    'Where a ward stands out against the rest of the city: in what people raise, in what police recorded.',
  valuesMap: {
    VOICED_AND_RECORDED: { description: 'Raised more by people heard there, and recorded more.' },
    VOICED_NOT_RECORDED: { description: 'Raised more by people heard there, and not recorded clearly more.' },
    RECORDED_NOT_VOICED: { description: 'Recorded more, and not raised clearly more by people heard there.' },
    NEITHER: { description: 'Neither raised nor recorded clearly more.' },
    CANNOT_SAY: { description: 'One of the two can’t be compared; the words say which and why.' },
  },
});

@ArgsType()
export class BesideArgs extends PageOf200 {
  @Field(() => Int, { nullable: true, description: 'Default: the latest.' }) edition?: number | null;
  @Field(() => String, { nullable: true, description: 'Of one ward.' }) ward?: string | null;
  @Field(() => String, { nullable: true, description: 'Of one theme.' }) theme?: string | null;
}

@ObjectType('BesideInterval', { description: 'A best estimate with its 95% interval.' })
export class BesideInterval {
  @Field(() => Float, { description: 'Best estimate.' }) value!: number;
  @Field(() => Float, { description: 'Lower end of the 95% interval.' }) low!: number;
  @Field(() => Float, { description: 'Upper end of the 95% interval.' }) high!: number;
}

@ObjectType('VoiceOfWard', {
  description:
    'How many raise a theme in a ward, against the rest of the city within the same consultations.',
})
export class VoiceOfWard {
  @Field(() => String, { description: 'above | below | no-clear-difference | cannot-compare' })
  verdict!: string;
  @Field(() => BesideInterval, {
    nullable: true,
    description: 'Difference of shares, from -1 to 1; null where it can’t be compared.',
  })
  difference!: BesideInterval | null;
  @Field(() => String, { nullable: true, description: 'The difference as people of 100, with its range.' })
  words!: string | null;
}

@ObjectType('RecordOfWard', {
  description:
    'What police recorded of a theme’s kinds in a ward in twelve months, against the rest of the city.',
})
export class RecordOfWard {
  @Field(() => String, { description: 'above | below | no-clear-difference | cannot-compare' })
  verdict!: string;
  @Field(() => Int, { description: 'Crimes and incidents recorded.' }) count!: number;
  @Field(() => BesideInterval, {
    nullable: true,
    description:
      'Recorded for each resident, as times the rest of the city; null where it can’t be compared.',
  })
  ratio!: BesideInterval | null;
  @Field(() => String, { nullable: true, description: 'The ratio in words, with its range.' })
  words!: string | null;
}

@ObjectType('VoiceAndRecord', {
  description:
    'What people raise in a ward beside what police recorded there, as an edition set it side by side. It claims no cause.',
})
export class VoiceAndRecordType {
  @Field(() => String, { description: 'Code of the theme.' }) theme!: string;
  @Field(() => String, { description: 'Name of the theme.' }) themeName!: string;
  @Field(() => String, { description: 'Code of the ward.' }) ward!: string;
  @Field(() => String, { description: 'Name of the ward.' }) wardName!: string;
  @Field(() => StandsEnum, { description: 'Where the ward stands out.' }) stands!: string;
  @Field(() => String, { description: 'One sentence to print.' }) words!: string;
  @Field(() => VoiceOfWard, {
    nullable: true,
    description: 'Null where people have not checked the coding of the theme enough to compare wards.',
  })
  voice!: VoiceOfWard | null;
  @Field(() => RecordOfWard, {
    nullable: true,
    description: 'Null where no twelve months of recorded crime can be compared.',
  })
  record!: RecordOfWard | null;
  @Field(() => [String], { description: 'Names of the kinds of crime that the theme answers to.' })
  kinds!: string[];
}

@ObjectType('VoiceAndRecordConnection', { description: 'Voice and record by theme and ward.' })
export class VoiceAndRecordConnection extends connectionOf(() => VoiceAndRecordType) {
  @Field(() => String, { description: 'Heading over these rows: which wards stand out.' }) heading!: string;
  @Field(() => String, {
    description: 'What stands beside it wherever it is shown: neither explains the other.',
  })
  noCause!: string;
  @Field(() => [String], {
    description: 'First and last month of the record, yyyy-mm; empty where there is none.',
  })
  period!: string[];
  @Field(() => [String], { description: 'Who is to be named for the record, with its licence.' })
  attributions!: string[];
}

@ObjectType('EngageNext', { description: 'Whom, where or about what to ask next, and why.' })
export class EngageNextType {
  @Field(() => String, { description: 'area | community | theme' }) kind!: string;
  @Field(() => String, { description: 'Code of the ward, the group (characteristic/category) or the theme.' })
  code!: string;
  @Field(() => String, { description: 'Name of it.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Ward in which to ask about a theme; null otherwise.' })
  ward!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of that ward.' }) wardName!: string | null;
  @Field(() => String, { description: 'The reason, with its figures and their ranges.' }) words!: string;
}

@ObjectType('EngageNextConnection', {
  description: 'Where to engage next: areas, communities and themes, in this order.',
})
export class EngageNextConnection extends connectionOf(() => EngageNextType) {
  @Field(() => String, { description: 'What the list is, and what it is not.' }) about!: string;
}
