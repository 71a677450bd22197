import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { connector } from '#connectors';
import { answerCodes, DEMOGRAPHIC_FIELDS } from '#domain';
import { readOwnAgreements, readWorkbenchSources, type OwnAgreement, type WorkbenchSource } from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { notFound } from '../../graphql/errors.js';
import { KEY, pageFrom, PageOf50, readPage, type Slice } from '../../graphql/paging.js';
import { Freshness } from '../../public/freshness/freshness.type.js';
import { LiveFreshness } from '../../public/freshness/live-freshness.js';
import { Needs } from '../../sign-in/role-guard.js';
import { AnswerCodes, OwnAgreementType, Source, SourceConnection } from './source.type.js';

@Resolver(() => Source)
@Needs('partner', 'lead')
export class SourceResolver {
  constructor(private readonly live: LiveFreshness) {}

  @Query(() => SourceConnection)
  async sources(@Args() page: PageOf50, @Context() { session }: ApiContext): Promise<Slice<WorkbenchSource>> {
    const { first, after } = readPage(page, 'sources', [KEY.code]);
    const rows = await session.work((tx) =>
      readWorkbenchSources(tx, { after: after?.[0] ?? null, limit: first + 1 }),
    );
    return pageFrom(rows, first, 'sources', (source) => [source.code]);
  }

  @Query(() => Source, { nullable: true })
  async source(
    @Args('code', { type: () => String }) code: string,
    @Context() { session }: ApiContext,
  ): Promise<WorkbenchSource | null> {
    const [source] = await session.work((tx) => readWorkbenchSources(tx, { wanted: [code] }));
    return source ?? null;
  }

  @Query(() => [OwnAgreementType], {
    description: 'Agreements within which a source may be made today. For partners and leads.',
  })
  ownAgreements(@Context() { session }: ApiContext): Promise<OwnAgreement[]> {
    return session.work(readOwnAgreements);
  }

  @Query(() => [AnswerCodes], { description: 'Codes for answers in no known wording, by characteristic.' })
  answerCodes(): AnswerCodes[] {
    return DEMOGRAPHIC_FIELDS.map((characteristic) => ({
      characteristic,
      codes: answerCodes(characteristic),
    })).filter(({ codes }) => codes.length > 0);
  }

  @ResolveField(() => String)
  async connectorTitle(@Parent() source: Source): Promise<string> {
    return (await connector(source.connector))?.title ?? source.connector;
  }

  @ResolveField(() => Freshness)
  async freshness(@Parent() { code }: Source, @Context() context: ApiContext): Promise<Freshness> {
    const found = (await this.live.of(context)).get(code);
    if (!found) throw notFound();
    return found;
  }
}
