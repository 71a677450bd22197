import type { MigrationInterface, QueryRunner } from 'typeorm';

import { AFTER_MASKING, BY_HAND, HAND_MASKS } from './0075-comments-masked-by-hand.js';
import { asOwner } from './row-security.js';

/** Who must help somebody needs names, and nobody else who reads comments does. */
const AS_WRITTEN = `
-- What somebody on duty wrote down a reason to read: a flagged comment of the own agencies as it was written. The attempt is recorded too.
CREATE FUNCTION coding.comment_as_written(wanted uuid, why text) RETURNS TABLE (question text, text text, original text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := access.acts_as('duty', 'only who is on duty reads a comment as it was written'); own text;
BEGIN
  IF length(btrim(coalesce(why, ''))) NOT BETWEEN 10 AND 300 THEN RAISE EXCEPTION 'a reason in 10 to 300 letters' USING ERRCODE = 'HB001'; END IF;
  SELECT g.agency INTO own FROM coding.safeguarding g JOIN engagement.submission s ON s.id = g.submission AND s.withdrawn_at IS NULL
    WHERE g.submission = wanted AND g.agency = ANY (access.session_agencies('duty'));
  PERFORM audit.record(who, own, 'comment-read-as-written', wanted::text, jsonb_build_object('reason', btrim(why), 'found', own IS NOT NULL));
  IF own IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT coalesce(q.text, a.question), a.text, a.original FROM engagement.answer a
    LEFT JOIN engagement.question q ON q.agency = a.agency AND q.engagement = a.engagement AND q.key = a.question
    WHERE a.submission = wanted AND a.text IS NOT NULL ORDER BY a.id;
END $$;
REVOKE EXECUTE ON FUNCTION coding.comment_as_written(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.comment_as_written(uuid, text) TO hub_workbench;
`;

export class CommentsMasked0075 implements MigrationInterface {
  name = 'CommentsMasked1700000000075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(AS_WRITTEN + HAND_MASKS + AFTER_MASKING + BY_HAND));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
