import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DELIVERY_STATES, type DeliveryState } from '#domain';
import { enumOf } from '../../graphql/enums.js';
import { connectionOf, PageOf20, PageOf50 } from '../../graphql/paging.js';
import { DateTimeScalar, JsonScalar } from '../../graphql/scalars.js';

export const DeliveryStatusEnum = enumOf(DELIVERY_STATES);
registerEnumType(DeliveryStatusEnum, { name: 'DeliveryStatus' });

const some = { nullable: true };

@ObjectType('DeliveredFile')
export class DeliveredFile {
  @Field(() => String) name!: string;
  @Field(() => Int) rows!: number;
  @Field(() => Int) accepted!: number;
  @Field(() => Int) repeated!: number;
  @Field(() => Int) rejected!: number;
  @Field(() => Int, { description: 'Rows that are nobody’s answer or may not be used.' }) leftOut!: number;
}

@ObjectType('LeftOutRows', { description: 'Rows that were left out for one reason.' })
export class LeftOutRows {
  @Field(() => String) why!: string;
  @Field(() => [Int], { description: 'The first 1,000, as a person counts them in the file.' })
  rows!: number[];
  @Field(() => Int, { description: 'How many there are in all.' }) inAll!: number;
}

@ObjectType('Rejection')
export class Rejection {
  @Field(() => String) file!: string;
  @Field(() => Int, some) row!: number | null;
  @Field(() => String, some) column!: string | null;
  @Field(() => String) code!: string;
  @Field(() => String) reason!: string;
  @Field(() => ID, {
    description: 'Its place: of a rejected row its number, of a cell its place in the delivery.',
  })
  id!: string;
  @Field(() => String, { description: 'open, mended or left-out' }) became!: string;
  @Field(() => ID, { nullable: true, description: 'The delivery that mended it, where one is known.' })
  mendedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was left as it is.' }) because!: string | null;
}

@ObjectType('RejectionConnection')
export class RejectionConnection extends connectionOf(() => Rejection) {}

@ObjectType('Delivery')
export class Delivery {
  @Field(() => ID) id!: string;
  @Field(() => DateTimeScalar) receivedAt!: Date;
  @Field(() => String) way!: string;
  @Field(() => DeliveryStatusEnum) status!: DeliveryState;
  @Field(() => String, some) note!: string | null;
  @Field(() => Int) rows!: number;
  @Field(() => Int) accepted!: number;
  @Field(() => Int) repeated!: number;
  @Field(() => Int) rejected!: number;
  @Field(() => Int, { description: 'rows = accepted + repeated + rejected + leftOut' }) leftOut!: number;
  @Field(() => [DeliveredFile]) files!: DeliveredFile[];
  @Field(() => JsonScalar, some) suggestedMapping!: unknown;
  /** Code; the field of that name gives the source itself. */
  sourceCode!: string;
  finishedAt!: Date | null;
}

@ObjectType('DeliveryConnection')
export class DeliveryConnection extends connectionOf(() => Delivery) {}

@ArgsType()
export class DeliveriesArgs extends PageOf20 {
  @Field(() => String, some) source?: string | null;
  @Field(() => DeliveryStatusEnum, some) status?: DeliveryState | null;
}

@ObjectType('QuarantinedRow')
export class QuarantinedRow {
  @Field(() => ID) id!: string;
  @Field(() => ID) delivery!: string;
  @Field(() => String) file!: string;
  @Field(() => Int, some) row!: number | null;
  @Field(() => String, some) column!: string | null;
  @Field(() => String) code!: string;
  @Field(() => String) reason!: string;
  @Field(() => JsonScalar, {
    nullable: true,
    description: "Cells as received, by column; the partner's own data.",
  })
  cells!: Record<string, string | null> | null;
}

@ObjectType('QuarantinedRowConnection')
export class QuarantinedRowConnection extends connectionOf(() => QuarantinedRow) {}

@ArgsType()
export class QuarantineArgs extends PageOf50 {
  @Field(() => String, some) source?: string | null;
  @Field(() => ID, some) delivery?: string | null;
}
