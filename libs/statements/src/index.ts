export { Z95, benjaminiHochberg, twoSided } from './interval/normal.js';
export { wilson, type Interval } from './interval/wilson.js';
export { share, type Estimate } from './interval/share.js';
export {
  correctedRate,
  MINIMUM_FOR_RATE,
  rate,
  rateOfAreas,
  type Rate,
  type RatedArea,
} from './interval/rate.js';
export { isNotKnown, NOT_KNOWN_CODES, type NotKnownCode } from './not-known.js';
export type { BeforeAndNow, Cell, CodedBy, PeriodCells, Series, TwoPeriods } from './change/heard.js';
export {
  CHANGE_RULE,
  changeOf,
  driftAmong,
  notReady,
  type Change,
  type Verdict,
  type WhyNot,
} from './change/change-of.js';
export {
  auditFindings,
  type Audit,
  type AuditCoding,
  type AuditFindings,
  type AuditStratum,
} from './grades/audit.js';
export { GRADE_RULE, gradeOf, wantedFor, type Grade, type Wanted } from './grades/grade.js';
export {
  allowanceOf,
  toFive,
  besidePeople,
  factorOf,
  hasOwnAudit,
  LEAST_THAT_MEET,
  outwardToFives,
  toTwoDigits,
  partFigure,
  versionsMeet,
  wardFigure,
  wholeFigure,
  type Factor,
} from './grades/figures.js';
export { tellTheme, type HowTold, type ThemeCut, type WhyWithheld } from './grades/tell.js';
export {
  AREA_RULE,
  amongThemes,
  compareAreas,
  type Area,
  type AreaComparison,
  type CodedTheme,
  type WithinEngagement,
} from './areas/compare-areas.js';
export { inRankOrder, placesInOrder, placesOf, ranksOf, type Places, type Ranked } from './areas/ranks.js';
export {
  LIST_RULE,
  listStatement,
  RELEASE_REACH,
  type ListParts,
  type ListStatement,
} from './lists/bounds.js';
export {
  MINIMUM_ANSWERED,
  PERCENT_RULE,
  ROUGH_UNDER,
  percentages,
  tickedPercent,
  type Percentages,
} from './answers/percentages.js';
export {
  WEIGHT_RULE,
  weightToResidents,
  type NotWeighted,
  type Margin,
  type ToWeight,
  type Weighted,
} from './answers/weighting.js';
export { AS_COMPUTER_COUNTED, computerCounted } from './words/counted.js';
export { inSentence, listed, names } from './words/names.js';
export { withinMonths } from './words/promise.js';
export { betweenWords, rangeWords, withPlainSpaces } from './words/range.js';
export { unhashed } from './words/version.js';
export {
  basisWords,
  besideCityWords,
  changeHeading,
  changeWords,
  MADE_BEFORE,
  NO_THEME_FIRST,
  perHundred,
  reasonOf,
  themesHeading,
  type HeadingChange,
  type HeadingTheme,
} from './words/change.js';
export { dayWords } from './words/day.js';
export { areaMark, areasHeading, areaWords, themesOfAreaHeading } from './words/areas.js';
export { agenciesHeading, type HearingAgency } from './words/agencies.js';
export { gapsHeading } from './words/gaps.js';
export { recordedHeading, type RecordedInPlace } from './words/recorded.js';
export { votesHeading, type ClearStatements } from './words/votes.js';
export { weightedHeading, type BothShares } from './words/weighted.js';
export { listWords, SUM_WORDS } from './words/list.js';
export {
  CORRECTED_METHOD,
  GRADE_NAMES,
  gradeWords,
  soMany,
  wantedWords,
  withheldWords,
} from './words/grades.js';
export { tooFewForCut } from './answers/cuts.js';
export { middleAnswer } from './answers/middle.js';
export { leadingAnswers } from './answers/leading.js';
export { scaleNet, type ScaleNet, type ScaleStep } from './answers/net.js';
export { matrixHeading, scaleHeading, scaleSay } from './words/scale.js';
export { standsApart } from './answers/stands-apart.js';
export { percentRange } from './answers/range.js';
export { optionWords } from './words/option.js';
export { answersHeading, THEMES_OF_WORDS } from './words/answers.js';
export { removedMark, shownWords } from './words/personal.js';
export { COMPARE_RULE, type Asking } from './measures/asking.js';
export { compareAskings, gapWithin, shareOf, type Comparison, type MayCompare } from './measures/compare.js';
export { measureHeading } from './measures/heading.js';
export { tallyOf, votedOn, type Tally, type VoteTable } from './votes/vote-table.js';
export { standingOf, standingOfTold, type StatementStanding } from './votes/standing.js';
export {
  agreedInAll,
  groupConsensus,
  opinionGroups,
  tallyByGroup,
  type OpinionGroups,
} from './votes/opinion-groups.js';
export {
  compareRecorded,
  PLACING,
  RECORD_RULE,
  type RecordedArea,
  type RecordedComparison,
} from './records/compare-recorded.js';
export { standsOf, STANDS, VOICE_AND_RECORD_RULE, type Stands } from './records/voice-and-record.js';
export { ENGAGE_RULE, isWeighed, underHeard, type Part, type UnderHeard } from './records/under-heard.js';
export {
  NO_CAUSE,
  recordMeasure,
  STANDS_WORDS,
  voiceAndRecordHeading,
  voiceAndRecordWords,
  voiceMeasure,
  type VoiceAndRecord,
  type VoiceBeside,
} from './words/voice-and-record.js';
export { ENGAGE_NEXT, underHeardWords, unvoicedWords } from './words/engage-next.js';
export { groupSaid, GROUPS_SAID, underHeardHeading, type ComparedPart } from './words/under-heard.js';
