import type { MigrationInterface, QueryRunner } from 'typeorm';

import { RECEIPTS } from './0080-receipts-in-pages.js';
import { asOwner } from './row-security.js';

/**
 * A comment that is masked, or of which a mask is lifted, is found by nothing until it is indexed again, at once; but its place stays, with
 * when it could be found first. Without it the comment came back as new in every saved search that finds it.
 */
const EMPTIED = `
CREATE OR REPLACE FUNCTION coding.index_anew(of_answer bigint) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE was coding.comment_index;
BEGIN
  -- In the order in which the indexer takes them.
  UPDATE coding.coded c SET indexed = false FROM engagement.answer a WHERE a.id = of_answer AND c.submission = a.submission;
  DELETE FROM coding.comment_index i WHERE i.answer = of_answer RETURNING * INTO was;
  IF FOUND THEN
    -- Anew, not changed: words are counted as rows come and go, and whoever holds meanings by entry is told of a new one.
    INSERT INTO coding.comment_index (answer, agency, submission, words, meaning, since)
      VALUES (was.answer, was.agency, was.submission, ''::tsvector, ''::bytea, coalesce(was.since, was.entry));
  END IF;
  INSERT INTO intake.outbox (job, payload) VALUES ('index-comments', '{}');
END $$;
`;

export class MaskedAndReceived0080 implements MigrationInterface {
  name = 'MaskedAndReceived1700000000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(`${EMPTIED}${RECEIPTS}`));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
