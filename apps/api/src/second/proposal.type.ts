import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../graphql/enums.js';
import { DateTimeScalar } from '../graphql/scalars.js';

const some = { nullable: true };

const StateEnum = enumOf(['waiting', 'done', 'declined', 'withdrawn']);
registerEnumType(StateEnum, { name: 'ProposalState' });
const OutcomeEnum = enumOf(['published', 'held', 'waiting', 'unchanged', 'empty']);
registerEnumType(OutcomeEnum, { name: 'PublicationOutcome' });

@ObjectType('Proposal', { description: 'Something that takes two accounts with the right.' })
export class Proposal {
  @Field(() => ID) id!: number;
  @Field(() => String, { description: 'sign-off, codebook, own-codebook, publication.' }) kind!: string;
  @Field(() => String, { description: 'What it is about, as a code: a model, a codebook, an edition.' })
  subject!: string;
  @Field(() => String) reason!: string;
  @Field(() => String) proposedBy!: string;
  @Field(() => DateTimeScalar) proposedAt!: string;
  @Field(() => Boolean, {
    description: 'It moves a figure of the city by over a tenth, so somebody of another agency agrees to it.',
  })
  elsewhere!: boolean;
  @Field(() => StateEnum) state!: string;
  @Field(() => Boolean, { description: 'Nobody else held the right, so one person decided.' })
  alone!: boolean;
  @Field(() => String, some) second!: string | null;
  @Field(() => String) remark!: string;
  @Field(() => DateTimeScalar, some) decidedAt!: string | null;
  @Field(() => Boolean) mine!: boolean;
  @Field(() => Boolean, { description: 'Whether the viewer may agree to it.' }) maySecond!: boolean;
  @Field(() => String, {
    ...some,
    description: 'Of a publication: what is new, as the edition is to say it.',
  })
  note!: string | null;
  @Field(() => String, {
    ...some,
    description: 'Of a publication: what an earlier edition had wrong and why.',
  })
  correction!: string | null;
  @Field(() => Int, { ...some, description: 'The edition behind which it stands.' })
  edition!: number | null;
  @Field(() => OutcomeEnum, {
    ...some,
    description: 'Of a publication that was agreed to: what became of it; null until it was tried.',
  })
  outcome!: string | null;
  @Field(() => String, { ...some, description: 'The same in words.' })
  outcomeWords!: string | null;
}
