import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ReportHand as HandShape } from '#store';
import type { ReportKind } from '../../public/reports/content.js';
import { DateTimeScalar } from '../../graphql/scalars.js';

const some = { nullable: true };
const KIND = 'theme | consultation | ward';
const SUBJECT = 'Code of the theme, id of the engagement (agency/key), or code of the ward.';

@InputType('ReportTextInput')
export class ReportTextInput {
  @Field(() => String, { description: 'point | options | equality | limits | risks' }) code!: string;
  @Field(() => String, {
    description:
      'Words, with figures as [[id]], [[id | share]] or [[id | range]] and released quotes as [[quote number]].',
  })
  text!: string;
}

@InputType('ReportInput', {
  description: 'A draft of a report. Saving it takes signatures and minute away.',
})
export class ReportInput {
  @Field(() => String) agency!: string;
  @Field(() => String, { description: 'Address of its page: small letters, digits and hyphens.' })
  slug!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true, description: KIND }) kind?: ReportKind | null;
  @Field(() => String, { nullable: true, description: SUBJECT }) subject?: string | null;
  @Field(() => String, { nullable: true, deprecationReason: 'Give kind and subject.' }) theme?: string | null;
  @Field(() => String, { description: 'The board or committee.' }) forWhom!: string;
  @Field(() => Int) edition!: number;
  @Field(() => [ReportTextInput]) texts!: ReportTextInput[];
  @Field(() => ID, { nullable: true, description: 'The released report that it corrects.' }) corrects?:
    string | null;
}

@ObjectType('ReportText')
export class ReportText {
  @Field(() => String) code!: string;
  @Field(() => String) text!: string;
}

@ObjectType('ReportStop')
export class ReportStop {
  @Field(() => String) section!: string;
  @Field(() => String) words!: string;
}

@ObjectType('ReportCheck', {
  description: 'Something that is looked at before release; without stops it is passed.',
})
export class ReportCheck {
  @Field(() => String) code!: string;
  @Field(() => String) words!: string;
  @Field(() => [ReportStop]) stops!: ReportStop[];
}

@ObjectType('ReportHand', { description: 'Who wrote a report, or reads it before release.' })
export class ReportHand implements HandShape {
  @Field(() => String) account!: string;
  @Field(() => String, { description: 'author | reader' }) part!: HandShape['part'];
  @Field(() => DateTimeScalar, some) signedAt!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Signed what is proposed now.' }) signs!:
    boolean | null;
}

@ObjectType('ReportEvent', { description: 'A line of the pre-release list.' })
export class ReportEvent {
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => String) account!: string;
  @Field(() => String) what!: string;
}

@ObjectType('ReportDraft', { description: 'A report of the report room, in whichever state it is.' })
export class ReportDraft {
  @Field(() => ID) id!: string;
  @Field(() => String) agency!: string;
  @Field(() => String) slug!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: KIND }) kind!: ReportKind;
  @Field(() => String, { description: SUBJECT }) subject!: string;
  @Field(() => String) forWhom!: string;
  @Field(() => Int) edition!: number;
  @Field(() => ID, some) corrects!: string | null;
  @Field(() => Int) version!: number;
  @Field(() => String, some) digest!: string | null;
  @Field(() => DateTimeScalar, some) releaseAt!: string | null;
  @Field(() => Boolean) released!: boolean;
  @Field(() => [ReportHand]) hands!: ReportHand[];
}

@ObjectType('PublishedReport', { description: 'A report that is out.' })
export class PublishedReport {
  @Field(() => ID) id!: string;
  @Field(() => String) slug!: string;
  @Field(() => String) agency!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: KIND }) kind!: ReportKind;
  @Field(() => String, { description: SUBJECT }) subject!: string;
  @Field(() => String) forWhom!: string;
  @Field(() => Int) edition!: number;
  @Field(() => DateTimeScalar) releasedAt!: string;
  @Field(() => String) digest!: string;
  @Field(() => String, { nullable: true, description: 'Address of the report that corrects it.' })
  correctedBy!: string | null;
}
