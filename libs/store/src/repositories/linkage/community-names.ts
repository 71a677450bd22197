import type { Queryable, Transaction } from '../../database.js';

/** What a person said of a community: another name of `into`, or on the list. */
export interface CommunityWord {
  code: string;
  into: { code: string; kind: string; name: string } | null;
  listed: boolean;
}

/** By the linker role. */
export async function communityWords(tx: Queryable): Promise<CommunityWord[]> {
  return tx.query<CommunityWord>(
    `SELECT code, CASE WHEN into_code IS NOT NULL THEN jsonb_build_object('code', into_code, 'kind', into_kind, 'name', into_name) END AS into, listed
     FROM linkage.community_word ORDER BY code COLLATE "C"`,
  );
}

/**
 * These are kept to from this run on; what somebody said otherwise since they were read waits for the next. By the linker role.
 * @param words as they were read
 */
export async function markWordsApplied(tx: Transaction, words: readonly CommunityWord[]): Promise<void> {
  await tx.query(
    `UPDATE linkage.community_word w SET applied_at = now() FROM unnest($1::text[], $2::text[], $3::boolean[]) AS read(code, into_code, listed)
     WHERE w.applied_at IS NULL AND w.code = read.code AND w.into_code IS NOT DISTINCT FROM read.into_code AND w.listed = read.listed`,
    [
      words.map(({ code }) => code),
      words.map(({ into }) => into?.code ?? null),
      words.map(({ listed }) => listed),
    ],
  );
}

/** A community as a lead decides about it. */
export interface CommunityName {
  code: string;
  name: string;
  kind: string;
  /** Has it figures of its own? */
  counted: boolean;
  listed: boolean;
  /** Code and name of the community that it is another name of. */
  into: string | null;
  intoName: string | null;
  decidedBy: string | null;
}

/** Communities that the session's account may decide about, by name; none for whoever is no lead. */
export const communitiesToName = (tx: Queryable): Promise<CommunityName[]> =>
  tx.query<CommunityName>(
    `SELECT code, name, kind, counted, listed, into_code AS into, into_name AS "intoName", decided_by AS "decidedBy" FROM linkage.communities_to_name()`,
  );

/**
 * A lead's word on a community, kept by linkage from its next run on.
 * @param into code of the community that it is another name of; null: it is one of its own
 * @returns false where there is no such community to decide about, or none to join it to
 */
export async function nameCommunity(
  tx: Transaction,
  { code, into, listed }: { code: string; into: string | null; listed: boolean },
): Promise<boolean> {
  const [row] = await tx.query<{ done: boolean }>('SELECT linkage.name_community($1, $2, $3) AS done', [
    code,
    into,
    listed,
  ]);
  return row!.done;
}
