import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { toldOtherwiseSince } from '#facts';
import type { Database } from '#store';
import { PUBLISHED } from '../../options.js';
import { Edition } from './edition.type.js';

/** From what was frozen with two editions; asked for where it is printed. */
@Resolver(() => Edition)
export class ToldOtherwiseResolver {
  constructor(@Inject(PUBLISHED) private readonly published: Database) {}

  @ResolveField('toldOtherwise', () => [String], {
    description:
      'What of grades, corrections and rules is not as in the edition before, in sentences: why figures moved though nothing came in.',
  })
  toldOtherwise(@Parent() { number }: Edition): Promise<string[]> {
    return toldOtherwiseSince(this.published, number);
  }
}
