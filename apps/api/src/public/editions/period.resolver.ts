import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { editionPeriod } from '#facts';
import type { Database } from '#store';
import { PUBLISHED } from '../../options.js';
import { Edition } from './edition.type.js';

/** Worked out of the facts once an edition and connection; asked for where it is printed. */
@Resolver(() => Edition)
export class PeriodResolver {
  constructor(@Inject(PUBLISHED) private readonly published: Database) {}

  @ResolveField('period', () => String, {
    nullable: true,
    description:
      'Which time its figures are of, where no part of it is chosen: “all that was received, from 1 April 2024 to 31 March 2026”.',
  })
  period(@Parent() { number }: Edition): Promise<string | null> {
    return editionPeriod(this.published, number);
  }
}
