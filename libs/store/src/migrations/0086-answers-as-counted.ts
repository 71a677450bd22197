import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * Which edition counted a submission first is kept as it was, no longer guessed from the days; so is the day on which it was first heard, which a
 * correction moved. Of what was counted before, the guess is kept where there is one.
 */
const COUNTED_BY = `
ALTER TABLE engagement.counted ADD COLUMN edition integer;
COMMENT ON COLUMN engagement.counted.edition IS 'The first edition that counted it; null where that was not kept and can not be told';
UPDATE engagement.counted c SET edition = (SELECT min(e.number) FROM facts.edition e WHERE e.number > 0 AND e.published_at >= s.received_at)
  FROM engagement.submission s WHERE s.id = c.submission;
ALTER TABLE engagement.submission ADD COLUMN heard_on date;
COMMENT ON COLUMN engagement.submission.heard_on IS 'Day on which a row that was corrected since was first received; null where none was';
`;

/** What it was read as also by codebooks of agencies, in words that an edition has told. */
const ANSWER_OF = `
CREATE OR REPLACE FUNCTION facts.answer_of(code text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('engagement', s.agency || '/' || s.engagement, 'channel', s.channel, 'saidOn', s.submitted_on,
    'heardOn', coalesce(s.heard_on, s.received_at::date), 'counted', n.submission IS NOT NULL, 'edition', n.edition,
    'readByPerson', EXISTS (SELECT FROM coding.human_coding h WHERE h.submission = s.id),
    'hasText', coalesce((SELECT d.has_text FROM coding.coded d WHERE d.submission = s.id), false), 'codedOn', s.coded_at::date,
    'themes', coalesce((SELECT jsonb_agg(DISTINCT x.theme) FROM coding.current_assignment x WHERE x.submission = s.id AND x.decision = 'assign'), '[]'),
    'ownThemes', coalesce((SELECT jsonb_agg(DISTINCT named->>'name') FROM engagement.answer a JOIN coding.answer_themes t ON t.answer = a.id
      JOIN facts.codebook b ON b.code = t.codebook AND b.edition = (SELECT max(e.number) FROM facts.edition e)
      CROSS JOIN LATERAL jsonb_array_elements(b.document->'themes') named
      WHERE a.submission = s.id AND b.edition > 0 AND named->>'code' = ANY (t.themes)), '[]'),
    'misread', EXISTS (SELECT FROM decisions.answer_word w WHERE w.submission = s.id AND w.said = 'misread'),
    'lookedAgainOn', (SELECT max(p.answered_at)::date FROM facts.problem p WHERE p.figure = 'submission/' || s.id))
  FROM decisions.answer_code c JOIN engagement.submission s ON s.id = c.submission LEFT JOIN engagement.counted n ON n.submission = s.id
  WHERE c.digest = decisions.code_digest(code) AND s.withdrawn_at IS NULL
$$;
`;

export class AnswersAsCounted0086 implements MigrationInterface {
  name = 'AnswersAsCounted1700000000086';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(COUNTED_BY + ANSWER_OF));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
