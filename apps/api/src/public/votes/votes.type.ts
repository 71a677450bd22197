import { ArgsType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../../graphql/enums.js';
import { Edition } from '../editions/edition.type.js';
import { SupportedProposalType } from './support.type.js';

const STANDINGS = ['majority-agree', 'majority-disagree', 'divisive'] as const;
type Standing = (typeof STANDINGS)[number];
const StatementStandingEnum = enumOf(STANDINGS);
registerEnumType(StatementStandingEnum, {
  name: 'StatementStanding',
  description:
    'MAJORITY_AGREE, MAJORITY_DISAGREE: more than half of those who voted on it, passes included, by more than chance. DIVISIVE: most took a side, and the sides are as large as each other within chance.',
});

const hidden = { nullable: true };

@ObjectType('GroupVotes', {
  description: 'Votes of one group of opinion on one statement; of working figures alone.',
})
export class GroupVotesType {
  @Field(() => Int, { description: 'Voters of the group who agreed.' }) agree!: number;
  @Field(() => Int, { description: 'Voters of the group who disagreed.' }) disagree!: number;
  @Field(() => Int, { description: 'Voters of the group who passed.' }) pass!: number;
}

@ObjectType('VotedStatement', {
  description: 'A statement that people could agree or disagree with, and how they voted.',
})
export class VotedStatementType {
  @Field(() => String, { description: 'Its id within the engagement, as the platform gave it.' })
  key!: string;
  @Field(() => String, {
    ...hidden,
    description: 'Its words: of the host, or of a participant where a person released them; null otherwise.',
  })
  text!: string | null;
  @Field(() => Boolean, { description: 'The host of the engagement put it there.' }) host!: boolean;
  @Field(() => Int, { ...hidden, description: 'Distinct voters on it, released; null where hidden.' })
  voted!: number | null;
  @Field(() => Int, {
    ...hidden,
    description: 'Of these, who agreed; null where hidden (zero is never told).',
  })
  agree!: number | null;
  @Field(() => Int, { ...hidden, description: 'Who disagreed; null where hidden.' }) disagree!: number | null;
  @Field(() => Int, { ...hidden, description: 'Who passed; null where hidden.' }) pass!: number | null;
  @Field(() => Int, {
    ...hidden,
    description:
      'Whole percent who agreed, of those who voted on it; null where hidden or fewer than fifty voted.',
  })
  agreePercent!: number | null;
  @Field(() => Int, { ...hidden, description: 'Whole percent who disagreed; null as above.' })
  disagreePercent!: number | null;
  @Field(() => Int, { ...hidden, description: 'Whole percent who passed; null as above.' }) passPercent!:
    number | null;
  @Field(() => StatementStandingEnum, {
    ...hidden,
    description: 'What may be said of it; null where nothing is clear, or fewer than fifty voted.',
  })
  standing!: Standing | null;
  @Field(() => Boolean, {
    ...hidden,
    description:
      'More than half agree in every group of opinion, by more than chance; null where there are no groups, or fewer than fifty voted.',
  })
  agreedInAll!: boolean | null;
  @Field(() => Float, {
    ...hidden,
    description: 'Group-informed consensus as Polis reckons it, 0 to 1; null but in working figures.',
  })
  consensus!: number | null;
  @Field(() => [GroupVotesType], {
    description: 'By group, the largest first; empty but in working figures.',
  })
  byGroup!: GroupVotesType[];
}

@ObjectType('Votes', {
  description:
    'Votes on the statements of one engagement, and support of its proposals, through disclosure: a statement alone, never two, never by a characteristic, and nothing of a group but how many it has. The latest vote of each voter counts.',
})
export class VotesType {
  @Field(() => ID, { description: 'Of the engagement.' }) engagement!: string;
  @Field(() => Edition, { nullable: true, description: 'Null when working.' }) edition!: Edition | null;
  @Field(() => Boolean, { description: 'Exact, not published, of the own agencies.' }) working!: boolean;
  @Field(() => Int, {
    ...hidden,
    description: 'Distinct voters, released; null where hidden or nobody voted.',
  })
  voters!: number | null;
  @Field(() => [Int], {
    nullable: 'items',
    description:
      'Sizes of the groups of opinion, the largest first; null under fifty, or where it is hidden beside almost as many voters; empty where voters could not be parted.',
  })
  groups!: (number | null)[];
  @Field(() => [VotedStatementType], {
    description: 'In the order of their ids; never in the order of the votes.',
  })
  statements!: VotedStatementType[];
  @Field(() => [SupportedProposalType], {
    description:
      'Proposals that others liked or supported on the platform, the most first; in public those of fifty and more alone. Accounts as the platform counted them, in no count of people.',
  })
  supported!: SupportedProposalType[];
  @Field(() => String, {
    nullable: true,
    description:
      'Day on which the newest of these counts was delivered (yyyy-mm-dd); null where there are none.',
  })
  supportCountedOn!: string | null;
}

@ArgsType()
export class VotesArgs {
  @Field(() => ID, { description: 'Id of the engagement: agency/key.' }) engagement!: string;
  @Field(() => Int, { nullable: true, description: 'Number of the edition; the latest where absent.' })
  edition?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Exact figures, for a signed-in analyst.',
  })
  working?: boolean | null;
}
