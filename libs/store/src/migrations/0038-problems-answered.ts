import type { MigrationInterface, QueryRunner } from 'typeorm';

import { asOwner } from './row-security.js';

/**
 * What somebody said of a figure that looks wrong is read and answered by those who make figures. The words of whoever said it stay inside: they
 * may hold anything; the answer may be public.
 */
const ANSWERS = `
ALTER TABLE facts.problem ADD COLUMN answer text CHECK (length(answer) BETWEEN 1 AND 2000), ADD COLUMN answered_by text, ADD COLUMN answered_at timestamptz,
  ADD COLUMN told boolean NOT NULL DEFAULT false;
CREATE FUNCTION facts.session_reads_problems() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(ARRAY['analyst','lead'] && access.session_roles(), false)
$$;
-- Those that nobody has answered first, the latest first.
CREATE FUNCTION facts.problems() RETURNS SETOF facts.problem LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT * FROM facts.problem p WHERE facts.session_reads_problems() ORDER BY p.answered_at IS NOT NULL, p.id DESC LIMIT 200
$$;
-- False where there is none of that number, or it is not for this session. A later answer takes the place of the earlier.
CREATE FUNCTION facts.answer_problem(wanted bigint, said text, in_public boolean) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT facts.session_reads_problems() THEN RETURN false; END IF;
  UPDATE facts.problem p SET answer = btrim(said), answered_by = access.session_account(), answered_at = now(), told = in_public WHERE p.id = wanted;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM audit.note(NULL, 'problem-answered', wanted::text, jsonb_build_object('public', in_public));
  RETURN true;
END $$;
-- Answers that were given in public: which figure, and what was found. Never what was said, nor by whom.
CREATE FUNCTION facts.problems_told() RETURNS TABLE (id bigint, figure text, answer text, answered_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.id, p.figure, p.answer, p.answered_at FROM facts.problem p WHERE p.told AND p.answer IS NOT NULL ORDER BY p.answered_at DESC, p.id DESC LIMIT 100
$$;
REVOKE EXECUTE ON FUNCTION facts.session_reads_problems(), facts.problems(), facts.answer_problem(bigint, text, boolean), facts.problems_told() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION facts.problems(), facts.answer_problem(bigint, text, boolean) TO hub_workbench;
GRANT EXECUTE ON FUNCTION facts.problems_told() TO hub_published;
`;

export class ProblemsAnswered0038 implements MigrationInterface {
  name = 'ProblemsAnswered1700000000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(asOwner(ANSWERS));
  }

  async down(): Promise<void> {
    throw new Error('A migration of the hub is undone by restoring the database.');
  }
}
