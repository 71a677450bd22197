import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { signaturesOf, type Database } from '#store';
import { PUBLISHED } from '../../options.js';
import { Edition } from './edition.type.js';
import { Signature } from './signature.type.js';

@Resolver(() => Edition)
export class SignatureResolver {
  constructor(@Inject(PUBLISHED) private readonly published: Database) {}

  @ResolveField(() => [Signature], {
    description:
      'Who let it be published. Empty for editions from before two people were asked, and for a demonstration’s first.',
  })
  async signatures(@Parent() { number }: Edition): Promise<Signature[]> {
    return (await signaturesOf(this.published, number)).map((one) => ({ ...one, at: one.at.toISOString() }));
  }
}
