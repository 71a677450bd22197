import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { RecordedByMonth, RecordedKind as KindShape } from '#facts';
import { connectionOf, PageOf50 } from '../../graphql/paging.js';
import { DateScalar } from '../../graphql/scalars.js';

@ArgsType()
export class RecordedArgs extends PageOf50 {
  @Field(() => Int, { nullable: true, description: 'Default: the latest.' }) edition?: number | null;
  @Field(() => String, { nullable: true, description: 'Of one ward; of the whole city where absent.' })
  ward?: string | null;
}

@ObjectType('RecordedMonth', { description: 'What police recorded in one month.' })
export class RecordedMonth implements RecordedByMonth {
  @Field(() => String, { description: 'yyyy-mm' }) month!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'Crimes and incidents recorded; null where nothing is held of the month, which is not nought.',
  })
  count!: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why the month may not be compared with others: the way of recording had changed and not settled.',
  })
  unsettled!: string | null;
}

@ObjectType('RecordedKind', { description: 'What police recorded of one kind of crime.' })
export class RecordedKind implements KindShape {
  @Field(() => String, { description: 'Code of the kind, as data.police.uk names it.' }) kind!: string;
  @Field(() => String, { description: 'Name of the kind.' }) name!: string;
  @Field(() => Int, { description: 'In the latest month.' }) month!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'In the last twelve months; null where these may not be added up.',
  })
  year!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'In the twelve before; null where a change in recording forbids to compare the two years.',
  })
  yearBefore!: number | null;
}

@ObjectType('RecordingBreak', {
  description: 'A change in the way of recording: no change is told across it.',
})
export class RecordingBreakType {
  @Field(() => String, { description: 'First month of the new way, yyyy-mm.' }) month!: string;
  @Field(() => String, {
    nullable: true,
    description: 'From this month on it had settled, yyyy-mm; null where that is not known.',
  })
  settled!: string | null;
  @Field(() => String, { description: 'What changed, in words.' }) reason!: string;
}

@ObjectType('RecordedSeries', {
  description:
    'Crime and anti-social behaviour that police recorded, of one source, as an edition froze it: context beside what people say, and none of their answers. It stands beside the hash of the edition.',
})
export class RecordedSeriesType {
  @Field(() => String, { description: 'Code of the source.' }) source!: string;
  @Field(() => String, { description: 'Code of the agency that recorded it.' }) agency!: string;
  @Field(() => String, { description: 'Name of the agency.' }) agencyName!: string;
  @Field(() => String, { nullable: true, description: 'Code of the ward; null of the whole city.' })
  ward!: string | null;
  @Field(() => String, { description: 'What the series is called.' }) title!: string;
  @Field(() => String, { description: 'Licence under which the counts may be used.' }) licence!: string;
  @Field(() => String, { description: 'Who is to be named where they are shown.' }) attribution!: string;
  @Field(() => DateScalar, { description: 'Day on which the latest of it was received.' }) received!: string;
  @Field(() => [RecordedMonth], { description: 'Every month from the first to the last.' })
  months!: RecordedMonth[];
  @Field(() => [String], { description: 'Months between of which nothing is held.' }) missing!: string[];
  @Field(() => [RecordedKind], { description: 'Every kind, the most frequent first.' })
  kinds!: RecordedKind[];
  @Field(() => [RecordingBreakType], { description: 'Changes in the way of recording, in order.' })
  breaks!: RecordingBreakType[];
  @Field(() => String, { description: 'SHA-256 of the counts, of all wards, that the edition froze.' })
  digest!: string;
}

@ObjectType('RecordedSeriesConnection', { description: 'Series of recorded crime, by their sources.' })
export class RecordedSeriesConnection extends connectionOf(() => RecordedSeriesType) {
  @Field(() => String, { description: 'How the records are placed, and what that means for a ward.' })
  located!: string;
}
