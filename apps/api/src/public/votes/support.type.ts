import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SUPPORT_ACTS, type SupportAct } from '#domain';
import { enumOf } from '../../graphql/enums.js';

const SupportActEnum = enumOf(SUPPORT_ACTS);
registerEnumType(SupportActEnum, {
  name: 'SupportAct',
  description:
    'What others could do on the platform: LIKES and DISLIKES, VOTES and PICKS (in a basket) of Go Vocal, SUPPORTS and ENDORSEMENTS of Decidim, AGREEMENTS of Commonplace.',
  valuesMap: {
    LIKES: { description: 'Liked it (Go Vocal, Decidim).' },
    DISLIKES: { description: 'Disliked it (Go Vocal).' },
    SUPPORTS: { description: 'Supported it with one of their votes for proposals (Decidim).' },
    ENDORSEMENTS: { description: 'Endorsed it (Decidim).' },
    AGREEMENTS: { description: 'Agreed with it (Commonplace).' },
    VOTES: {
      description: 'Voted for it in a phase of voting (Go Vocal); somebody may have given it several.',
    },
    PICKS: { description: 'Put it into their basket (Go Vocal).' },
  },
});

@ObjectType('SupportCount', {
  description:
    'How often others did it, as the platform counted: a record of the agency about accounts of its platform, and no count of people.',
})
export class SupportCountType {
  @Field(() => SupportActEnum, { description: 'What they did.' }) act!: SupportAct;
  @Field(() => Int, {
    description:
      'How often; released as a count of people would be (rounded to five, staying until five have moved), exact in working figures.',
  })
  times!: number;
}

@ObjectType('SupportedProposal', {
  description:
    'A proposal, idea or comment on a platform on which others could like or support it. It was said by somebody, and is counted as a submission elsewhere; those who liked it are not.',
})
export class SupportedProposalType {
  @Field(() => String, {
    nullable: true,
    description: 'Its first words, where a person released words of it; null otherwise.',
  })
  text!: string | null;
  @Field(() => [SupportCountType], {
    description: 'Each act once; in public those of fifty and more.',
  })
  counts!: SupportCountType[];
}
