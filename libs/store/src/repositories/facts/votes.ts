import type { Queryable } from '../../database.js';
import { firstWords } from '../coding/first-words.js';

/** A voter's word on a statement: the latest. Voters are named by ids that mean something within their engagement alone. */
export interface VoteRow {
  statement: string;
  voter: string;
  value: -1 | 0 | 1;
}

/** A statement that people could vote on. */
export interface VotedOnRow {
  key: string;
  /** The host of the engagement put it there, and no participant. */
  host: boolean;
  /** The host's moderators took it out of the vote. */
  takenOut: boolean;
  /** As it is shown; null while it waits to be coded, unless it is the host's. */
  text: string | null;
  /** Words of it that a person released; null where none were. */
  released: string | null;
}

const LATEST = `
  SELECT DISTINCT ON (v.agency, v.engagement, v.source, v.comment, v.voter) v.agency, v.engagement, v.comment, v.voter, v.value FROM engagement.vote v`;
const ORDER = `ORDER BY v.agency, v.engagement, v.source, v.comment, v.voter, v.voted_at DESC NULLS LAST, v.id DESC`;
/** A statement that was withdrawn is voted on no more. */
const STANDS = `EXISTS (SELECT FROM engagement.submission s WHERE s.agency = v.agency AND s.source = v.source AND s.engagement = v.engagement
  AND s.external_id = v.comment AND s.withdrawn_at IS NULL)`;

/**
 * SQL: did the host of the engagement put this submission there to be voted on? Then nobody said it: it is voted on and is in no count of people
 * or submissions, nor coded.
 * @param alias of `engagement.submission`
 */
export const isHosts = (alias: string): string =>
  `(${alias}.channel IS NOT DISTINCT FROM 'host' AND EXISTS (SELECT FROM engagement.vote h WHERE h.agency = ${alias}.agency
    AND h.source = ${alias}.source AND h.engagement = ${alias}.engagement AND h.comment = ${alias}.external_id))`;

/** Engagements with votes, and whether a health agency holds them. By the worker role. */
export function engagementsWithVotes(tx: Queryable): Promise<{ engagement: string; health: boolean }[]> {
  return tx.query(
    `SELECT DISTINCT v.agency || '/' || v.engagement AS engagement, a.kind = 'health' AS health
     FROM engagement.vote v JOIN engagement.agency a ON a.code = v.agency ORDER BY 1`,
  );
}

/** Votes of one engagement in a fixed order. By the worker role, or of the session's own agencies for an analyst. */
export function readVotes(tx: Queryable, engagement: string): Promise<VoteRow[]> {
  const [agency, key] = partsOf(engagement);
  return tx.query<VoteRow>(
    `SELECT comment AS statement, voter, value FROM (${LATEST} WHERE v.agency = $1 AND v.engagement = $2 AND ${STANDS} ${ORDER}) latest
     ORDER BY comment COLLATE "C", voter COLLATE "C"`,
    [agency, key],
  );
}

/** Statements of one engagement; the same rights. */
export function readVotedOn(tx: Queryable, engagement: string): Promise<VotedOnRow[]> {
  const [agency, key] = partsOf(engagement);
  return tx.query<VotedOnRow>(
    `SELECT s.external_id AS key, ${isHosts('s')} AS host, s.taken_out AS "takenOut", q.text AS released,
       ${firstWords('s', isHosts('s'))} AS text
     FROM engagement.submission s LEFT JOIN coding.released_quote q ON q.submission = s.id
     WHERE s.agency = $1 AND s.engagement = $2 AND s.withdrawn_at IS NULL
       AND EXISTS (SELECT FROM engagement.vote v WHERE v.agency = s.agency AND v.source = s.source AND v.engagement = s.engagement AND v.comment = s.external_id)
     ORDER BY s.external_id COLLATE "C"`,
    [agency, key],
  );
}

/** What an edition's hash covers of votes; null where there are none. By the worker role. */
export async function digestVotes(tx: Queryable): Promise<string | null> {
  const [row] = await tx.query<{ digest: string | null }>(
    `SELECT encode(sha256(convert_to(string_agg(md5(jsonb_build_array(agency, engagement, comment, voter, value)::text), '' ORDER BY
       md5(jsonb_build_array(agency, engagement, comment, voter, value)::text)), 'UTF8')), 'hex') AS digest FROM (${LATEST} WHERE ${STANDS} ${ORDER}) latest`,
  );
  return row?.digest ?? null;
}

function partsOf(engagement: string): [agency: string, key: string] {
  const at = engagement.indexOf('/');
  return [engagement.slice(0, at), engagement.slice(at + 1)];
}
