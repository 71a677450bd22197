import type { Agency, AnswerPromise, HeldDecisionRecord, PlanPriority, QuoteReference } from '#domain';
import type { Queryable } from '../../database.js';
import { decisionOfDocument, type DecisionDocument } from './documents.js';

/**
 * Decisions that anybody may read, by the published role.
 * @param edition those that the edition carries; null for those marked public, as they read now
 */
export async function readPublicDecisions(
  db: Queryable,
  edition: number | null,
): Promise<HeldDecisionRecord[]> {
  const rows = await db.query<{ document: DecisionDocument }>(
    'SELECT document FROM facts.decisions_of($1) AS document',
    [edition],
  );
  return rows.map(({ document }) => decisionOfDocument(document));
}

/** How a decision that is public read at each saving at which it was, the earliest first; none for one that is not. */
export async function readToldVersions(
  db: Queryable,
  id: string,
): Promise<{ at: string; decision: HeldDecisionRecord }[]> {
  const rows = await db.query<{ at: Date; document: DecisionDocument }>(
    'SELECT at, document FROM facts.decision_versions($1)',
    [id],
  );
  return rows.map(({ at, document }) => ({ at: at.toISOString(), decision: decisionOfDocument(document) }));
}

export interface DecisionBoard {
  /** SHA-256 over the decisions that an edition carries; null for now, and for editions from before there were decisions. */
  digest: string | null;
  priorities: PlanPriority[];
  promises: AnswerPromise[];
  /** Those that decide, plan or promise by now, also before an edition knows them; none of an edition, which has its own. */
  agencies: Agency[];
}

/** Priorities of plans, and what agencies promise: an edition's, or those of now where it carries none. */
export async function readDecisionBoard(db: Queryable, edition: number | null): Promise<DecisionBoard> {
  const [row] = await db.query<{ board: DecisionBoard }>('SELECT facts.decision_board($1) AS board', [
    edition,
  ]);
  return row!.board;
}

export interface QuoteWords {
  edition: number;
  quote: string;
  agency: string;
  theme: string;
  ward: string;
  words: string;
}

/** Words of released quotes; those that an erasure took are not among them. */
export function readQuoteWords(
  db: Queryable,
  places: readonly Pick<QuoteReference, 'edition' | 'quote'>[],
): Promise<QuoteWords[]> {
  const given = places.map(({ edition, quote }) => ({ edition, quote: Number(quote) }));
  return db.query<QuoteWords>(
    'SELECT edition, quote::text AS quote, agency, theme, ward, words FROM facts.quote_words($1)',
    [JSON.stringify(given)],
  );
}

/** A released quote of an edition, of the city's theme or `codebook/theme`. */
export interface QuoteRow {
  quote: string;
  agency: string;
  theme: string;
  /** Code, or `not-known`. */
  ward: string;
  /** agency/key */
  engagement: string;
  /** Key of the question that it answers; empty where that is not known. */
  question: string;
  /** Codes of communities whose it is. */
  communities: string[];
  /** Whether it praises where most blame, or blames where most praise. */
  dissents: boolean;
  words: string;
}

/** Released quotes of an edition; those that an erasure took are not among them. @param theme null: of every theme */
export function readQuotesIn(db: Queryable, edition: number, theme: string | null): Promise<QuoteRow[]> {
  return db.query<QuoteRow>(
    'SELECT id::text AS quote, agency, theme, ward, engagement, question, communities, dissents, text AS words FROM facts.quotes_in($1, $2)',
    [edition, theme],
  );
}

/** Places of an edition's released quotes of a theme; words of those that an erasure took are not among them. */
export function readQuotePlaces(
  db: Queryable,
  edition: number,
  theme: string,
): Promise<Pick<QuoteReference, 'edition' | 'quote'>[]> {
  return db.query(
    `SELECT edition, id::text AS quote FROM facts.quotes_of($1, $2) WHERE text <> '' ORDER BY id`,
    [edition, theme],
  );
}
