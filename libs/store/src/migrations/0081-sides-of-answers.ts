import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * Where answers stand to what was asked (for, against, both, neither): as people say when they code by a codebook of an agency, and as its coder
 * learnt it of them. Null: nobody said, or the coder is right too seldom to say. Digests of what was coded before stay what they were.
 */
const SIDES = `
ALTER TABLE coding.answer_word ADD COLUMN side text CHECK (side IN ('for','against','both','neither'));
ALTER TABLE coding.answer_coded ADD COLUMN side text CHECK (side IN ('for','against','both','neither'));
CREATE OR REPLACE FUNCTION coding.digest_of_own(wanted text, of_model text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', c.answer, c.themes, c.chances, c.no_answer, c.side), E'\\n' ORDER BY c.answer), ''), 'UTF8')), 'hex')
  FROM coding.answer_coded c WHERE c.codebook = wanted AND c.model_version = of_model
$$;
DROP FUNCTION coding.say_of_answer(bigint, text, text, text[]);
CREATE FUNCTION coding.say_of_answer(of_answer bigint, by_codebook text, said text, chosen text[], stands text) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE own text; number integer; earlier bigint; made bigint; who text := access.session_account();
BEGIN
  SELECT a.agency INTO own FROM coding.answers_by(by_codebook) x JOIN engagement.answer a ON a.id = x.id
    WHERE a.id = of_answer AND a.agency = ANY (access.session_agencies('analyst'));
  SELECT max(b.version) INTO number FROM coding.codebook b WHERE b.code = by_codebook;
  IF own IS NULL OR number IS NULL THEN RETURN NULL; END IF;
  IF said NOT IN ('themes', 'none', 'unsure') OR (said = 'themes') <> (coalesce(cardinality(chosen), 0) > 0)
    OR EXISTS (SELECT FROM unnest(chosen) f WHERE NOT EXISTS (SELECT FROM coding.codebook b, jsonb_array_elements(b.document->'themes') t
      WHERE b.code = by_codebook AND b.version = number AND t->>'code' = f))
  THEN RAISE EXCEPTION 'no such theme in codebook' USING ERRCODE = 'HB001'; END IF;
  SELECT w.id INTO earlier FROM coding.answer_word w WHERE w.answer = of_answer AND w.codebook = by_codebook
    AND NOT EXISTS (SELECT FROM coding.answer_word later WHERE later.supersedes = w.id);
  INSERT INTO coding.answer_word (agency, answer, codebook, codebook_version, purpose, actor, outcome, themes, side, supersedes)
    VALUES (own, of_answer, by_codebook, number, coding.answer_is_for(of_answer, by_codebook), who, said, ARRAY(SELECT DISTINCT unnest(chosen) ORDER BY 1), stands, earlier)
    RETURNING id INTO made;
  IF EXISTS (SELECT FROM coding.own_in_force f WHERE f.codebook = by_codebook) THEN INSERT INTO intake.outbox (job, payload) VALUES ('refresh', '{}'); END IF;
  RETURN made;
END $$;
REVOKE EXECUTE ON FUNCTION coding.say_of_answer(bigint, text, text, text[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.say_of_answer(bigint, text, text, text[], text) TO hub_workbench;
`;

export class SidesOfAnswers0081 implements MigrationInterface {
  name = 'SidesOfAnswers1700000000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(SIDES));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
