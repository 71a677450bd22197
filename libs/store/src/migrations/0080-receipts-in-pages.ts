/** Of each list of a receipt the first so many: of a million rows under a wrong mapping the whole is more than a jsonb can hold (256 MB). */
const MOST = 1_000;
/** Of one row's cells that could not be used the first so many, where rows are told in pages. */
const MOST_OF_A_ROW = 20;

/** Receipts tell the first of what could not be used, and how much there is; what is told of each row stands in pages of rows. */
export const RECEIPTS = `
CREATE INDEX quarantine_row ON intake.quarantine (delivery, file, "row", id);
CREATE INDEX unused_cell_row ON intake.unused_cell (delivery, file, "row", position);

-- The lists of a receipt, of each the first, and how many there are in all (of rows left out the receipt's own number).
CREATE FUNCTION intake.first_of_receipt(of_delivery bigint) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object(
    'rejectionsInAll', (SELECT count(*) FROM intake.quarantine q WHERE q.delivery = of_delivery),
    'rejections', coalesce((SELECT jsonb_agg(jsonb_build_object('file', q.file, 'row', q."row", 'column', q."column", 'code', q.code, 'reason', q.reason) ORDER BY q.file, q."row", q.id)
       FROM (SELECT * FROM intake.quarantine q WHERE q.delivery = of_delivery ORDER BY q.file, q."row", q.id LIMIT ${MOST}) q), '[]'),
    'usedWithoutInAll', (SELECT count(*) FROM intake.unused_cell c WHERE c.delivery = of_delivery),
    'usedWithout', coalesce((SELECT jsonb_agg(jsonb_build_object('file', c.file, 'row', c."row", 'column', c."column", 'code', c.code, 'reason', c.reason) ORDER BY c.position)
       FROM (SELECT * FROM intake.unused_cell c WHERE c.delivery = of_delivery ORDER BY c.position LIMIT ${MOST}) c), '[]'),
    'leftOutRows', coalesce((SELECT jsonb_agg(jsonb_build_object('file', o.file, 'row', o."row", 'why', o.why) ORDER BY o.file, o."row")
       FROM (SELECT * FROM intake.row_outcome o WHERE o.delivery = of_delivery AND o.outcome = 'left-out' ORDER BY o.file, o."row" LIMIT ${MOST}) o), '[]'))
$$;
REVOKE EXECUTE ON FUNCTION intake.first_of_receipt(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION intake.first_of_receipt(bigint) TO hub_worker;

CREATE OR REPLACE FUNCTION intake.delivery_status(source_code text, presented_key_hash text, wanted_delivery bigint) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('delivery', d.id, 'source', d.source, 'status', d.status, 'rows', d."rows", 'accepted', d.accepted,
    'repeated', d.repeated, 'rejected', d.rejected, 'leftOut', d.left_out, 'files', d.files, 'note', d.note) || intake.first_of_receipt(d.id)
  FROM intake.delivery d JOIN intake.source s ON s.code = d.source
  WHERE d.id = wanted_delivery AND s.code = source_code AND s.key_hash = presented_key_hash
$$;

-- Outcome of every row, a page at a time: why it was left out, and what of it could not be used.
CREATE OR REPLACE FUNCTION intake.row_outcomes(source_code text, presented_key_hash text, wanted_delivery bigint, after_file text, after_row integer, page integer) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('file', o.file, 'row', o."row", 'outcome', o.outcome, 'why', o.why, 'reasons', coalesce(r.reasons, '[]')) ORDER BY o.file, o."row"), '[]') FROM (
    SELECT o.file, o."row", o.outcome, o.why FROM intake.row_outcome o
    JOIN intake.delivery d ON d.id = o.delivery JOIN intake.source s ON s.code = d.source
    WHERE o.delivery = wanted_delivery AND s.code = source_code AND s.key_hash = presented_key_hash
      AND (o.file, o."row") > (coalesce(after_file, ''), coalesce(after_row, -1))
    ORDER BY o.file, o."row" LIMIT least(page, 5000)) o
  LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('column', x."column", 'code', x.code, 'reason', x.reason) ORDER BY x.n) AS reasons FROM (
    (SELECT q."column", q.code, q.reason, q.id AS n FROM intake.quarantine q WHERE o.outcome = 'rejected' AND q.delivery = wanted_delivery AND q.file = o.file AND q."row" = o."row" ORDER BY q.id)
    UNION ALL
    (SELECT c."column", c.code, c.reason, c.position FROM intake.unused_cell c WHERE o.outcome <> 'rejected' AND c.delivery = wanted_delivery AND c.file = o.file AND c."row" = o."row" ORDER BY c.position)
    LIMIT ${MOST_OF_A_ROW}) x) r ON true
$$;
`;
