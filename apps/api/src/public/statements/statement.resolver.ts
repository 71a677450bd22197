import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Int, Query, Resolver } from '@nestjs/graphql';
import * as facts from '#facts';
import type { Database } from '#store';
import { pageOf, PageOf200 } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import { CountedBy, Statement, StatementConnection } from './statement.type.js';

@ArgsType()
class StatementsArgs extends PageOf200 {
  @Field(() => Int, { nullable: true, description: 'Default: the latest.' }) edition?: number | null;
  @Field(() => String, { nullable: true, description: 'Of one theme.' }) theme?: string | null;
  @Field(() => String, { nullable: true, description: '`city`, or the code of an agency.' }) scope?:
    string | null;
  @Field(() => String, { nullable: true, description: 'Of one ward.' }) ward?: string | null;
}

@Resolver(() => Statement)
export class StatementResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  @Query(() => StatementConnection, {
    description: 'Everything that an edition says of change and of wards, in words and numbers.',
  })
  async statements(
    @Args() { edition, theme, scope, ward, ...page }: StatementsArgs,
  ): Promise<StatementConnection> {
    const says = await this.says(edition);
    const wanted = (says?.statements ?? []).filter(
      (one) =>
        (!theme || one.theme === theme) && (!scope || one.scope === scope) && (!ward || one.ward === ward),
    );
    const cursor = (one: facts.Statement): string => [one.scope, one.theme, one.ward ?? ''].join('/');
    return { ...pageOf(wanted, page, 'statements', cursor), silent: says?.silent ?? null };
  }

  @Query(() => CountedBy, {
    nullable: true,
    description: 'Groups, periods, series and rules of an edition. Null before the first edition.',
  })
  async countedBy(
    @Args('edition', { type: () => Int, nullable: true, description: 'Default: the latest.' })
    edition?: number | null,
  ): Promise<CountedBy | null> {
    const says = await this.says(edition);
    if (!says) return null;
    const { periods, groups, series, rules, silent } = says;
    return {
      before: periods?.before ?? null,
      now: periods?.now ?? null,
      groups: groups.map((group) => ({ ...group, values: [...group.values] })),
      series,
      rules,
      silent,
    };
  }

  /** @throws ApiError for a number that was never published */
  private async says(number: number | null | undefined): Promise<facts.EditionSays | null> {
    const edition = await this.editions.ofList(number);
    return edition && facts.editionSays(this.published, edition.number);
  }
}
