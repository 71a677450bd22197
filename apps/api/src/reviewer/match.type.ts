import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type {
  MatchDecision as DecisionShape,
  MatchDetails as DetailsShape,
  MatchPair as PairShape,
  MatchRecord as RecordShape,
  ReviewProgress as ProgressShape,
  Verdict,
} from '#store';
import { enumOf } from '../graphql/enums.js';
import { connectionOf } from '../graphql/paging.js';
import { DateScalar, DateTimeScalar } from '../graphql/scalars.js';
import { Agency } from '../public/agencies/agency.type.js';

export const MatchVerdict = enumOf<Verdict>(['same', 'different', 'unsure']);
registerEnumType(MatchVerdict, { name: 'MatchVerdict' });

const some = { nullable: true };

@ObjectType('MatchDetails', {
  description: 'Identifying fields as given; each read is audited with its reason.',
})
export class MatchDetails implements DetailsShape {
  @Field(() => ID) submission!: string;
  @Field(() => String, some) givenName!: string | null;
  @Field(() => String, some) familyName!: string | null;
  @Field(() => String, some) fullName!: string | null;
  @Field(() => String, some) dateOfBirth!: string | null;
  @Field(() => String, some) sex!: string | null;
  @Field(() => String, some) email!: string | null;
  @Field(() => String, some) phone!: string | null;
  @Field(() => String, some) address!: string | null;
  @Field(() => String, some) postcode!: string | null;
  @Field(() => String, some) nationalId!: string | null;
}

@ObjectType('MatchRecord')
export class MatchRecord implements RecordShape {
  @Field(() => ID) submission!: string;
  @Field(() => Agency) agency!: Agency;
  @Field(() => String, { description: 'Title of the engagement.' }) engagement!: string;
  @Field(() => DateScalar, some) submittedOn!: string | null;
  @Field(() => Int, {
    description: 'Records of the person it is taken for now, itself included; of the agencies you may see.',
  })
  personRecords!: number;
  @Field(() => [String], { description: 'Codes of the agencies that heard that person.' })
  personAgencies!: string[];
}

@ObjectType('MatchEvidence')
export class MatchEvidence {
  @Field(() => String) field!: string;
  @Field(() => String, { description: 'How the two compare: exact, nickname, slip, differs, ...' })
  level!: string;
  @Field(() => Float, { description: 'Bits for (above zero) or against; each doubles or halves the odds.' })
  weight!: number;
}

@ObjectType('MatchDecision')
export class MatchDecision implements DecisionShape {
  @Field(() => ID) id!: string;
  @Field(() => MatchVerdict) verdict!: Verdict;
  @Field(() => String, { description: 'Name of the account.' }) actor!: string;
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => Boolean, { description: 'Whether people have been matched again with it.' }) applied!: boolean;
}

@ObjectType('MatchPair', {
  description: 'Two records, and what speaks for and against their being one person.',
})
export class MatchPair implements Omit<PairShape, 'rule'> {
  @Field(() => MatchRecord) a!: MatchRecord;
  @Field(() => MatchRecord) b!: MatchRecord;
  @Field(() => Float, { description: 'Log2 of the odds that they are one person.' }) weight!: number;
  @Field(() => Float) probability!: number;
  @Field(() => [MatchEvidence]) evidence!: MatchEvidence[];
  @Field(() => Float, {
    ...some,
    description: 'What an answer is expected to settle; null where nobody need be asked.',
  })
  gain!: number | null;
  @Field(() => Boolean, { description: 'Whether they are one person now.' }) together!: boolean;
  @Field(() => MatchDecision, { ...some, description: 'The word in force.' }) decision!: MatchDecision | null;
  /** How it was found; not shown. */
  rule!: string;
}

@ObjectType('MatchPairConnection')
export class MatchPairConnection extends connectionOf(() => MatchPair) {}

@ObjectType('MatchProgress')
export class MatchProgress implements ProgressShape {
  @Field(() => Int) waiting!: number;
  @Field(() => Int, { description: 'By you.' }) decidedToday!: number;
  @Field(() => Int, { description: 'Pairs on which two people gave a sure answer.' }) twice!: number;
  @Field(() => Int, { description: 'Of these, those with the same answer.' }) agreed!: number;
  @Field(() => Int, { description: 'Sure answers where the model was at least 90% sure.' })
  sureOfModel!: number;
  @Field(() => Int, { description: 'Of these, those that went the model’s way.' }) modelRight!: number;
  @Field(() => Int, { description: 'Answers "not sure".' }) unsure!: number;
  @Field(() => Int, { description: 'Answers in force, of everybody.' }) decided!: number;
}
