import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What whoever spoke may know of what came of it: how a public decision read before, and whether a person has looked again at an answer that
 * was said to be read wrong.
 */
const FUNCTIONS = `
-- How a decision that is public now read at each saving at which it was public, the earliest first. Who saved it is no part of it.
CREATE FUNCTION facts.decision_versions(wanted uuid) RETURNS TABLE (at timestamptz, document jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT v.at, v.document - 'saved_by' FROM decisions.version v JOIN decisions.decision d ON d.id = v.decision AND d.public
  WHERE v.decision = wanted AND (v.document->>'public')::boolean ORDER BY v.number
$$;
CREATE OR REPLACE FUNCTION facts.answer_of(code text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('engagement', s.agency || '/' || s.engagement, 'channel', s.channel, 'saidOn', s.submitted_on, 'heardOn', s.received_at::date,
    'counted', s.linked_at IS NOT NULL, 'readByPerson', EXISTS (SELECT FROM coding.human_coding h WHERE h.submission = s.id),
    'hasText', coalesce((SELECT d.has_text FROM coding.coded d WHERE d.submission = s.id), false), 'codedOn', s.coded_at::date,
    'themes', coalesce((SELECT jsonb_agg(DISTINCT x.theme) FROM coding.current_assignment x WHERE x.submission = s.id AND x.decision = 'assign'), '[]'),
    'edition', (SELECT min(e.number) FROM facts.edition e WHERE e.number > 0 AND e.published_at >= s.received_at AND s.linked_at IS NOT NULL),
    'misread', EXISTS (SELECT FROM decisions.answer_word w WHERE w.submission = s.id AND w.said = 'misread'),
    'lookedAgainOn', (SELECT max(p.answered_at)::date FROM facts.problem p WHERE p.figure = 'submission/' || s.id))
  FROM decisions.answer_code c JOIN engagement.submission s ON s.id = c.submission
  WHERE c.digest = decisions.code_digest(code) AND s.withdrawn_at IS NULL
$$;
REVOKE EXECUTE ON FUNCTION facts.decision_versions(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.decision_versions(uuid) TO hub_published;
`;

export class WhatChanged0066 implements MigrationInterface {
  name = 'WhatChanged1700000000066';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(FUNCTIONS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
