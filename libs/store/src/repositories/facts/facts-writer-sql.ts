import { PICKED } from './answers.js';
import { isHosts } from './votes.js';

/** Columns of each table of an edition, without the edition's number (and without row ids that mean nothing). */
export const FACT_COLUMNS = {
  fact:
    'agency, source, engagement, participation, quarter, ward, age_band, sex, ethnic_group, disability, deprivation, ' +
    'communities, theme, theme_group, health, submission_key, person_key, argument_key, noise_key, options',
  agency: 'code, name, kind',
  engagement:
    'id, agency, key, title, kind, participation, opens, closes, channel, decision_owner, can_still_change, url, communities',
  statement: 'id, agency, engagement, kind, issued_on, text, action, action_on, place',
  community: 'code, name, kind',
  codebook: 'code, version, document',
  question: 'engagement, key, position, text, kind, matrix, stem, item, unit',
  option: 'engagement, place, question, code, label, role',
  measure: 'code, version, position, document',
  measured: 'measure, engagement, question, wording, selection, method, communities, asked, reason',
  quote: 'agency, theme, ward, engagement, question, communities, dissents, text',
  theme_share: 'scope, theme, value, low, high, audited, method, tied_with',
} as const;

/**
 * What somebody types as their community is a community, with a name and figures of its own, once so many people say it, or a person
 * put it on the list, or it is a ward: one writer's words would tell of that writer. Also where figures are working ones.
 */
const FEWEST_TO_NAME = 10;

/** Comments of a theme that must praise or blame in an engagement before one of them dissents from most. */
const FEWEST_TO_LEAN = 10;

/** HMAC-SHA-256 of a text, from the two halves of the key in $1 and $2. */
const hmac = (text: string): string =>
  `sha256($1::bytea || sha256($2::bytea || convert_to(${text}, 'UTF8')))`;
/** First 63 bits of it: a positive bigint. The kind is part of the message, so that keys of two kinds never meet. */
const key = (kind: string, id: string): string =>
  `(('x' || encode(substring(${hmac(`'${kind}/' || ${id}`)} FROM 1 FOR 8), 'hex'))::bit(64)::bigint & 9223372036854775807)`;

/**
 * One row a submission and theme. A submission that is not linked yet is a person of its own; one without a theme has
 * one row with an empty theme. $1, $2: the halves of the hub's key; $3: places of closed answers; $4: submissions that wait.
 */
export const INSERT_FACTS = `
WITH live AS MATERIALIZED (
  SELECT s.id, s.agency, s.source, s.agency || '/' || s.engagement AS engagement,
    coalesce(e.participation, 'not-known') AS participation,
    coalesce(to_char(s.submitted_on, 'YYYY"-Q"Q'), 'not-known') AS quarter,
    coalesce(s.ward, 'not-known') AS ward, coalesce(s.deprivation::text, 'not-known') AS deprivation,
    coalesce('person/' || m.person, 'submission/' || s.id) AS person, c.argument::text AS argument, a.kind = 'health' AS health,
    s.submitted_on, s.received_at
  FROM engagement.submission s
  JOIN engagement.engagement e ON e.agency = s.agency AND e.key = s.engagement
  JOIN engagement.agency a ON a.code = s.agency
  LEFT JOIN linkage.membership m ON m.submission = s.id
  LEFT JOIN coding.coded c ON c.submission = s.id
  WHERE s.withdrawn_at IS NULL AND s.id <> ALL ($4::uuid[]) AND NOT ${isHosts('s')}),
people AS MATERIALIZED (
  SELECT p.person, ${key('person', 'p.person')} AS person_key, get_byte(${hmac(`'noise/' || p.person`)}, 0)::smallint AS noise_key
  FROM (SELECT DISTINCT person FROM live) p),
arguments AS MATERIALIZED (
  SELECT g.argument, ${key('argument', 'g.argument')} AS argument_key
  FROM (SELECT DISTINCT argument FROM live WHERE argument IS NOT NULL) g),
answers AS MATERIALIZED (
  SELECT d.submission, max(d.code) FILTER (WHERE d.characteristic = 'age') AS age_band, max(d.code) FILTER (WHERE d.characteristic = 'sex') AS sex,
    max(d.code) FILTER (WHERE d.characteristic = 'ethnic-group') AS ethnic_group, max(d.code) FILTER (WHERE d.characteristic = 'disability') AS disability
  FROM engagement.demographic d WHERE d.characteristic IN ('age', 'sex', 'ethnic-group', 'disability') GROUP BY d.submission),
mentioned AS MATERIALIZED (
  SELECT n.submission, l.community, l.rule = 'geography-code' AS official
  FROM engagement.mention n JOIN linkage.community_alias l ON l.kind = n.kind AND l.label = n.label),
nameable AS MATERIALIZED (
  SELECT x.community FROM mentioned x JOIN live v ON v.id = x.submission JOIN linkage.community c ON c.code = x.community
  GROUP BY x.community HAVING count(DISTINCT v.person) >= ${FEWEST_TO_NAME} OR bool_or(x.official) OR bool_or(c.listed)),
named AS MATERIALIZED (
  SELECT x.submission, array_agg(DISTINCT (x.community COLLATE "C")) AS communities
  FROM mentioned x JOIN nameable y ON y.community = x.community GROUP BY x.submission),
parents AS MATERIALIZED (
  SELECT b.code, b.version, t->>'code' AS theme, coalesce(nullif(t->>'parent', ''), t->>'code') AS theme_group
  FROM coding.codebook b CROSS JOIN LATERAL jsonb_array_elements(b.document->'themes') t),
themes AS MATERIALIZED (
  SELECT DISTINCT x.submission, x.theme, coalesce(p.theme_group, x.theme) AS theme_group
  FROM coding.current_assignment x LEFT JOIN parents p ON p.code = x.codebook AND p.version = x.codebook_version AND p.theme = x.theme
  WHERE x.decision = 'assign'),
${PICKED}
INSERT INTO facts.fact (edition, agency, source, engagement, participation, quarter, ward, age_band, sex, ethnic_group, disability, deprivation,
  communities, theme, theme_group, health, submission_key, person_key, argument_key, noise_key, options)
SELECT 0, l.agency, l.source, l.engagement, l.participation, l.quarter, l.ward,
  coalesce(d.age_band, 'not-asked'), coalesce(d.sex, 'not-asked'), coalesce(d.ethnic_group, 'not-asked'), coalesce(d.disability, 'not-asked'), l.deprivation,
  coalesce(n.communities, '{}'), coalesce(t.theme, ''), coalesce(t.theme_group, ''), l.health,
  ${key('submission', 'l.id::text')}, p.person_key, g.argument_key, p.noise_key, coalesce(k.options, '{}')
FROM live l JOIN people p ON p.person = l.person LEFT JOIN arguments g ON g.argument = l.argument
LEFT JOIN answers d ON d.submission = l.id LEFT JOIN named n ON n.submission = l.id LEFT JOIN themes t ON t.submission = l.id
LEFT JOIN picked k ON k.submission = l.id`;

/** Names and public fields as they stand now, beside the working facts. */
export const PUBLIC_FIELDS = [
  `INSERT INTO facts.agency (edition, code, name, kind) SELECT 0, code, name, kind FROM engagement.agency`,
  `INSERT INTO facts.engagement (edition, id, agency, key, title, kind, participation, opens, closes, channel, decision_owner, can_still_change, url, communities)
   SELECT 0, e.agency || '/' || e.key, e.agency, e.key, e.title, e.kind, e.participation, e.opens, e.closes, e.channel, e.decision_owner, e.can_still_change, e.url, e.target_communities
   FROM engagement.engagement e`,
  `INSERT INTO facts.statement (edition, id, agency, engagement, kind, issued_on, text, action, action_on, place)
   SELECT 0, s.id, s.agency, s.agency || '/' || s.engagement, s.kind, s.issued_on, s.text, s.action, s.action_on, s.place FROM engagement.statement s`,
  `INSERT INTO facts.community (edition, code, name, kind) SELECT 0, c.code, c.name, c.kind FROM linkage.community c
   WHERE c.listed OR c.code IN (SELECT unnest(f.communities) FROM facts.fact f WHERE f.edition = 0)`,
  `INSERT INTO facts.codebook (edition, code, version, document)
   SELECT DISTINCT ON (b.code) 0, b.code, b.version, b.document FROM coding.codebook b LEFT JOIN coding.in_force f ON f.codebook = b.code
   WHERE b.code NOT IN (SELECT o.code FROM coding.own_codebook o)
     AND b.version <= coalesce(f.codebook_version, (SELECT max(c.codebook_version) FROM coding.coded c WHERE c.codebook = b.code), b.version)
   ORDER BY b.code, b.version DESC`,
  `INSERT INTO facts.codebook (edition, code, version, document)
   SELECT 0, b.code, b.version, b.document FROM coding.own_in_force f JOIN coding.codebook b ON b.code = f.codebook AND b.version = f.codebook_version`,
  `INSERT INTO facts.theme_share (edition, scope, theme, value, low, high, audited, method, tied_with)
   SELECT 0, scope, theme, value, low, high, audited, method, tied_with FROM coding.theme_share`,
  // Under the theme that was chosen while the comment has it; one released before a theme was chosen, under each.
  `WITH leaning AS MATERIALIZED (
     SELECT s.agency, s.engagement, c.theme, mode() WITHIN GROUP (ORDER BY d.stance) AS most FROM engagement.submission s
     JOIN coding.current_assignment c ON c.submission = s.id AND c.decision = 'assign' JOIN coding.coded d ON d.submission = s.id AND d.stance IN ('positive', 'negative')
     WHERE s.withdrawn_at IS NULL AND (s.agency, s.engagement) IN (
       SELECT o.agency, o.engagement FROM coding.released_quote r JOIN engagement.submission o ON o.id = r.submission)
     GROUP BY 1, 2, 3 HAVING count(*) >= ${FEWEST_TO_LEAN})
   INSERT INTO facts.quote (edition, agency, theme, ward, engagement, question, communities, dissents, text)
   SELECT DISTINCT 0, q.agency, x.theme, coalesce(s.ward, 'not-known'), s.agency || '/' || s.engagement, coalesce(a.question, ''),
     ARRAY(SELECT DISTINCT l.community COLLATE "C" FROM engagement.mention n JOIN linkage.community_alias l ON l.kind = n.kind AND l.label = n.label
       JOIN facts.community k ON k.edition = 0 AND k.code = l.community WHERE n.submission = s.id ORDER BY 1),
     coalesce(d.stance IN ('positive', 'negative') AND d.stance <> g.most, false), q.text FROM coding.released_quote q
   JOIN engagement.submission s ON s.id = q.submission AND s.withdrawn_at IS NULL AND s.id <> ALL ($1::uuid[])
   LEFT JOIN engagement.answer a ON a.id = q.answer LEFT JOIN coding.coded d ON d.submission = s.id
   CROSS JOIN LATERAL (
     SELECT c.theme FROM coding.current_assignment c WHERE c.submission = q.submission AND c.decision = 'assign'
     UNION SELECT t.codebook || '/' || n.theme FROM coding.answer_themes t CROSS JOIN LATERAL unnest(t.themes) AS n(theme)
       WHERE t.answer = q.answer) x
   LEFT JOIN leaning g ON g.agency = s.agency AND g.engagement = s.engagement AND g.theme = x.theme
   WHERE q.theme IS NULL OR q.theme = x.theme`,
];

export const VERSIONS = `
WITH used AS (SELECT codebook, codebook_version, model_version FROM coding.coded UNION SELECT codebook, codebook_version, model_version FROM coding.own_in_force)
SELECT coalesce((SELECT string_agg(DISTINCT c.codebook || ' ' || c.codebook_version, ', ') FROM used c), '') AS codebook,
  coalesce((SELECT string_agg(DISTINCT c.model_version, ', ') FROM used c), '') AS coder,
  coalesce((SELECT r.model || ' ' || r.model_version FROM linkage.run r WHERE r.finished_at IS NOT NULL ORDER BY r.id DESC LIMIT 1), '') AS "linkageModel"`;

/**
 * What became of every row received, source by source. Each accepted row is looked up by the record that it made: the
 * steps are counted, so that "it adds up" can fail. What a host put up to be voted on is a statement of the agency's own. Rows that were left out (totals, notes) are no records; sources of a context series (recorded
 * crime) are none of them.
 */
export const SOURCE_FUNNELS = `
WITH taken AS (
  SELECT d.source, sum(d."rows" - d.left_out)::int AS received, sum(d.rejected)::int AS rejected, sum(d.repeated)::int AS repeated, max(d.data_to) AS data_to
  FROM intake.delivery d WHERE d.status IN ('accepted', 'repeated', 'refused') AND NOT d.recorded GROUP BY d.source),
made AS (
  SELECT d.source, o.record, count(*) AS times FROM intake.row_outcome o JOIN intake.delivery d ON d.id = o.delivery
  WHERE o.outcome = 'accepted' AND d.status IN ('accepted', 'repeated') GROUP BY d.source, o.record),
kinds AS (
  SELECT m.source, sum(m.times - 1)::int AS replaced, (count(t.id) + count(s.id) FILTER (WHERE s.withdrawn_at IS NULL AND ${isHosts('s')}))::int AS statements,
    count(v.id)::int AS votes,
    (count(*) - count(t.id) - count(v.id) - count(s.id) FILTER (WHERE s.withdrawn_at IS NULL))::int AS withdrawn
  FROM made m LEFT JOIN engagement.submission s ON s.id = m.record LEFT JOIN engagement.statement t ON t.id = m.record
  LEFT JOIN engagement.vote v ON v.id = m.record GROUP BY m.source),
held AS (SELECT s.source, count(*)::int AS submissions FROM engagement.submission s WHERE s.withdrawn_at IS NULL AND NOT ${isHosts('s')} GROUP BY s.source),
closing AS (
  SELECT h.source, CASE WHEN bool_and(e.closes IS NOT NULL) THEN max(e.closes) END AS closes
  FROM (SELECT DISTINCT source, agency, engagement FROM engagement.submission WHERE withdrawn_at IS NULL) h
  JOIN engagement.engagement e ON e.agency = h.agency AND e.key = h.engagement GROUP BY h.source)
SELECT s.code AS source, s.name, s.agency, t.data_to::text AS "dataTo", coalesce(t.received, 0) AS received, coalesce(t.rejected, 0) AS rejected,
  coalesce(t.repeated, 0) AS repeated, coalesce(k.statements, 0) AS statements, coalesce(k.votes, 0) AS votes, coalesce(k.replaced, 0) AS replaced,
  coalesce(k.withdrawn, 0) AS withdrawn, coalesce(h.submissions, 0) AS submissions,
  c.closes::text AS closes
FROM intake.source s LEFT JOIN taken t ON t.source = s.code LEFT JOIN kinds k ON k.source = s.code LEFT JOIN held h ON h.source = s.code
LEFT JOIN closing c ON c.source = s.code
WHERE NOT EXISTS (SELECT FROM intake.delivery d WHERE d.source = s.code AND d.recorded)
ORDER BY s.agency COLLATE "C", s.code COLLATE "C"`;

/** The range of people is the latest matching's, in proportion, for some submissions may not be matched yet; between 1 and the submissions. */
export const FUNNEL = `
WITH counted AS (
  SELECT count(DISTINCT person_key)::int AS people, count(DISTINCT submission_key)::int AS submissions, count(DISTINCT argument_key)::int AS arguments,
    count(DISTINCT submission_key) FILTER (WHERE argument_key IS NOT NULL)::int AS with_text,
    count(DISTINCT submission_key) FILTER (WHERE theme <> '')::int AS coded
  FROM facts.fact WHERE edition = 0),
matched AS (SELECT people, people_low, people_high FROM linkage.run WHERE finished_at IS NOT NULL ORDER BY id DESC LIMIT 1)
SELECT c.people, c.arguments, c.with_text AS "withText", c.coded,
  CASE WHEN m.people > 0 THEN least(c.people, greatest(1, floor(c.people * m.people_low::numeric / m.people))) ELSE c.people END::int AS "peopleLow",
  CASE WHEN m.people > 0 THEN greatest(c.people, least(c.submissions, ceil(c.people * m.people_high::numeric / m.people))) ELSE c.people END::int
    AS "peopleHigh"
FROM counted c LEFT JOIN matched m ON true`;

/**
 * Submissions of new people: those of whom no edition has counted anything yet. Told by what they sent and not by whom matching takes them
 * for, which changes. Of at most $1 people: more need not be known.
 */
export const NEW_PEOPLE = `
WITH new AS (
  SELECT coalesce('person/' || m.person, 'submission/' || s.id) AS person, array_agg(s.id) AS ids
  FROM engagement.submission s LEFT JOIN linkage.membership m ON m.submission = s.id LEFT JOIN engagement.counted c ON c.submission = s.id
  WHERE s.withdrawn_at IS NULL AND NOT ${isHosts('s')} GROUP BY 1 HAVING count(c.submission) = 0 LIMIT $1)
SELECT n.person, s.id, s.source FROM new n JOIN engagement.submission s ON s.id = ANY (n.ids)`;

/**
 * Edition $3 is the first that counts them: what its own rows hold, so that neither what waits nor what came while it was made is taken to be in
 * it. $1, $2: the halves of the hub's key.
 */
export const MARK_COUNTED = `
INSERT INTO engagement.counted (submission, edition) SELECT s.id, $3::integer FROM engagement.submission s
WHERE NOT EXISTS (SELECT FROM engagement.counted c WHERE c.submission = s.id)
  AND ${key('submission', 's.id')} IN (SELECT f.submission_key FROM facts.fact f WHERE f.edition = $3::integer)
ORDER BY s.id`;

/** People whose rows are not the same in edition $1 and in the working facts. */
export const MOVED_PEOPLE = `
WITH marks AS (
  SELECT f.edition, f.person_key, sha256(convert_to(string_agg(f.line, ',' ORDER BY f.line COLLATE "C"), 'UTF8')) AS mark
  FROM (SELECT edition, person_key, jsonb_build_array(submission_key, agency, engagement, quarter, ward, age_band, sex, ethnic_group, disability, deprivation,
      communities, theme)::text AS line FROM facts.fact WHERE edition IN (0, $1)) f GROUP BY 1, 2)
SELECT count(*)::int AS people FROM (SELECT person_key FROM marks GROUP BY person_key HAVING count(*) = 1 OR count(DISTINCT mark) > 1) m`;
