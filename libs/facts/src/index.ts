export { askFigures, figureById } from './ask/ask-figures.js';
export { checkReport } from './reports/check-report.js';
export { askMeasure, askMeasures, type MeasureOf } from './ask/measures/ask-measures.js';
export type * from './ask/measures/measure-shapes.js';
export { closedQuestionsToJoin, type JoiningSuggestion } from './ask/measures/to-join.js';
export { askResults, type ResultsAnswer } from './ask/results/ask-results.js';
export { listQuestions, type ListedQuestion, type QuestionsWanted } from './ask/results/list-questions.js';
export type { AskedQuestion, AskedQuestions } from './ask/results/asked-questions.js';
export type {
  Answers,
  OptionFigure,
  QuestionResult,
  Results,
  ResultsQuestion,
  WeightedAnswers,
  WeightedOption,
} from './ask/results/result-shapes.js';
export { columnsOf, type ColumnValues, type FigureColumns, type NumberColumn } from './ask/columns.js';
export * from './dimensions.js';
export { readFigureId, type FigureAddress } from './ask/figure-id.js';
export { editionSays, type EditionSays } from './ask/edition-says.js';
export type { Statement, StatementNumbers } from './statements/kept.js';
export type { FrozenPeriod, FrozenSeries } from './frozen/frozen.js';
export type { EditionGroup, GroupKind } from './groups/declare.js';
export {
  editionDifference,
  type EditionDifference,
  type MovedFigure,
  type WithheldFigure,
} from './ask/edition-difference.js';
export { about, edition, editions, publicFreshness } from './ask/editions.js';
export { editionPeriod, periodWords } from './ask/period.js';
export { toldOtherwiseSince } from './ask/told-otherwise.js';
export { erasePeople, type Erasure } from './publish/erase-people.js';
export type * from './ask/figure-shapes.js';
export { freshness, type Freshness, ownFreshness, type FreshnessState } from './ask/freshness.js';
export { replayErasures } from './publish/replay-erasures.js';
export { type NumberJournal, publishEdition, type Publication } from './publish/publish-edition.js';
export { publicationWords } from './publish/publication-words.js';
export * from './ask/published.js';
export { refreshWorkingFacts, type RefreshedFacts } from './publish/refresh-working-facts.js';
export { report, reports } from './reports/registry.js';
export type { Report } from './reports/contract.js';
export { themeShares, type ShareScope } from './ask/theme-shares.js';
export { weightedThemes, type WeightedTheme, type WeightedThemes } from './ask/weighted-themes.js';
export type { WeightedShare } from './ask/raking.js';
export { withGroups } from './groups/grouped-columns.js';
export { answerCells, type AnswerCounts } from './standing/answer-cells.js';
export { answersWithoutAbove } from './standing/answers-above.js';
export { optionValue } from './standing/answer-table.js';
export type { Standing } from './standing/stand.js';
export { standAnswers } from './standing/stand-answers.js';
export { ReleasedTable } from './standing/stored.js';
export { completeStandings } from './standing/keep-standings.js';
export type { SupportedProposal } from './support/frozen-support.js';
export {
  askVotes,
  type VotedStatement,
  type Votes,
  type VotesAnswer,
  type VotesQuestion,
} from './votes/ask-votes.js';
export {
  askRecorded,
  type RecordedByMonth,
  type RecordedHere,
  type RecordedKind,
  type RecordedSeries,
} from './recorded/ask-recorded.js';
export type { EngageNextSaid } from './recorded/engage-next.js';
export type { KindsOfThemes, VoiceAndRecordSaid } from './recorded/voice-and-record.js';
