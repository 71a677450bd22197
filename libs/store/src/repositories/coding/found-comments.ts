import type { Agency } from '#domain';

import type { Queryable } from '../../database.js';
import { listed } from '../listed.js';

/** Where comments are looked for; null or empty: everywhere. */
export interface CommentFilter {
  agency?: readonly string[] | null;
  /** `agency/key` */
  engagement?: readonly string[] | null;
  /** Codes; a broad theme finds its narrower ones too. */
  theme?: readonly string[] | null;
  /** Ward codes. */
  ward?: readonly string[] | null;
  /** ISO days, the first and the last. */
  from?: string | null;
  to?: string | null;
}

/** A found comment, as far as it is counted. */
export interface CountedComment {
  answer: number;
  submission: string;
  /** Group of comments that say the same. */
  argument: string | null;
  agency: string;
  agencyName: string;
  engagement: string;
  title: string;
  ward: string | null;
  /** First month of the quarter, `2024-10`; null where the day is not known. */
  quarter: string | null;
  /** Entry of the index under which it could be found first. */
  since: number;
  themes: string[];
}

/** Those of these answers that the session may read and the filter lets through, in no order. */
export function countableComments(
  tx: Queryable,
  answers: readonly number[],
  filter: CommentFilter,
): Promise<CountedComment[]> {
  return tx.query<CountedComment>(
    `SELECT a.id::int AS answer, s.id AS submission, c.argument::text AS argument, s.agency, g.name AS "agencyName",
       s.agency || '/' || s.engagement AS engagement, e.title, s.ward, to_char(date_trunc('quarter', s.submitted_on), 'YYYY-MM') AS quarter, coalesce(i.since, i.entry)::int AS since, t.themes
     FROM engagement.answer a JOIN engagement.submission s ON s.id = a.submission AND s.withdrawn_at IS NULL
     JOIN engagement.agency g ON g.code = s.agency JOIN engagement.engagement e ON e.agency = s.agency AND e.key = s.engagement
     JOIN coding.coded c ON c.submission = s.id JOIN coding.comment_index i ON i.answer = a.id
     CROSS JOIN LATERAL (SELECT coalesce(array_agg(x.theme ORDER BY x.theme), '{}') AS themes FROM coding.current_assignment x
       WHERE x.submission = s.id AND x.decision = 'assign') t
     WHERE a.id = ANY ($1)
       AND ($2::text[] IS NULL OR s.agency = ANY ($2))
       AND ($3::text[] IS NULL OR s.agency || '/' || s.engagement = ANY ($3))
       AND ($4::text[] IS NULL OR s.ward = ANY ($4))
       AND ($5::text[] IS NULL OR t.themes && (SELECT coalesce(array_agg(DISTINCT n ->> 'code'), '{}') || $5 FROM coding.codebook b, jsonb_array_elements(b.document -> 'themes') n
         WHERE b.code = c.codebook AND b.version = c.codebook_version AND n ->> 'parent' = ANY ($5)))
       AND ($6::date IS NULL OR s.submitted_on >= $6) AND ($7::date IS NULL OR s.submitted_on <= $7)`,
    [
      answers,
      listed(filter.agency),
      listed(filter.engagement),
      listed(filter.ward),
      listed(filter.theme),
      filter.from ?? null,
      filter.to ?? null,
    ],
  );
}

/** A found comment to be read. */
export interface FoundCommentRow {
  answer: number;
  submission: string;
  agency: Agency;
  engagementId: string;
  engagement: string;
  question: string;
  text: string;
  masks: { span: { start: number; end: number }; type: string }[];
  ward: string | null;
  submittedOn: string | null;
  /** The text with the asked words between U+E000 and U+E001. */
  marked: string;
  sameArgument: number;
  releasedQuote: string | null;
  /** Themes by codebooks of the agency, `codebook/theme`. */
  ownThemes: { code: string; name: string }[];
}

/** @param terms words as they are indexed, which are marked */
export function foundComments(
  tx: Queryable,
  answers: readonly number[],
  terms: readonly string[],
): Promise<FoundCommentRow[]> {
  return tx.query<FoundCommentRow>(
    `SELECT a.id::int AS answer, s.id AS submission, jsonb_build_object('code', g.code, 'name', g.name, 'kind', g.kind) AS agency,
       s.agency || '/' || s.engagement AS "engagementId", e.title AS engagement, coalesce(q.text, a.question) AS question, a.text,
       coding.masks_of(a.id) AS masks,
       s.ward, s.submitted_on::text AS "submittedOn",
       ts_headline('pg_catalog.english', translate(a.text, E'\\uE000\\uE001', '  '),
         (SELECT coalesce(string_agg(quote_literal(w), ' | '), '')::tsquery FROM unnest($2::text[]) w),
         E'HighlightAll=true, StartSel=\\uE000, StopSel=\\uE001') AS marked,
       (SELECT count(*)::int FROM coding.coded o WHERE o.argument = c.argument) AS "sameArgument",
       (SELECT r.text FROM coding.released_quote r WHERE r.submission = s.id) AS "releasedQuote",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('code', t.codebook || '/' || n.theme, 'name', k.name) ORDER BY k.name), '[]')
        FROM coding.answer_themes t CROSS JOIN LATERAL unnest(t.themes) AS n(theme) JOIN coding.own_in_force f ON f.codebook = t.codebook
        JOIN coding.codebook b ON b.code = f.codebook AND b.version = f.codebook_version
        CROSS JOIN LATERAL (SELECT x->>'name' AS name FROM jsonb_array_elements(b.document->'themes') x WHERE x->>'code' = n.theme) k
        WHERE t.answer = a.id) AS "ownThemes"
     FROM unnest($1::bigint[]) WITH ORDINALITY AS i(id, n) JOIN engagement.answer a ON a.id = i.id
     JOIN engagement.submission s ON s.id = a.submission AND s.withdrawn_at IS NULL
     JOIN engagement.agency g ON g.code = s.agency JOIN engagement.engagement e ON e.agency = s.agency AND e.key = s.engagement
     LEFT JOIN engagement.question q ON q.agency = a.agency AND q.engagement = a.engagement AND q.key = a.question
     JOIN coding.coded c ON c.submission = s.id ORDER BY i.n`,
    [answers, terms],
  );
}
