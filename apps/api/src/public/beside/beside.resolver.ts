import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Int, Query, Resolver } from '@nestjs/graphql';
import { CRIME_KINDS } from '#domain';
import * as facts from '#facts';
import { ENGAGE_NEXT, NO_CAUSE, voiceAndRecordHeading } from '#statements';
import type { Database } from '#store';
import { pageOf, PageOf50 } from '../../graphql/paging.js';
import { PUBLISHED } from '../../options.js';
import { Editions } from '../editions/editions.js';
import {
  BesideArgs,
  EngageNextConnection,
  VoiceAndRecordConnection,
  VoiceAndRecordType,
} from './beside.type.js';

@ArgsType()
class EngageNextArgs extends PageOf50 {
  @Field(() => Int, { nullable: true, description: 'Default: the latest.' }) edition?: number | null;
}

const KIND_NAMES = new Map(CRIME_KINDS.map(({ code, name }) => [code, name]));

@Resolver(() => VoiceAndRecordType)
export class BesideResolver {
  constructor(
    @Inject(PUBLISHED) private readonly published: Database,
    private readonly editions: Editions,
  ) {}

  @Query(() => VoiceAndRecordConnection, {
    description:
      'What people raise beside what police recorded, by theme and ward, as an edition set it side by side; none of editions made before.',
  })
  async voiceAndRecord(
    @Args() { edition, ward, theme, ...page }: BesideArgs,
  ): Promise<VoiceAndRecordConnection> {
    const here = await this.recorded(edition);
    const wanted = (here?.beside ?? []).filter(
      (one) => (!ward || one.ward === ward) && (!theme || one.theme === theme),
    );
    const rows = wanted.map((one) => ({
      ...one,
      kinds: one.kinds.map((kind) => KIND_NAMES.get(kind) ?? kind),
    }));
    const { months = [], sources = [] } = here?.year ?? {};
    const [first, last] = [months[0], months.at(-1)];
    return {
      ...pageOf(rows, page, 'voiceAndRecord', (one) => `${one.theme}/${one.ward}`),
      heading: voiceAndRecordHeading(wanted.map(({ wardName, stands }) => ({ area: wardName, stands }))),
      noCause: NO_CAUSE,
      period: first && last ? [first, last] : [],
      attributions: (here?.series ?? [])
        .filter(({ source }) => sources.includes(source))
        .map(({ attribution, licence }) => `${attribution}, ${licence}`),
    };
  }

  @Query(() => EngageNextConnection, {
    description:
      'Where to engage next: areas and communities heard clearly less than they live here, and themes recorded more than people heard there raise.',
  })
  async engageNext(@Args() { edition, ...page }: EngageNextArgs): Promise<EngageNextConnection> {
    const here = await this.recorded(edition);
    const rows = here?.next ?? [];
    const key = ({ kind, code, ward }: facts.EngageNextSaid): string => [kind, code, ward ?? ''].join(' ');
    return { ...pageOf(rows, page, 'engageNext', key), about: ENGAGE_NEXT };
  }

  private async recorded(edition: number | null | undefined): Promise<facts.RecordedHere | null> {
    const of = await this.editions.ofList(edition);
    return of && facts.askRecorded(this.published, of.number, null);
  }
}
