import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/**
 * What people begin to speak of, found by the hub in an agency's comments: words, how often they stood there and how often they would have, and
 * the answers that hold them. Of a scan all topics are replaced by the next, but for those that somebody set aside.
 */
const EMERGING = `
CREATE TABLE coding.emerging_scan (
  agency text PRIMARY KEY REFERENCES engagement.agency(code) ON DELETE CASCADE,
  -- The last day of the last week that was looked at; null: too little to look at.
  until date,
  comments integer NOT NULL,
  scanned_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE coding.emerging_scan IS 'Up to when an agency''s comments were looked at for new topics, and how many';
CREATE TABLE coding.emerging (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  agency text NOT NULL REFERENCES engagement.agency(code) ON DELETE CASCADE,
  words text[] NOT NULL CHECK (cardinality(words) <= 4),
  -- Last days of weeks: of the week by which it was told first, and of the last one looked at.
  since date NOT NULL, until date NOT NULL,
  weeks smallint NOT NULL, mentions integer NOT NULL, expected real NOT NULL, people integer NOT NULL,
  set_aside_by text, set_aside_at timestamptz, reason text NOT NULL DEFAULT '' CHECK (length(reason) <= 300),
  CHECK ((set_aside_by IS NULL) = (set_aside_at IS NULL))
);
CREATE INDEX emerging_agency ON coding.emerging (agency);
COMMENT ON TABLE coding.emerging IS 'Topics that an agency''s comments began to speak of; set aside: no news to its analysts';
CREATE TABLE coding.emerging_answer (
  topic bigint NOT NULL REFERENCES coding.emerging(id) ON DELETE CASCADE,
  answer bigint NOT NULL REFERENCES engagement.answer(id) ON DELETE CASCADE,
  PRIMARY KEY (topic, answer)
);
CREATE INDEX emerging_answer_answer ON coding.emerging_answer (answer);
COMMENT ON TABLE coding.emerging_answer IS 'Answers that speak of an emerging topic';

-- Words stand for nobody: a topic of which too few comments are left is gone with them.
CREATE FUNCTION coding.forget_thin_topics() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  -- Answers are deleted for many reasons, and most stand under no topic.
  IF NOT EXISTS (SELECT FROM gone) THEN RETURN NULL; END IF;
  DELETE FROM coding.emerging e WHERE e.id IN (SELECT topic FROM gone) AND (SELECT count(*) FROM coding.emerging_answer a WHERE a.topic = e.id) < 4;
  RETURN NULL;
END $$;
CREATE TRIGGER emerging_thin AFTER DELETE ON coding.emerging_answer REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION coding.forget_thin_topics();

-- An analyst of the agency sets a topic aside, or takes that back (no reason).
CREATE FUNCTION coding.set_topic_aside(topic bigint, why text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE whose text;
BEGIN
  UPDATE coding.emerging e SET set_aside_by = CASE WHEN why IS NULL THEN NULL ELSE audit.actor() END,
    set_aside_at = CASE WHEN why IS NULL THEN NULL ELSE now() END, reason = coalesce(btrim(why), '')
    WHERE e.id = topic AND e.agency = ANY (coalesce(access.session_agencies('analyst'), '{}')) RETURNING e.agency INTO whose;
  IF whose IS NULL THEN RETURN false; END IF;
  PERFORM audit.note(whose, CASE WHEN why IS NULL THEN 'topic-taken-up' ELSE 'topic-set-aside' END, topic::text, '{}');
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION coding.set_topic_aside(bigint, text), coding.forget_thin_topics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION coding.set_topic_aside(bigint, text) TO hub_workbench;
${rowSecurity('coding.emerging_scan', { worker: true, workbench: `agency = ANY ((SELECT access.session_agencies('analyst'))::text[])` })}
${rowSecurity('coding.emerging', { worker: true, workbench: `agency = ANY ((SELECT access.session_agencies('analyst'))::text[])` })}
${rowSecurity('coding.emerging_answer', { worker: true, workbench: 'EXISTS (SELECT FROM coding.emerging e WHERE e.id = topic)' })}
GRANT SELECT, INSERT, UPDATE, DELETE ON coding.emerging_scan, coding.emerging TO hub_worker;
GRANT SELECT, INSERT, DELETE ON coding.emerging_answer TO hub_worker;
GRANT SELECT ON coding.emerging_scan, coding.emerging, coding.emerging_answer TO hub_workbench;
INSERT INTO intake.outbox (job, payload) SELECT 'find-emerging', '{}' WHERE EXISTS (SELECT FROM coding.comment_index);
`;

export class EmergingTopics0073 implements MigrationInterface {
  name = 'EmergingTopics1700000000073';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(EMERGING));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
