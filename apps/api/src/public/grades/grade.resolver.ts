import { Inject } from '@nestjs/common';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import * as facts from '#facts';
import { gradeWords, withheldWords } from '#statements';
import type { Database } from '#store';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import { ThemeGrade } from './grade.type.js';

@Resolver(() => ThemeGrade)
export class GradeResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  @Query(() => [ThemeGrade], {
    description: 'Grades of an edition’s themes. Empty of one that was made before grades were kept.',
  })
  async themeGrades(
    @Args('edition', { type: () => Int, nullable: true, description: 'Default: the latest.' })
    number?: number | null,
  ): Promise<ThemeGrade[]> {
    const edition = await this.editions.ofList(number);
    const says = edition && (await facts.editionSays(this.published, edition.number));
    return (says?.grades ?? []).map(({ recoding = false, ...one }) => ({
      ...one,
      recoding,
      words: recoding ? withheldWords('to-be-re-coded') : gradeWords(one.grade),
    }));
  }
}
