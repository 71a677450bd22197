import { Inject } from '@nestjs/common';
import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Codebook as CodebookShape } from '#domain';
import * as facts from '#facts';
import type { Database } from '#store';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import { Codebook } from './codebook.type.js';
import { themesOfRecordedCrime } from './recorded-themes.js';

@Resolver(() => Codebook)
export class CodebookResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  @Query(() => Codebook, { nullable: true })
  async codebook(
    @Args('code', { type: () => String, nullable: true, defaultValue: 'safer-plymouth' }) code: string | null,
    @Args('edition', { type: () => Int, nullable: true }) edition?: number | null,
  ): Promise<CodebookShape | null> {
    const of = await this.editions.ofList(edition);
    return of && facts.codebook(this.published, code ?? 'safer-plymouth', of.number);
  }

  @ResolveField(() => [String], {
    description: 'Codes of the themes that a category of crime recorded by police answers to.',
  })
  themesOfRecordedCrime(@Parent() { code }: CodebookShape): Promise<string[]> {
    return themesOfRecordedCrime(code);
  }
}
