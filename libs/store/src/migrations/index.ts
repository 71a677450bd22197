import { Answers0017 } from './0017-answers.js';
import { AccessAndAudit0002 } from './0002-access-and-audit.js';
import { Decisions0030 } from './0030-decisions.js';
import { AnswerCodes0042 } from './0042-answer-codes.js';
import { Reports0043 } from './0043-reports.js';
import { CodingForgets0014 } from './0014-coding-forgets.js';
import { EditionFiles0011 } from './0011-edition-files.js';
import { EndedAgreements0010 } from './0010-ended-agreements.js';
import { EngagementAndVault0003 } from './0003-engagement-and-vault.js';
import { Facts0006 } from './0006-facts.js';
import { Figures0008 } from './0008-figures.js';
import { FindAndRead0044 } from './0044-find-and-read.js';
import { ReportKinds0045 } from './0045-report-kinds.js';
import { SettledCells0046 } from './0046-settled-cells.js';
import { AgenciesThatDecide0051 } from './0051-agencies-that-decide.js';
import { PreparedQuotes0052 } from './0052-prepared-quotes.js';
import { RecordedCrime0053 } from './0053-recorded-crime.js';
import { OpenCodings0054 } from './0054-open-codings.js';
import { LearntRisk0055 } from './0055-learnt-risk.js';
import { DrawsOfTheAudit0056 } from './0056-draws-of-the-audit.js';
import { TraceOfARequest0057 } from './0057-trace-of-a-request.js';
import { WhomToAsk0058 } from './0058-whom-to-ask.js';
import { WordsCounted0059 } from './0059-words-counted.js';
import { NotOnThisPile0060 } from './0060-not-on-this-pile.js';
import { StatementsTakenOut0061 } from './0061-statements-taken-out.js';
import { SavedSearches0062 } from './0062-saved-searches.js';
import { HandsOnReports0063 } from './0063-hands-on-reports.js';
import { SupportAsCounted0064 } from './0064-support-as-counted.js';
import { WordingsInLanguages0065 } from './0065-wordings-in-languages.js';
import { WhatChanged0066 } from './0066-what-changed.js';
import { WithdrawnLabels0067 } from './0067-withdrawn-labels.js';
import { WordsOfAnEdition0068 } from './0068-words-of-an-edition.js';
import { WhatMovesTheCity0069 } from './0069-what-moves-the-city.js';
import { CommunityNames0070 } from './0070-community-names.js';
import { NamesOfOwnLeads0071 } from './0071-names-of-own-leads.js';
import { SeriesBreaks0072 } from './0072-series-breaks.js';
import { EmergingTopics0073 } from './0073-emerging-topics.js';
import { QuotesAsShown0074 } from './0074-quotes-as-shown.js';
import { MoreThatWaits0076 } from './0076-more-that-waits.js';
import { SentAgain0077 } from './0077-sent-again.js';
import { PublicationsComeOut0078 } from './0078-publications-come-out.js';
import { AnswersAsCounted0086 } from './0086-answers-as-counted.js';
import { AnswersLookedAfter0087 } from './0087-answers-looked-after.js';
import { FreshnessByEdition0079 } from './0079-freshness-by-edition.js';
import { SidesOfAnswers0081 } from './0081-sides-of-answers.js';
import { MaskedAndReceived0080 } from './0080-masked-and-received.js';
import { CommentsMasked0075 } from './0075-comments-masked.js';
import { CodesByKey0050 } from './0050-codes-by-key.js';
import { FinishedWork0018 } from './0018-finished-work.js';
import { Intake0004 } from './0004-intake.js';
import { LearntOptions0083 } from './0083-learnt-options.js';
import { Linkage0007 } from './0007-linkage.js';
import { IdleSessions0023 } from './0023-idle-sessions.js';
import { KnownRows0027 } from './0027-known-rows.js';
import { Languages0034 } from './0034-languages.js';
import { LinkageAndCoding0005 } from './0005-linkage-and-coding.js';
import { NewPeople0032 } from './0032-new-people.js';
import { OwnCodebooks0047 } from './0047-own-codebooks.js';
import { OwnExamples0015 } from './0015-own-examples.js';
import { OwnSessions0033 } from './0033-own-sessions.js';
import { Retention0036 } from './0036-retention.js';
import { Measures0041 } from './0041-measures.js';
import { QuestionsAsAsked0040 } from './0040-questions-as-asked.js';
import { QuoteHistory0013 } from './0013-quote-history.js';
import { ReleasedAnswers0026 } from './0026-released-answers.js';
import { ProblemsAnswered0038 } from './0038-problems-answered.js';
import { QueuesAndQuotes0048 } from './0048-queues-and-quotes.js';
import { Receipts0022 } from './0022-receipts.js';
import { RejectedRows0012 } from './0012-rejected-rows.js';
import { RepairedTexts0020 } from './0020-repaired-texts.js';
import { RolesByAgency0029 } from './0029-roles-by-agency.js';
import { RolesAndSchemas0001 } from './0001-roles-and-schemas.js';
import { RunningHub0024 } from './0024-running-hub.js';
import { SignedQuotes0016 } from './0016-signed-quotes.js';
import { Standings0019 } from './0019-standings.js';
import { SourcesOfPartners0028 } from './0028-sources-of-partners.js';
import { ToldBesideFigures0021 } from './0021-told-beside-figures.js';
import { TrueStatements0031 } from './0031-true-statements.js';
import { Waits0039 } from './0039-waits.js';
import { WhoDidWhat0025 } from './0025-who-did-what.js';
import { GradedFigures0049 } from './0049-graded-figures.js';
import { ThemeGrades0037 } from './0037-theme-grades.js';
import { TwoPeople0035 } from './0035-two-people.js';
import { Workbench0009 } from './0009-workbench.js';

/** In order. A landed migration is never edited; a change is a new one at the end. */
export const MIGRATIONS = [
  RolesAndSchemas0001,
  AccessAndAudit0002,
  EngagementAndVault0003,
  Intake0004,
  LinkageAndCoding0005,
  Facts0006,
  Linkage0007,
  Figures0008,
  Workbench0009,
  EndedAgreements0010,
  EditionFiles0011,
  RejectedRows0012,
  QuoteHistory0013,
  CodingForgets0014,
  OwnExamples0015,
  SignedQuotes0016,
  Answers0017,
  FinishedWork0018,
  Standings0019,
  RepairedTexts0020,
  ToldBesideFigures0021,
  Receipts0022,
  IdleSessions0023,
  RunningHub0024,
  WhoDidWhat0025,
  ReleasedAnswers0026,
  KnownRows0027,
  SourcesOfPartners0028,
  RolesByAgency0029,
  Decisions0030,
  TrueStatements0031,
  NewPeople0032,
  OwnSessions0033,
  Languages0034,
  TwoPeople0035,
  Retention0036,
  ThemeGrades0037,
  ProblemsAnswered0038,
  Waits0039,
  QuestionsAsAsked0040,
  Measures0041,
  AnswerCodes0042,
  Reports0043,
  FindAndRead0044,
  ReportKinds0045,
  SettledCells0046,
  OwnCodebooks0047,
  QueuesAndQuotes0048,
  GradedFigures0049,
  CodesByKey0050,
  AgenciesThatDecide0051,
  PreparedQuotes0052,
  RecordedCrime0053,
  OpenCodings0054,
  LearntRisk0055,
  DrawsOfTheAudit0056,
  TraceOfARequest0057,
  WhomToAsk0058,
  WordsCounted0059,
  NotOnThisPile0060,
  StatementsTakenOut0061,
  SavedSearches0062,
  HandsOnReports0063,
  SupportAsCounted0064,
  WordingsInLanguages0065,
  WhatChanged0066,
  WithdrawnLabels0067,
  WordsOfAnEdition0068,
  WhatMovesTheCity0069,
  CommunityNames0070,
  NamesOfOwnLeads0071,
  SeriesBreaks0072,
  EmergingTopics0073,
  QuotesAsShown0074,
  CommentsMasked0075,
  MoreThatWaits0076,
  SentAgain0077,
  PublicationsComeOut0078,
  FreshnessByEdition0079,
  MaskedAndReceived0080,
  SidesOfAnswers0081,
  LearntOptions0083,
  AnswersAsCounted0086,
  AnswersLookedAfter0087,
];
