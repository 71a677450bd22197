import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { OwnAgreement, WorkbenchAgreement, WorkbenchSource } from '#store';
import { connectionOf } from '../../graphql/paging.js';
import { DateScalar, JsonScalar } from '../../graphql/scalars.js';
import { Agency } from '../../public/agencies/agency.type.js';

@ObjectType('Agreement')
export class Agreement implements WorkbenchAgreement {
  @Field(() => ID) id!: string;
  @Field(() => [String]) purposes!: string[];
  @Field(() => String) lawfulBasis!: string;
  @Field(() => [String]) fields!: string[];
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, { nullable: true }) until!: string | null;
}

@ObjectType('OwnAgreement', { description: 'An agreement of the session’s agencies that stands today.' })
export class OwnAgreementType extends Agreement implements OwnAgreement {
  @Field(() => Agency) agency!: Agency;
}

@ObjectType('Source')
export class Source implements WorkbenchSource {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => Agency) agency!: Agency;
  @Field(() => String) connector!: string;
  @Field(() => String, { nullable: true }) schedule!: string | null;
  @Field(() => Agreement, { nullable: true }) agreement!: Agreement | null;
  @Field(() => JsonScalar, { nullable: true }) mapping!: unknown;
}

@ObjectType('AnswerCode')
export class AnswerCode {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType('AnswerCodes', { description: 'What answers to one equality question may mean.' })
export class AnswerCodes {
  @Field(() => String) characteristic!: string;
  @Field(() => [AnswerCode]) codes!: AnswerCode[];
}

@ObjectType('SourceConnection')
export class SourceConnection extends connectionOf(() => Source) {}
