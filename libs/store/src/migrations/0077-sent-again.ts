import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What is sent again after its content was emptied has its content back, and why it was emptied is known: by an erasure, an agreement that
 * ended, or its time without consent. And faults that pass by themselves are counted by delivery, so that none is forgiven for ever.
 */
const TABLES = `
ALTER TABLE intake.raw_file ADD COLUMN emptied_because text CHECK (emptied_because IN ('erasure', 'agreement-ended', 'no-consent')),
  ADD COLUMN put_back_at timestamptz;
COMMENT ON COLUMN intake.raw_file.emptied_because IS 'Why the content went; null where it is kept, or went before this was noted';
COMMENT ON COLUMN intake.raw_file.put_back_at IS 'When the same bytes came again after the content had gone';
ALTER TABLE intake.delivery ADD COLUMN forgiven integer NOT NULL DEFAULT 0, ADD COLUMN forgiven_since timestamptz;
COMMENT ON COLUMN intake.delivery.forgiven IS 'Faults told as passing since forgiven_since, over which reading began anew';
CREATE OR REPLACE FUNCTION intake.raw_is_append_only() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  -- Two changes are permitted: the content goes, while name and hash stay; and the very bytes that went come back.
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.agency, NEW.delivery, NEW.position, NEW.name, NEW.content_hash) = (OLD.agency, OLD.delivery, OLD.position, OLD.name, OLD.content_hash)
      AND (NEW.content IS NULL OR (OLD.content IS NULL AND encode(sha256(NEW.content), 'hex') = OLD.content_hash))
    THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'raw deliveries are never edited';
END $$;
`;

const KEEPING = `
-- As before; a file whose content was emptied has it back. Who was erased stays out all the same: a tombstone knows the row. A file that was
-- counted and then emptied by an erasure stays empty: nothing would be read of it.
CREATE OR REPLACE FUNCTION intake.keep(wanted intake.source, sent_way text, idempotency_key text, names text[], media_types text[], contents bytea[], own_mapping jsonb, kinds text[], actor text)
RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE problem jsonb; hashes text[]; whole text; earlier intake.delivery; seen intake.idempotency; new_id bigint; body text; back integer;
BEGIN
  problem := intake.agreement_problem(wanted, coalesce(kinds, wanted.field_kinds));
  IF problem IS NOT NULL THEN
    PERFORM audit.record(actor, wanted.agency, 'delivery-refused', wanted.code, problem - 'reason');
    RETURN problem || jsonb_build_object('outcome', 'refused');
  END IF;
  -- Two senders of one source wait for each other, so "the same" is decided once.
  PERFORM pg_advisory_xact_lock(hashtextextended('hub.intake.' || wanted.code, 0));
  SELECT array_agg(encode(sha256(c), 'hex') ORDER BY n) INTO hashes FROM unnest(contents) WITH ORDINALITY u(c, n);
  SELECT encode(sha256(convert_to(string_agg(h, ',' ORDER BY h), 'UTF8')), 'hex') INTO whole FROM unnest(hashes) h;
  IF idempotency_key IS NOT NULL THEN
    body := encode(sha256(convert_to(whole || array_to_string(names, '/') || coalesce(own_mapping::text, ''), 'UTF8')), 'hex');
    SELECT * INTO seen FROM intake.idempotency i WHERE i.agency = wanted.agency AND i.source = wanted.code AND i.key = idempotency_key;
    IF seen.key IS NOT NULL THEN
      IF seen.body_hash <> body THEN RETURN jsonb_build_object('outcome', 'key-reused'); END IF;
      -- What was emptied before anything of it was counted is taken anew under its key.
      IF NOT EXISTS (SELECT FROM intake.delivery d JOIN intake.raw_file r ON r.delivery = d.id
        WHERE d.id = seen.delivery AND d.status NOT IN ('accepted', 'repeated') AND r.content IS NULL) THEN
        RETURN jsonb_build_object('outcome', 'kept', 'delivery', seen.delivery, 'replayed', true);
      END IF;
    END IF;
  END IF;
  SELECT * INTO earlier FROM intake.delivery d WHERE d.agency = wanted.agency AND d.source = wanted.code AND d.content_hash = whole;
  IF earlier.id IS NOT NULL THEN
    UPDATE intake.raw_file r SET content = sent.bytes, emptied_because = NULL, put_back_at = now() FROM unnest(contents, hashes) AS sent(bytes, hash)
      WHERE r.delivery = earlier.id AND r.content IS NULL AND r.content_hash = sent.hash
        AND (earlier.status NOT IN ('accepted', 'repeated') OR r.emptied_because IN ('agreement-ended', 'no-consent'));
    GET DIAGNOSTICS back = ROW_COUNT;
    IF back > 0 THEN PERFORM audit.record(actor, wanted.agency, 'content-put-back', earlier.id::text, jsonb_build_object('files', back)); END IF;
    -- What was held or refused may be sent again as it is, once its cause (mapping, agreement) is mended.
    IF earlier.status IN ('held', 'refused') THEN
      UPDATE intake.delivery d SET status = 'received', mapping = coalesce(own_mapping, d.mapping), note = NULL, note_code = NULL,
        "rows" = 0, accepted = 0, repeated = 0, rejected = 0, files = '[]', finished_at = NULL WHERE d.id = earlier.id;
      INSERT INTO intake.outbox (job, payload) VALUES ('standardise', jsonb_build_object('delivery', earlier.id));
    ELSIF earlier.status <> 'received' THEN
      PERFORM audit.record(actor, wanted.agency, 'delivery-repeated', earlier.id::text, '{}');
    END IF;
    new_id := earlier.id;
  ELSE
    INSERT INTO intake.delivery (agency, source, content_hash, way, mapping)
      VALUES (wanted.agency, wanted.code, whole, sent_way, own_mapping) RETURNING id INTO new_id;
    INSERT INTO intake.raw_file (agency, delivery, position, name, media_type, content_hash, content)
      SELECT wanted.agency, new_id, n, names[n], media_types[n], hashes[n], c FROM unnest(contents) WITH ORDINALITY u(c, n);
    INSERT INTO intake.outbox (job, payload) VALUES ('standardise', jsonb_build_object('delivery', new_id));
    PERFORM audit.record(actor, wanted.agency, 'delivery-received', new_id::text, jsonb_build_object('way', sent_way));
  END IF;
  IF idempotency_key IS NOT NULL THEN
    INSERT INTO intake.idempotency (agency, source, key, body_hash, delivery) VALUES (wanted.agency, wanted.code, idempotency_key, body, new_id)
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN jsonb_build_object('outcome', CASE WHEN earlier.status IN ('accepted', 'repeated') THEN 'same-bytes' ELSE 'kept' END, 'delivery', new_id);
END $$;
`;

/** The three ways in which content goes, each of which now says so. */
const EMPTYING = `
CREATE OR REPLACE FUNCTION intake.forget(submissions uuid[]) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE many integer; rejected uuid[]; touched bigint[];
BEGIN
  SELECT array_agg(i.id) INTO rejected FROM engagement.submission s
    CROSS JOIN LATERAL (VALUES (s.id), (intake.own_id(s.agency, s.source, s.engagement, s.external_id)), (intake.own_id(s.agency, s.source, '', s.external_id))) i(id)
    WHERE s.id = ANY (submissions) AND (s.external_id IS NOT NULL OR i.id = s.id);
  SELECT array_agg(x.delivery) INTO touched FROM (
    SELECT o.delivery FROM intake.row_outcome o WHERE o.record = ANY (submissions)
    UNION SELECT q.delivery FROM intake.quarantine q WHERE q.record = ANY (rejected)) x;
  -- Also of what is empty already: nothing but an erasure keeps a counted file's content out for good.
  UPDATE intake.raw_file r SET emptied_because = 'erasure' WHERE r.content IS NULL AND r.delivery = ANY (touched);
  UPDATE intake.raw_file r SET content = NULL, emptied_because = 'erasure' WHERE r.content IS NOT NULL AND r.delivery = ANY (touched);
  GET DIAGNOSTICS many = ROW_COUNT;
  UPDATE intake.quarantine q SET cells = NULL, record = CASE WHEN q.record = ANY (rejected) THEN NULL ELSE q.record END
    WHERE q.delivery = ANY (touched) AND (q.cells IS NOT NULL OR q.record = ANY (rejected));
  UPDATE intake.row_outcome o SET record = n.new FROM (SELECT id, gen_random_uuid() AS new FROM unnest(submissions) id) n WHERE o.record = n.id;
  RETURN many;
END $$;
CREATE OR REPLACE FUNCTION vault.erase_ended() RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE ended text[]; unmatched text[]; lost integer; respondents integer; files integer; emptied integer; touched text[];
BEGIN
  SELECT coalesce(array_agg(s.code), '{}') INTO ended FROM intake.source s JOIN intake.agreement a ON a.agency = s.agency AND a.id = s.agreement
    WHERE a.until < current_date;
  SELECT coalesce(array_agg(s.code), '{}') INTO unmatched FROM intake.source s LEFT JOIN intake.agreement a ON a.agency = s.agency AND a.id = s.agreement
    WHERE a.id IS NULL OR a.until < current_date OR NOT 'record-linkage' = ANY (a.purposes);
  SELECT array_agg(source) INTO touched FROM (
    SELECT source FROM vault.encoded WHERE source = ANY (unmatched) UNION SELECT source FROM vault.respondent WHERE source = ANY (ended)
    UNION SELECT d.source FROM intake.delivery d JOIN intake.raw_file r ON r.delivery = d.id WHERE d.source = ANY (ended) AND r.content IS NOT NULL
    UNION SELECT source FROM intake.quarantine WHERE source = ANY (ended) AND cells IS NOT NULL) t;
  DELETE FROM vault.encoded WHERE source = ANY (unmatched);
  GET DIAGNOSTICS lost = ROW_COUNT;
  DELETE FROM vault.respondent WHERE source = ANY (ended);
  GET DIAGNOSTICS respondents = ROW_COUNT;
  UPDATE intake.raw_file r SET content = NULL, emptied_because = 'agreement-ended' FROM intake.delivery d
    WHERE d.id = r.delivery AND d.source = ANY (ended) AND r.content IS NOT NULL;
  GET DIAGNOSTICS files = ROW_COUNT;
  UPDATE intake.quarantine SET cells = NULL WHERE source = ANY (ended) AND cells IS NOT NULL;
  GET DIAGNOSTICS emptied = ROW_COUNT;
  PERFORM audit.record('hub', s.agency, 'ended-erased', s.code, '{}') FROM intake.source s WHERE s.code = ANY (touched);
  RETURN jsonb_build_object('codes', lost, 'respondents', respondents, 'files', files, 'rejectedRows', emptied);
END $$;
CREATE OR REPLACE FUNCTION intake.forget_unconsented(days integer) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE many integer;
BEGIN
  UPDATE intake.raw_file r SET content = NULL, emptied_because = 'no-consent' FROM intake.delivery d WHERE d.id = r.delivery AND r.content IS NOT NULL
    AND d.status IN ('accepted', 'repeated', 'refused') AND greatest(d.finished_at, r.put_back_at) < now() - make_interval(days => days)
    AND EXISTS (SELECT FROM intake.row_outcome o WHERE o.delivery = d.id AND o.file = r.name AND o.outcome = 'left-out' AND o.why = 'no-consent');
  GET DIAGNOSTICS many = ROW_COUNT;
  RETURN many;
END $$;
`;

export class SentAgain0077 implements MigrationInterface {
  name = 'SentAgain1700000000077';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(TABLES + KEEPING + EMPTYING));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
