/**
 * The doors of intake. Its role reads no table: it runs these functions, which run as the owner.
 * Every "no" about a source or a delivery is the same NULL or `unknown`, so that a key can't probe for others.
 */
export const INTAKE_FUNCTIONS = `
-- Does the agreement of this source allow its fields today? NULL = yes, otherwise code and sentence.
CREATE FUNCTION intake.agreement_problem(wanted intake.source, kinds text[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE held intake.agreement; outside text[];
BEGIN
  SELECT * INTO held FROM intake.agreement a WHERE a.agency = wanted.agency AND a.id = wanted.agreement;
  IF held.id IS NULL THEN RETURN jsonb_build_object('code', 'agreement-absent', 'reason', 'There is no data-sharing agreement for this source.'); END IF;
  IF current_date < held."from" THEN
    RETURN jsonb_build_object('code', 'agreement-not-begun', 'reason', format('The data-sharing agreement begins on %s.', held."from")); END IF;
  IF held.until IS NOT NULL AND current_date > held.until THEN
    RETURN jsonb_build_object('code', 'agreement-ended', 'reason', format('The data-sharing agreement ended on %s.', held.until)); END IF;
  IF NOT ('engagement-analysis' = ANY (held.purposes)) THEN
    RETURN jsonb_build_object('code', 'purpose-not-agreed', 'reason', 'The data-sharing agreement does not cover the analysis of engagement.'); END IF;
  SELECT array_agg(k ORDER BY k) INTO outside FROM unnest(kinds) k WHERE k <> ALL (held.fields);
  IF outside IS NOT NULL THEN
    RETURN jsonb_build_object('code', 'fields-not-agreed', 'reason', 'The data-sharing agreement does not cover: ' || array_to_string(outside, ', ') || '.'); END IF;
  RETURN NULL;
END $$;

-- Keep a delivery: agreement, idempotency key, same bytes, then raw files and outbox in one transaction.
-- contents is given one bytea a file. kinds = the kinds of field its mapping carries (NULL = the source's own).
CREATE FUNCTION intake.keep(wanted intake.source, sent_way text, idempotency_key text, names text[], media_types text[], contents bytea[], own_mapping jsonb, kinds text[], actor text)
RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE problem jsonb; hashes text[]; whole text; earlier intake.delivery; seen intake.idempotency; new_id bigint; body text;
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
      RETURN jsonb_build_object('outcome', 'kept', 'delivery', seen.delivery, 'replayed', true);
    END IF;
  END IF;
  SELECT * INTO earlier FROM intake.delivery d WHERE d.agency = wanted.agency AND d.source = wanted.code AND d.content_hash = whole;
  IF earlier.id IS NOT NULL THEN
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
    INSERT INTO intake.idempotency (agency, source, key, body_hash, delivery) VALUES (wanted.agency, wanted.code, idempotency_key, body, new_id);
  END IF;
  RETURN jsonb_build_object('outcome', CASE WHEN earlier.status IN ('accepted', 'repeated') THEN 'same-bytes' ELSE 'kept' END, 'delivery', new_id);
END $$;

-- HTTP push: known by its key.
CREATE FUNCTION intake.receive(source_code text, presented_key_hash text, idempotency_key text, names text[], media_types text[], contents bytea[])
RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted intake.source;
BEGIN
  SELECT * INTO wanted FROM intake.source s WHERE s.code = source_code AND s.key_hash = presented_key_hash;
  IF wanted.code IS NULL THEN RETURN jsonb_build_object('outcome', 'unknown'); END IF;
  IF idempotency_key IS NOT NULL AND NOT pg_try_advisory_xact_lock(hashtextextended('hub.idempotency.' || wanted.code || '/' || idempotency_key, 0)) THEN
    RETURN jsonb_build_object('outcome', 'still-running');
  END IF;
  RETURN intake.keep(wanted, 'push', idempotency_key, names, media_types, contents, NULL, NULL, 'source:' || wanted.code);
END $$;

CREATE FUNCTION intake.check_key(source_code text, presented_key_hash text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM intake.source s WHERE s.code = source_code AND s.key_hash = presented_key_hash)
$$;

-- Pull, command line: the caller is the hub itself.
CREATE FUNCTION intake.receive_trusted(source_code text, sent_way text, names text[], media_types text[], contents bytea[], own_mapping jsonb, kinds text[])
RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted intake.source;
BEGIN
  SELECT * INTO wanted FROM intake.source s WHERE s.code = source_code;
  IF wanted.code IS NULL THEN RETURN jsonb_build_object('outcome', 'unknown'); END IF;
  RETURN intake.keep(wanted, sent_way, NULL, names, media_types, contents, own_mapping, kinds, 'hub');
END $$;

-- Upload page: a partner's session may send for its own agencies.
CREATE FUNCTION intake.receive_upload(source_code text, names text[], media_types text[], contents bytea[], own_mapping jsonb, kinds text[])
RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted intake.source;
BEGIN
  SELECT * INTO wanted FROM intake.source s WHERE s.code = source_code AND s.agency = ANY (access.session_agencies())
    AND 'partner' = ANY (access.session_roles());
  IF wanted.code IS NULL THEN RETURN jsonb_build_object('outcome', 'unknown'); END IF;
  RETURN intake.keep(wanted, 'upload', NULL, names, media_types, contents, own_mapping, kinds, access.session_account());
END $$;

-- A person's answer to a held delivery.
CREATE FUNCTION intake.decide(wanted_delivery bigint, answer text, own_mapping jsonb, kinds text[]) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE held intake.delivery; wanted intake.source; problem jsonb;
BEGIN
  SELECT * INTO held FROM intake.delivery d WHERE d.id = wanted_delivery AND d.status = 'held'
    AND d.agency = ANY (access.session_agencies()) AND 'partner' = ANY (access.session_roles()) FOR UPDATE;
  IF held.id IS NULL THEN RETURN jsonb_build_object('outcome', 'unknown'); END IF;
  SELECT * INTO wanted FROM intake.source s WHERE s.code = held.source;
  problem := intake.agreement_problem(wanted, coalesce(kinds, wanted.field_kinds));
  IF problem IS NOT NULL THEN RETURN problem || jsonb_build_object('outcome', 'refused'); END IF;
  UPDATE intake.delivery SET decision = answer, mapping = coalesce(own_mapping, mapping), status = 'received', note = NULL, note_code = NULL,
    "rows" = 0, accepted = 0, repeated = 0, rejected = 0 WHERE id = held.id;
  INSERT INTO intake.outbox (job, payload) VALUES ('standardise', jsonb_build_object('delivery', held.id));
  PERFORM audit.record(access.session_account(), held.agency, 'delivery-decided', held.id::text, jsonb_build_object('decision', answer));
  RETURN jsonb_build_object('outcome', 'kept', 'delivery', held.id);
END $$;

-- The receipt of one delivery, for the source whose key it is; NULL for everybody else's and for none.
CREATE FUNCTION intake.delivery_status(source_code text, presented_key_hash text, wanted_delivery bigint) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('delivery', d.id, 'source', d.source, 'status', d.status, 'rows', d."rows", 'accepted', d.accepted,
    'repeated', d.repeated, 'rejected', d.rejected, 'files', d.files, 'note', d.note,
    'rejections', coalesce((SELECT jsonb_agg(jsonb_build_object('file', q.file, 'row', q."row", 'column', q."column", 'code', q.code, 'reason', q.reason) ORDER BY q.file, q."row", q.id)
       FROM intake.quarantine q WHERE q.delivery = d.id), '[]'))
  FROM intake.delivery d JOIN intake.source s ON s.code = d.source
  WHERE d.id = wanted_delivery AND s.code = source_code AND s.key_hash = presented_key_hash
$$;
-- Outcome of every row, a page at a time.
CREATE FUNCTION intake.row_outcomes(source_code text, presented_key_hash text, wanted_delivery bigint, after_file text, after_row integer, page integer) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('file', o.file, 'row', o."row", 'outcome', o.outcome) ORDER BY o.file, o."row"), '[]') FROM (
    SELECT o.file, o."row", o.outcome FROM intake.row_outcome o
    JOIN intake.delivery d ON d.id = o.delivery JOIN intake.source s ON s.code = d.source
    WHERE o.delivery = wanted_delivery AND s.code = source_code AND s.key_hash = presented_key_hash
      AND (o.file, o."row") > (coalesce(after_file, ''), coalesce(after_row, -1))
    ORDER BY o.file, o."row" LIMIT least(page, 5000)) o
$$;

GRANT EXECUTE ON FUNCTION intake.receive(text, text, text, text[], text[], bytea[]), intake.check_key(text, text),
  intake.delivery_status(text, text, bigint), intake.row_outcomes(text, text, bigint, text, integer, integer) TO hub_intake;
GRANT EXECUTE ON FUNCTION intake.agreement_problem(intake.source, text[]) TO hub_worker;
GRANT EXECUTE ON FUNCTION intake.receive_trusted(text, text, text[], text[], bytea[], jsonb, text[]) TO hub_worker;
GRANT EXECUTE ON FUNCTION intake.receive_upload(text, text[], text[], bytea[], jsonb, text[]), intake.decide(bigint, text, jsonb, text[]) TO hub_workbench;
`;
