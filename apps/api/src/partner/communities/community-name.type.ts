import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { CommunityName as Line } from '#store';
import { type CommunityKind, CommunityKindEnum } from '../../public/communities/community.type.js';

const some = { nullable: true };

@ObjectType('CommunityName', {
  description: 'A community as people name it: one of its own, or another name of one.',
})
export class CommunityName implements Omit<Line, 'kind'> {
  @Field(() => String, { description: 'The code that the name has by itself.' }) code!: string;
  @Field(() => String, { description: 'As people wrote it.' }) name!: string;
  @Field(() => CommunityKindEnum, { description: 'Of what kind it is.' }) kind!: CommunityKind;
  @Field(() => Boolean, {
    description: 'Has it figures of its own? Ten people name it, or it is on the list.',
  })
  counted!: boolean;
  @Field(() => Boolean, { description: 'On the list: it is named however few say it.' }) listed!: boolean;
  @Field(() => String, { ...some, description: 'Code of the community that it is another name of.' })
  into!: string | null;
  @Field(() => String, { ...some, description: 'Name of that community.' }) intoName!: string | null;
  @Field(() => String, { ...some, description: 'Who decided.' }) decidedBy!: string | null;
}

@InputType('CommunityNaming', { description: 'What a lead says of a community’s name.' })
export class CommunityNaming {
  @Field(() => String, { description: 'Code of the community.' }) code!: string;
  @Field(() => String, { ...some, description: 'Code of the one that it is another name of; null: its own.' })
  into?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Keep it on the list, however few say it.' })
  listed!: boolean;
}
