import type { Agency } from '#domain';

import type { Transaction } from '../../database.js';
import { listed } from '../listed.js';

export interface SubmissionFilter {
  agency?: readonly string[] | null;
  /** `agency/key`, or a key alone. */
  engagement?: readonly string[] | null;
  /** A broad theme finds its narrower ones too. */
  theme?: readonly string[] | null;
  /** Ward codes. */
  ward?: readonly string[] | null;
  /** Part of a comment as it is shown, whatever the case: nobody is found by what is masked, nor before it was looked for. */
  search?: string | null;
}

export interface WorkbenchSubmission {
  id: string;
  agency: Agency;
  /** `agency/key` */
  engagementId: string;
  engagement: string;
  /** ISO date. */
  submittedOn: string | null;
  ward: string | null;
  /** Place in the list: the day, or the beginning of time where it is not known. */
  day: string;
}

const DAY = `coalesce(s.submitted_on, '0001-01-01')`;

const WHERE = `s.withdrawn_at IS NULL
  AND ($1::text[] IS NULL OR s.agency = ANY ($1))
  AND ($2::text[] IS NULL OR s.engagement = ANY ($2) OR s.agency || '/' || s.engagement = ANY ($2))
  AND ($3::text[] IS NULL OR s.ward = ANY ($3))
  AND ($4::text[] IS NULL OR EXISTS (
    SELECT FROM coding.current_assignment c WHERE c.submission = s.id AND c.decision = 'assign' AND (c.theme = ANY ($4) OR c.theme IN (
      SELECT t ->> 'code' FROM coding.codebook b, jsonb_array_elements(b.document -> 'themes') t
      WHERE b.code = c.codebook AND b.version = c.codebook_version AND t ->> 'parent' = ANY ($4)))))
  AND ($5::text IS NULL OR EXISTS (SELECT FROM engagement.answer a JOIN coding.coded d ON d.submission = a.submission
    WHERE a.submission = s.id AND a.text ILIKE $5
      -- Of nine comments in ten nothing is masked: they are not gone through once more.
      AND (d.personal_data = '[]' AND NOT EXISTS (SELECT FROM coding.hand_mask h WHERE h.answer = a.id AND h.lifted_at IS NULL)
        OR coding.shown_text(a.text, coding.masks_of(a.id)) ILIKE $5)))`;

function parameters(filter: SubmissionFilter): unknown[] {
  const search = filter.search?.trim();
  return [
    listed(filter.agency),
    listed(filter.engagement),
    listed(filter.ward),
    listed(filter.theme),
    search ? `%${search.replace(/[\\%_]/g, (character) => `\\${character}`)}%` : null,
  ];
}

/** Submissions of the session's agencies, the latest first. */
export function readSubmissions(
  tx: Transaction,
  filter: SubmissionFilter,
  page: { after: { day: string; id: string } | null; limit: number },
): Promise<WorkbenchSubmission[]> {
  return tx.query<WorkbenchSubmission>(
    `SELECT s.id, jsonb_build_object('code', a.code, 'name', a.name, 'kind', a.kind) AS agency, e.title AS engagement,
       s.agency || '/' || s.engagement AS "engagementId", s.submitted_on::text AS "submittedOn", s.ward, ${DAY}::text AS day
     FROM engagement.submission s JOIN engagement.agency a ON a.code = s.agency
     JOIN engagement.engagement e ON e.agency = s.agency AND e.key = s.engagement
     WHERE ${WHERE} AND ($6::date IS NULL OR (${DAY}, s.id) < ($6::date, $7::uuid))
     ORDER BY ${DAY} DESC, s.id DESC LIMIT $8`,
    [...parameters(filter), page.after?.day ?? null, page.after?.id ?? null, page.limit],
  );
}

export async function countSubmissions(tx: Transaction, filter: SubmissionFilter): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM engagement.submission s WHERE ${WHERE}`,
    parameters(filter),
  );
  return row?.n ?? 0;
}

/** One submission of the session's agencies; null for any other id, real or not. */
export async function readSubmission(tx: Transaction, id: string): Promise<WorkbenchSubmission | null> {
  if (!isUuid(id)) return null;
  const [row] = await tx.query<WorkbenchSubmission>(
    `SELECT s.id, jsonb_build_object('code', a.code, 'name', a.name, 'kind', a.kind) AS agency, e.title AS engagement,
       s.agency || '/' || s.engagement AS "engagementId", s.submitted_on::text AS "submittedOn", s.ward, ${DAY}::text AS day
     FROM engagement.submission s JOIN engagement.agency a ON a.code = s.agency
     JOIN engagement.engagement e ON e.agency = s.agency AND e.key = s.engagement
     WHERE s.id = $1 AND s.withdrawn_at IS NULL`,
    [id],
  );
  return row ?? null;
}

export const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
