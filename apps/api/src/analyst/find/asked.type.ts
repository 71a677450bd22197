import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ShownState } from '#domain';
import type { FoundBy } from '#themes';
import { DateScalar } from '../../graphql/scalars.js';
import { ShownStateEnum } from '../../public/decisions/decision.type.js';
import { FoundByEnum } from './find.type.js';

const some = { nullable: true };

@ObjectType('AskingOutcome', { description: 'A decision that answers an engagement.' })
export class AskingOutcome {
  @Field(() => ID, { description: 'Id of the decision.' }) id!: string;
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => DateScalar, { ...some, description: 'When it was decided.' }) decidedOn!: string | null;
  @Field(() => ShownStateEnum, { description: 'How it stands today.' })
  state!: ShownState;
}

@ObjectType('Asking', { description: 'Where and when something was asked, by whichever agency.' })
export class Asking {
  @Field(() => ID, { description: 'Of the engagement: agency/key.' }) engagement!: string;
  @Field(() => String, { description: 'What the engagement is called.' }) title!: string;
  @Field(() => String, { description: 'Key of the question within its engagement.' }) question!: string;
  @Field(() => DateScalar, { ...some, description: 'The first day.' }) opens!: string | null;
  @Field(() => DateScalar, { ...some, description: 'The last day.' }) closes!: string | null;
  /** Code; the field `agency` gives the agency itself. */
  agencyCode!: string;
  /** The edition it was read from. */
  edition!: number;
}

@ObjectType('AskedWording', { description: 'A question as it was worded, once or again.' })
export class AskedWording {
  @Field(() => String, { description: 'The exact wording.' }) text!: string;
  @Field(() => FoundByEnum, { description: 'How it was found.' }) foundBy!: FoundBy;
  @Field(() => Int, { description: 'How often it was asked in these words.' }) times!: number;
  @Field(() => [Asking], { description: 'The latest first, five at most.' }) askings!: Asking[];
}

@ObjectType('AskedBefore', { description: 'What all agencies asked about a subject, as an edition has it.' })
export class AskedBefore {
  @Field(() => Int, { ...some, description: 'Number of the edition; null where none was published.' })
  edition!: number | null;
  @Field(() => Int, { description: 'Wordings found; the nearest of them are listed.' }) wordings!: number;
  @Field(() => Int, { description: 'Agencies that asked any of the wordings found, listed or not.' })
  agencies!: number;
  @Field(() => [AskedWording], { description: 'The nearest first.' }) nodes!: AskedWording[];
}
