export { endClient, openClient, openPool, watchPool } from './connections.js';
export { Database, type CommandGiver, type Queryable, type Transaction } from './database.js';
export { migrate } from './migrate.js';
export type { HubSequence } from './backup/hub-tables.js';
export { loadTables, lookAtTarget, type TableRows, type Target } from './backup/load.js';
export { withSnapshot, type Snapshot } from './backup/snapshot.js';
export { ensureLogins } from './logins.js';
export { serverVersion } from './server-version.js';
export * from './repositories/audit/audit.js';
export * from './repositories/coding/audit-sample.js';
export * from './repositories/coding/coder-in-force.js';
export * from './repositories/coding/coder-runs.js';
export * from './repositories/coding/coding.js';
export * from './repositories/coding/coding-texts.js';
export * from './repositories/coding/comment-index.js';
export * from './repositories/coding/edition-coding.js';
export * from './repositories/coding/emerging-topics.js';
export * from './repositories/coding/found-comments.js';
export * from './repositories/coding/saved-searches.js';
export * from './repositories/coding/human-codings.js';
export * from './repositories/coding/prepared-quotes.js';
export * from './repositories/coding/own-codebooks.js';
export * from './repositories/coding/answers-to-code.js';
export * from './repositories/coding/risk-looks.js';
export * from './repositories/coding/shape-codebooks.js';
export * from './repositories/coding/theme-grades.js';
export * from './repositories/coding/theme-shares.js';
export * from './repositories/intake/deliveries.js';
export * from './repositories/intake/reading-attempts.js';
export * from './repositories/engagement/erasure.js';
export * from './repositories/linkage/community-names.js';
export * from './repositories/linkage/linkage-runs.js';
export * from './repositories/facts/hub-contents.js';
export * from './repositories/facts/measures.js';
export * from './repositories/locks.js';
export * from './repositories/intake/left-behind.js';
export * from './repositories/running/pulse.js';
export * from './repositories/running/backlog.js';
export { forgetOld } from './repositories/running/retention.js';
export * from './repositories/intake/outbox.js';
export * from './repositories/intake/row-identity.js';
export * from './repositories/intake/own-sources.js';
export * from './repositories/intake/row-outcomes.js';
export * from './repositories/linkage/people.js';
export * from './repositories/engagement/corrections.js';
export * from './repositories/engagement/question-shapes.js';
export * from './repositories/engagement/recorded.js';
export * from './repositories/engagement/records.js';
export * from './repositories/engagement/support.js';
export { slicesOf } from './slices.js';
export * from './repositories/intake/agencies-and-sources.js';
export * from './repositories/facts/published-facts.js';
export * from './repositories/access/access.js';
export * from './repositories/access/own-sessions.js';
export * from './repositories/access/waits.js';
export * from './repositories/access/accounts.js';
export * from './repositories/access/proposals.js';
export * from './repositories/coding/workbench-coder.js';
export * from './repositories/coding/workbench-coding.js';
export * from './repositories/coding/hand-masks.js';
export * from './repositories/coding/workbench-comments.js';
export * from './repositories/intake/workbench-deliveries.js';
export {
  decideMatch,
  readMatchesOf,
  readMatchPair,
  readMatchQueue,
  readReviewProgress,
  undoMatchDecision,
  type MatchDecision,
  type MatchPair,
  type MatchRecord,
  type QueuePlace,
  type ReviewProgress,
  type Verdict,
} from './repositories/linkage/workbench-matches.js';
export * from './repositories/linkage/match-families.js';
export * from './repositories/facts/workbench-problem.js';
export * from './repositories/linkage/workbench-runs.js';
export * from './repositories/intake/workbench-sources.js';
export * from './repositories/engagement/workbench-submissions.js';
export * from './repositories/intake/workbench-upload.js';
export * from './repositories/vault/workbench-vault.js';
export { prepareDatabase } from './prepare.js';
export * from './repositories/vault/encoded.js';
export * from './repositories/facts/answers.js';
export * from './repositories/facts/edition-files.js';
export * from './repositories/facts/facts-hash.js';
export * from './repositories/facts/facts-writer.js';
export * from './repositories/facts/edition-numbers.js';
export * from './repositories/facts/working-facts.js';
export * from './repositories/facts/settings.js';
export * from './repositories/facts/standings.js';
export * from './repositories/decisions/adopted-decisions.js';
export * from './repositories/decisions/published-decisions.js';
export * from './repositories/decisions/workbench-decisions.js';
export * from './repositories/facts/parts.js';
export * from './repositories/facts/support.js';
export * from './repositories/facts/votes.js';
export * from './repositories/facts/wordings.js';
export * from './repositories/engagement/series-breaks.js';
export * from './repositories/engagement/series.js';
export * from './repositories/decisions/answer-codes.js';
export * from './repositories/reports/released-reports.js';
export * from './repositories/reports/report-room.js';
