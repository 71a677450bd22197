import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * A comment that a draw of the audit takes while somebody has it before them is refused by a code of its own, so that the page can put
 * another in its place (0009 refused it by the code of an unknown theme).
 */
const SIGNING = `
CREATE OR REPLACE FUNCTION coding.sign_comment(wanted uuid, why text, as_place text, said text, chosen text[], remark text) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE who text := coding.analyst(); own text; book record; earlier bigint; made bigint; offered text[] := '{}'; by_model text;
BEGIN
  SELECT s.agency INTO own FROM engagement.submission s WHERE s.id = wanted AND s.withdrawn_at IS NULL AND s.agency = ANY (access.session_agencies('analyst'));
  IF own IS NULL THEN RETURN NULL; END IF;
  SELECT * INTO book FROM coding.codebook_now();
  IF said NOT IN ('themes','none','unsure') OR (said = 'themes') <> (cardinality(chosen) > 0)
    OR EXISTS (SELECT FROM unnest(chosen) f WHERE NOT EXISTS (SELECT FROM coding.codebook b, jsonb_array_elements(b.document->'themes') t
      WHERE b.code = book.codebook AND b.version = book.version AND t->>'code' = f))
  THEN RAISE EXCEPTION 'no such theme in codebook' USING ERRCODE = 'HB001'; END IF;
  IF why = 'audit' AND NOT EXISTS (SELECT FROM coding.audit_sample a WHERE a.submission = wanted)
    OR why = 'training' AND EXISTS (SELECT FROM coding.audit_sample a WHERE a.submission = wanted)
  THEN RAISE EXCEPTION 'the audit sample is coded blind and by itself' USING ERRCODE = 'HB003'; END IF;
  IF why = 'training' THEN
    SELECT coalesce(array_agg(DISTINCT a.theme), '{}'), max(a.model_version) INTO offered, by_model FROM coding.current_assignment a
      WHERE a.submission = wanted AND a.source <> 'human' AND a.decision <> 'absent';
  END IF;
  SELECT h.id INTO earlier FROM coding.human_coding h WHERE h.submission = wanted AND h.purpose = why AND h.coder = who
    AND (h.place = 'settled') = (as_place = 'settled')
    AND NOT EXISTS (SELECT FROM coding.human_coding later WHERE later.supersedes = h.id) ORDER BY h.id DESC LIMIT 1;
  INSERT INTO coding.human_coding (agency, submission, purpose, place, coder, outcome, themes, note, suggested, model_version, codebook, codebook_version, supersedes)
    VALUES (own, wanted, why, as_place, who, said, ARRAY(SELECT DISTINCT unnest(chosen) ORDER BY 1), coalesce(remark, ''), offered, by_model, book.codebook, book.version, earlier)
    RETURNING id INTO made;
  INSERT INTO intake.outbox (job, payload) VALUES ('code', '{}');
  RETURN made;
END $$;
`;

export class NotOnThisPile0060 implements MigrationInterface {
  name = 'NotOnThisPile1700000000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(SIGNING));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
