import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { Logger } from '#platform';
import type { Database } from '#store';
import { AccountResolver } from './administrator/account.resolver.js';
import { CodebooksResolver } from './analyst/codebooks/codebooks.resolver.js';
import { DraftThemeResolver } from './analyst/codebooks/draft-theme.resolver.js';
import { ShapingResolver } from './analyst/codebooks/shaping.resolver.js';
import { FamilyResolver } from './reviewer/family.resolver.js';
import { QuotesResolver } from './public/quotes/quotes.resolver.js';
import { CasesResolver } from './analyst/coding/cases.resolver.js';
import { CoderResolver } from './analyst/coding/coder.resolver.js';
import { CodingResolver } from './analyst/coding/coding.resolver.js';
import { ReviewResolver } from './analyst/coding/review.resolver.js';
import { ProblemResolver } from './analyst/problems/problem.resolver.js';
import { JoiningResolver } from './analyst/measures/joining.resolver.js';
import { AskedResolver, AskingResolver } from './analyst/find/asked.resolver.js';
import { AskedWordings } from './analyst/find/asked-wordings.js';
import { EmergingResolver } from './analyst/find/emerging.resolver.js';
import { FindResolver } from './analyst/find/find.resolver.js';
import { SavedResolver } from './analyst/find/saved.resolver.js';
import { Shelves } from './analyst/find/shelves.js';
import { AsWrittenResolver } from './analyst/as-written.resolver.js';
import { HandMasksResolver } from './analyst/hand-masks.resolver.js';
import { QuoteResolver } from './analyst/quote.resolver.js';
import { SeriesResolver } from './analyst/series/series.resolver.js';
import { SubmissionCountResolver } from './analyst/submission-count.resolver.js';
import { SubmissionResolver } from './analyst/submission.resolver.js';
import { FilesDoor } from './files/files-door.js';
import { graphqlOptions } from './graphql/graphql-options.js';
import { HealthController } from './health/health.controller.js';
import {
  ADDRESS,
  COUNTING,
  DATA_DIR,
  LOGGER,
  MAIL,
  PUBLISHED,
  VERSION,
  WORKBENCH,
  type ApiOptions,
} from './options.js';
import { DeliveryResolver } from './partner/deliveries/delivery.resolver.js';
import { AnswerCodesResolver } from './partner/decisions/answer-codes.resolver.js';
import { DraftChecks } from './partner/decisions/draft-checks.js';
import { OwnDecisionResolver } from './partner/decisions/own-decision.resolver.js';
import { UploadDecisionsResolver } from './partner/decisions/upload-decisions.resolver.js';
import { DraftsController } from './partner/reports/drafts.controller.js';
import { NamedFigures } from './partner/reports/named-figures.js';
import { ReportDesk } from './partner/reports/report-desk.js';
import { ReportTables } from './partner/reports/report-tables.js';
import { ReportResolver } from './partner/reports/report.resolver.js';
import { SourceResolver } from './partner/sources/source.resolver.js';
import { UploadResolver } from './partner/upload/upload.resolver.js';
import { Uploads } from './partner/upload/uploads.js';
import { AgencyResolver } from './public/agencies/agency.resolver.js';
import { AnswerController } from './public/answer/answer.controller.js';
import { Fates } from './public/answer/fate.js';
import { AnswersResolver } from './public/answers/answers.resolver.js';
import { QuestionsResolver } from './public/answers/questions.resolver.js';
import { VotesResolver } from './public/votes/votes.resolver.js';
import { AreaResolver } from './public/areas/area.resolver.js';
import { CodebookResolver } from './public/codebook/codebook.resolver.js';
import { CommunityNameResolver } from './partner/communities/community-name.resolver.js';
import { CommunityResolver } from './public/communities/community.resolver.js';
import { RecordedCrimeResolver } from './public/crime/recorded-crime.resolver.js';
import { BesideResolver } from './public/beside/beside.resolver.js';
import { RecordedResolver } from './public/recorded/recorded.resolver.js';
import { DecisionFigureResolver, DecisionResolver } from './public/decisions/decision.resolver.js';
import { Decisions } from './public/decisions/decisions.js';
import { Evidence } from './public/decisions/evidence.js';
import { FeedsController } from './public/decisions/feeds.controller.js';
import { PromiseResolver } from './public/decisions/promise.resolver.js';
import { Quotes } from './public/decisions/quotes.js';
import { PublishedReportResolver, ReportsController } from './public/reports/reports.controller.js';
import { Charts } from './public/reports/forms/charts.js';
import { ReportForms } from './public/reports/forms/report-forms.js';
import { ReportWords } from './public/reports/report-words.js';
import { Reading } from './public/read/reading.js';
import { ReadController } from './public/read/read.controller.js';
import { WaitingResolver } from './public/decisions/waiting.resolver.js';
import { DifferenceResolver } from './public/editions/difference.resolver.js';
import { EditionResolver } from './public/editions/edition.resolver.js';
import { Editions } from './public/editions/editions.js';
import { EngagementResolver } from './public/engagements/engagement.resolver.js';
import { ColumnsResolver } from './public/figures/columns.resolver.js';
import { FigureResolver } from './public/figures/figure.resolver.js';
import { PublishedFigure, SuppressedFigure } from './public/figures/figure.type.js';
import { Figures } from './public/figures/figures.js';
import { ReceiptResolver } from './public/figures/receipt.resolver.js';
import { FreshnessResolver } from './public/freshness/freshness.resolver.js';
import { LiveFreshness } from './public/freshness/live-freshness.js';
import { GradeResolver } from './public/grades/grade.resolver.js';
import { HubResolver } from './public/hub/hub.resolver.js';
import { MeasureResolver } from './public/measures/measure.resolver.js';
import { ViewerResolver } from './public/hub/viewer.resolver.js';
import { MatchRecordResolver, MatchResolver } from './reviewer/match.resolver.js';
import { StatementResolver } from './public/statements/statement.resolver.js';
import { ShareResolver } from './public/shares/share.resolver.js';
import { WeightsResolver } from './public/weights/weights.resolver.js';
import { RespondentResolver } from './reviewer/respondent.resolver.js';
import { RunResolver } from './reviewer/run.resolver.js';
import { SessionResolver } from './signed-in/session.resolver.js';
import { ProposalResolver } from './second/proposal.resolver.js';
import { PeriodResolver } from './public/editions/period.resolver.js';
import { ToldOtherwiseResolver } from './public/editions/told-otherwise.resolver.js';
import { SignatureResolver } from './public/editions/signature.resolver.js';
import { WaitsController } from './waits/waits.controller.js';
import { WaitsResolver } from './waits/waits.resolver.js';
import { SignInController } from './sign-in/sign-in.controller.js';

const PUBLIC = [
  AgencyResolver,
  AnswersResolver,
  QuestionsResolver,
  VotesResolver,
  AreaResolver,
  CodebookResolver,
  ColumnsResolver,
  CommunityNameResolver,
  CommunityResolver,
  DecisionFigureResolver,
  DecisionResolver,
  DifferenceResolver,
  EditionResolver,
  EngagementResolver,
  FigureResolver,
  FreshnessResolver,
  GradeResolver,
  HubResolver,
  PromiseResolver,
  MeasureResolver,
  PublishedReportResolver,
  QuotesResolver,
  ReceiptResolver,
  RecordedCrimeResolver,
  RecordedResolver,
  BesideResolver,
  ShareResolver,
  StatementResolver,
  PeriodResolver,
  ToldOtherwiseResolver,
  SignatureResolver,
  ViewerResolver,
  WaitingResolver,
  WeightsResolver,
];
const SIGNED_IN = [
  AnswerCodesResolver,
  AccountResolver,
  AskedResolver,
  AskingResolver,
  CasesResolver,
  CodebooksResolver,
  CoderResolver,
  CodingResolver,
  DeliveryResolver,
  DraftThemeResolver,
  FamilyResolver,
  EmergingResolver,
  FindResolver,
  ShapingResolver,
  JoiningResolver,
  MatchRecordResolver,
  MatchResolver,
  OwnDecisionResolver,
  ProblemResolver,
  ProposalResolver,
  AsWrittenResolver,
  HandMasksResolver,
  QuoteResolver,
  RespondentResolver,
  ReportResolver,
  ReviewResolver,
  RunResolver,
  SavedResolver,
  SeriesResolver,
  SessionResolver,
  SourceResolver,
  SubmissionCountResolver,
  SubmissionResolver,
  UploadDecisionsResolver,
  UploadResolver,
  WaitsResolver,
];

/** The databases and the log, one token each: for the module's own providers and for GraphQL's settings. */
@Module({})
class ApiOptionsModule {
  static with({
    published,
    workbench,
    logger,
    version,
    counting,
    dataDir,
    mail,
    address,
  }: ApiOptions): DynamicModule {
    const given = [
      { provide: PUBLISHED, useValue: published },
      { provide: WORKBENCH, useValue: workbench },
      { provide: LOGGER, useValue: logger },
      { provide: VERSION, useValue: version },
      { provide: COUNTING, useValue: counting ?? null },
      { provide: DATA_DIR, useValue: dataDir ?? null },
      { provide: MAIL, useValue: mail ?? false },
      { provide: ADDRESS, useValue: address ?? null },
    ];
    return { module: ApiOptionsModule, providers: given, exports: given.map(({ provide }) => provide) };
  }
}

/**
 * GraphQL, sign-in and health: everything of the API but the server it runs on. `apps/api` runs it alone, `apps/hub`
 * beside the others; either calls `prepareServer` before it listens.
 */
@Module({})
export class ApiModule {
  static with(options: ApiOptions): DynamicModule {
    const given = ApiOptionsModule.with(options);
    return {
      module: ApiModule,
      imports: [
        given,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [given],
          inject: [WORKBENCH, LOGGER],
          useFactory: (workbench: Database, logger: Logger) => ({
            ...graphqlOptions(workbench, logger),
            // Types that no field names: an interface is all that questions see of them.
            buildSchemaOptions: { orphanedTypes: [PublishedFigure, SuppressedFigure] },
          }),
        }),
      ],
      controllers: [
        AnswerController,
        DraftsController,
        FeedsController,
        HealthController,
        ReadController,
        ReportsController,
        SignInController,
        WaitsController,
      ],
      providers: [
        AskedWordings,
        Decisions,
        DraftChecks,
        Editions,
        Evidence,
        Fates,
        Figures,
        FilesDoor,
        LiveFreshness,
        Quotes,
        Reading,
        Charts,
        NamedFigures,
        ReportDesk,
        ReportForms,
        ReportTables,
        ReportWords,
        Shelves,
        Uploads,
        ...PUBLIC,
        ...SIGNED_IN,
      ],
    };
  }
}
