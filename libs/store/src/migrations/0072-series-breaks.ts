import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner, rowSecurity } from './row-security.js';

/** Days from which a series asks or records in another way: proposed by the hub where it sees one, declared by a lead of the agency. */
const BREAKS = `
CREATE TABLE engagement.series_break (
  agency text NOT NULL, series text NOT NULL,
  since date NOT NULL,
  -- Printed beside every comparison that it touches.
  reason text NOT NULL CHECK (length(btrim(reason)) BETWEEN 10 AND 300),
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'declared', 'refused')),
  decided_by text, decided_at timestamptz,
  PRIMARY KEY (agency, series, since),
  FOREIGN KEY (agency, series) REFERENCES engagement.series(agency, key),
  CHECK ((state = 'proposed') = (decided_by IS NULL))
);
COMMENT ON TABLE engagement.series_break IS 'From when a series asks or records in another way; nothing is compared across a declared one';
${rowSecurity('engagement.series_break', { worker: true, workbench: `agency = ANY ((SELECT access.session_agencies('lead', 'analyst'))::text[])` })}
GRANT SELECT ON engagement.series_break TO hub_worker, hub_workbench;
-- A decision and its entry in the audit trail are one; who decided is for the database to say.
CREATE FUNCTION engagement.settle_break(of_agency text, series_key text, from_day date, why text, verdict text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF verdict = 'declared' THEN
    INSERT INTO engagement.series_break AS b (agency, series, since, reason, state, decided_by, decided_at)
      SELECT s.agency, s.key, from_day, btrim(why), 'declared', audit.actor(), now() FROM engagement.series s WHERE s.agency = of_agency AND s.key = series_key
      ON CONFLICT (agency, series, since) DO UPDATE SET reason = EXCLUDED.reason, state = 'declared', decided_by = EXCLUDED.decided_by, decided_at = EXCLUDED.decided_at;
  ELSIF verdict = 'refused' THEN
    UPDATE engagement.series_break SET state = 'refused', decided_by = audit.actor(), decided_at = now()
      WHERE agency = of_agency AND series = series_key AND since = from_day;
  ELSE RETURN false;
  END IF;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM audit.note(of_agency, 'series-break-' || verdict, series_key, jsonb_strip_nulls(jsonb_build_object('since', from_day, 'reason', btrim(why))));
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION engagement.settle_break(text, text, date, text, text) TO hub_worker;
-- A session decides of agencies that it leads.
CREATE FUNCTION engagement.decide_break(of_agency text, series_key text, from_day date, why text, verdict text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT coalesce(of_agency = ANY (access.session_agencies('lead')), false) THEN RETURN false; END IF;
  RETURN engagement.settle_break(of_agency, series_key, from_day, why, verdict);
END $$;
GRANT EXECUTE ON FUNCTION engagement.decide_break(text, text, date, text, text) TO hub_workbench;
`;

/**
 * What the hub sees of a break: an open question that comes with other words (more than spaces and capitals), or another channel, of an engagement in
 * a series. It proposes the day on which it saw that, one at a time; whoever leads the agency knows the true one.
 */
const PROPOSED = `
CREATE FUNCTION engagement.propose_break(of_agency text, of_engagement text, why text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO engagement.series_break (agency, series, since, reason)
    SELECT s.agency, s.key, current_date, why FROM engagement.series s
    WHERE s.agency = of_agency AND of_engagement = ANY (s.engagements) AND s.state <> 'refused'
      AND NOT EXISTS (SELECT FROM engagement.series_break b WHERE b.agency = s.agency AND b.series = s.key AND b.state = 'proposed')
    ON CONFLICT DO NOTHING
$$;
CREATE FUNCTION engagement.question_worded_anew() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM engagement.propose_break(NEW.agency, NEW.engagement, 'A question is worded in another way than before.');
  RETURN NULL;
END $$;
CREATE TRIGGER question_worded_anew AFTER UPDATE OF text ON engagement.question FOR EACH ROW
  WHEN (NEW.kind = 'free-text' AND regexp_replace(btrim(lower(OLD.text)), '\\s+', ' ', 'g') <> regexp_replace(btrim(lower(NEW.text)), '\\s+', ' ', 'g'))
  EXECUTE FUNCTION engagement.question_worded_anew();
CREATE FUNCTION engagement.channel_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM engagement.propose_break(NEW.agency, NEW.key, 'People answer over another channel than before.');
  RETURN NULL;
END $$;
CREATE TRIGGER channel_changed AFTER UPDATE OF channel ON engagement.engagement FOR EACH ROW
  WHEN (OLD.channel IS NOT NULL AND NEW.channel IS NOT NULL AND OLD.channel <> NEW.channel) EXECUTE FUNCTION engagement.channel_changed();
`;

export class SeriesBreaks0072 implements MigrationInterface {
  name = 'SeriesBreaks1700000000072';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(BREAKS + PROPOSED));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
