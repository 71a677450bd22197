import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readRisks } from '#reports';
import {
  type HeldReport,
  inviteReader,
  type NotScheduled,
  openReport,
  proposeReport,
  readReports,
  type ReportDraft as DraftShape,
  type ReportLine,
  saveReport,
  scheduleReport,
  signReport,
  type Transaction,
} from '#store';
import type { ApiContext } from '../../graphql/context.js';
import { badRequest, notAllowed, notFound, notSignedIn } from '../../graphql/errors.js';
import { KEY } from '../../graphql/paging.js';
import { DateTimeScalar, JsonScalar } from '../../graphql/scalars.js';
import { Decisions } from '../../public/decisions/decisions.js';
import { REPORT_KINDS, type ReportContent, type ReportKind, TEXTS } from '../../public/reports/content.js';
import { ReportWords } from '../../public/reports/report-words.js';
import { wholeOf } from './opened-lines.js';
import { ReportDesk } from './report-desk.js';
import { RISKS } from './risk-table.js';
import { ReportCheck, ReportDraft, ReportEvent, ReportInput, ReportText } from './report.type.js';

const LONGEST_TITLE = 200;
const LONGEST_TEXT = 20_000;
const SLUG = /^[a-z0-9][a-z0-9-]{0,79}$/;

const NOT_SAVED = {
  'changed-meanwhile': 'Somebody saved this report meanwhile. Load it again, and save what you changed.',
  released: 'A released report never changes: write its correction.',
  refused: 'A released report has this address, or what it corrects is not released.',
} as const;
const NO_SUBJECT: Record<ReportKind, string> = {
  theme: 'There is no such theme.',
  consultation: 'There is no such engagement.',
  ward: 'There is no such ward.',
};
const NOT_SCHEDULED: Record<Exclude<NotScheduled, 'not-allowed'>, string> = {
  'not-proposed': 'Propose the report first: readers sign what is proposed.',
  'two-readers': 'Two readers who did not write it must have signed what is proposed.',
  'another-agency': 'One of the readers must be of another agency.',
  past: 'The minute of release is past.',
};

/** The report room: the database says who may write, who reads, and when a report is out. */
@Resolver(() => ReportDraft)
export class ReportResolver {
  constructor(
    private readonly desk: ReportDesk,
    private readonly decisions: Decisions,
    private readonly words: ReportWords,
  ) {}

  @Query(() => [ReportDraft], {
    description:
      'Signed in: reports of the own agencies, and those one was asked to read. Asking for what one holds (texts, checks, proposed, events) opens it, which is written down before its minute.',
  })
  reportDrafts(@Context() context: ApiContext): Promise<ReportLine[]> {
    return signedIn(context, readReports);
  }

  @Query(() => ReportDraft, {
    nullable: true,
    description: 'Signed in. Opening a report before its minute is written down.',
  })
  async reportDraft(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: ApiContext,
  ): Promise<HeldReport | null> {
    return KEY.uuid.test(id) ? signedIn(context, (tx) => openReport(tx, id)) : null;
  }

  @Query(() => String, {
    description:
      'Signed in: the equality section of a report, drafted from figures: who is heard less than their share of residents, of whom too few are told, what nobody was asked. The judgement is its author’s: a report in which it is not written is not released.',
  })
  async equalityDraft(
    @Args('kind', { type: () => String, description: 'theme | consultation | ward' }) kind: string,
    @Args('subject', { type: () => String, description: 'As of a report.' }) subject: string,
    @Args('edition', { type: () => Int }) edition: number,
    @Context() { session }: ApiContext,
  ): Promise<string> {
    if (!(await session.viewer())) throw notSignedIn();
    await this.knownSubject(kind, subject);
    return this.desk.equality(kind as ReportKind, subject, edition);
  }

  @ResolveField(() => [ReportText])
  async texts(@Parent() line: ReportLine, @Context() context: ApiContext): Promise<ReportText[]> {
    return (await wholeOf(line, context)).texts;
  }

  @ResolveField(() => [ReportEvent], { description: 'The pre-release list, the latest first.' })
  async events(@Parent() line: ReportLine, @Context() context: ApiContext): Promise<ReportEvent[]> {
    return (await wholeOf(line, context)).events;
  }

  @ResolveField(() => [ReportCheck], { description: 'What stops the release of the draft as it stands.' })
  async checks(@Parent() line: ReportLine, @Context() context: ApiContext): Promise<ReportCheck[]> {
    return this.desk.check(await wholeOf(line, context));
  }

  @ResolveField(() => String, {
    deprecationReason: 'Ask for kind and subject.',
    description: 'Empty where the report is of no theme.',
  })
  theme(@Parent() { kind, subject }: ReportLine): string {
    return kind === 'theme' ? subject : '';
  }

  @ResolveField(() => JsonScalar, {
    nullable: true,
    description: 'What readers read and the clock releases; null until it is proposed.',
  })
  async proposed(@Parent() line: ReportLine, @Context() context: ApiContext): Promise<ReportContent | null> {
    const { proposed } = await wholeOf(line, context);
    return proposed ? this.words.shown(proposed as ReportContent) : null;
  }

  @Mutation(() => ReportDraft, {
    description: '`seen` is the version that was read before; null for a new report.',
  })
  async saveReport(
    @Args('input', { type: () => ReportInput }) input: ReportInput,
    @Args('seen', { type: () => Int, nullable: true }) seen: number | null,
    @Context() context: ApiContext,
  ): Promise<HeldReport> {
    const draft = await this.checked(input);
    return signedIn(context, async (tx) => {
      const saved = await saveReport(tx, draft, seen ?? null);
      if (saved.status === 'not-allowed') throw notAllowed();
      if (saved.status !== 'saved') throw badRequest(NOT_SAVED[saved.status], saved.status);
      return opened(tx, saved.id);
    });
  }

  @Mutation(() => Boolean, {
    description: 'Asks a lead or officer of any agency, who did not write it, to read it before release.',
  })
  async inviteReader(
    @Args('report', { type: () => ID }) report: string,
    @Args('account', { type: () => String }) account: string,
    @Context() context: ApiContext,
  ): Promise<boolean> {
    return KEY.uuid.test(report) && signedIn(context, (tx) => inviteReader(tx, report, account.trim()));
  }

  @Mutation(() => ReportDraft, {
    description: 'Fixes the content for its readers; refused while a check stops it.',
  })
  async proposeReport(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: ApiContext,
  ): Promise<HeldReport> {
    const draft = await signedIn(context, (tx) => opened(tx, id));
    if (draft.released) throw badRequest(NOT_SAVED.released, 'released');
    const { content, digest, checks } = await this.desk.content(draft);
    const stops = checks.flatMap((check) => check.stops.map(({ section, words }) => `${section}: ${words}`));
    if (stops.length > 0)
      throw badRequest(`The report is stopped. ${stops.slice(0, 10).join(' ')}`, 'stopped');
    return context.session.work(async (tx) => {
      if (!(await proposeReport(tx, id, content, digest))) throw notAllowed();
      return opened(tx, id);
    });
  }

  @Mutation(() => Boolean, {
    description:
      'A reader’s signature under what is proposed. False: something else is, or you are no reader of it.',
  })
  async signReport(
    @Args('id', { type: () => ID }) id: string,
    @Args('digest', { type: () => String }) digest: string,
    @Context() context: ApiContext,
  ): Promise<boolean> {
    return KEY.uuid.test(id) && signedIn(context, (tx) => signReport(tx, id, digest));
  }

  @Mutation(() => ReportDraft, {
    description: 'Gives it the minute from which it is public: the clock releases it, nobody does.',
  })
  async scheduleReport(
    @Args('id', { type: () => ID }) id: string,
    @Args('at', { type: () => DateTimeScalar }) at: string,
    @Context() context: ApiContext,
  ): Promise<HeldReport> {
    return signedIn(context, async (tx) => {
      if ((await opened(tx, id)).released) throw badRequest(NOT_SAVED.released, 'released');
      const why = await scheduleReport(tx, id, new Date(at));
      if (why === 'not-allowed') throw notAllowed();
      if (why !== null) throw badRequest(NOT_SCHEDULED[why], why);
      return opened(tx, id);
    });
  }

  /** @throws ApiError where there is no such theme, engagement or ward */
  private async knownSubject(kind: string, subject: string): Promise<void> {
    const known = await this.decisions.known();
    const of: Record<string, ReadonlySet<string>> = {
      theme: known.themes,
      consultation: known.engagements,
      ward: known.wards,
    };
    const subjects = Object.hasOwn(of, kind) ? of[kind] : undefined;
    if (!subjects) throw badRequest(`A report is one of ${REPORT_KINDS.join(', ')}.`);
    if (!subjects.has(subject)) throw badRequest(NO_SUBJECT[kind as ReportKind]);
  }

  /** @throws ApiError in words where the draft can be none */
  private async checked(input: ReportInput): Promise<DraftShape> {
    if (!SLUG.test(input.slug))
      throw badRequest('The address is small letters, digits and hyphens, at most 80.');
    for (const words of [input.title, input.forWhom])
      if (!words.trim() || words.length > LONGEST_TITLE)
        throw badRequest(`Title and board need words, at most ${LONGEST_TITLE} characters.`);
    const codes: readonly string[] = [...TEXTS.map(({ code }) => code), RISKS];
    for (const { code, text } of input.texts) {
      if (!codes.includes(code)) throw badRequest(`A text is one of ${codes.join(', ')}.`);
      if (text.length > LONGEST_TEXT) throw badRequest(`A text has at most ${LONGEST_TEXT} characters.`);
    }
    const risks = readRisks(input.texts.find(({ code }) => code === RISKS)?.text ?? '');
    if (!risks.ok) throw badRequest(risks.problem, 'risk-view');
    const kind = input.kind ?? 'theme';
    const subject = input.subject ?? input.theme ?? '';
    await this.knownSubject(kind, subject);
    if (input.corrects && !KEY.uuid.test(input.corrects))
      throw badRequest('What it corrects is named by its id.');
    const { agency, slug, title, forWhom, edition } = input;
    return {
      ...{ agency, slug, title, forWhom, edition, kind, subject },
      corrects: input.corrects ?? null,
      texts: input.texts.map(({ code, text }) => ({ code, text })),
    };
  }
}

async function signedIn<T>({ session }: ApiContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (!(await session.viewer())) throw notSignedIn();
  return session.work(work);
}

async function opened(tx: Transaction, id: string): Promise<HeldReport> {
  const found = KEY.uuid.test(id) ? await openReport(tx, id) : null;
  if (!found) throw notFound();
  return found;
}
