import type { Transaction } from '../../database.js';
import { isUuid } from '../engagement/workbench-submissions.js';
import { decideMatch, OPEN, opened, SAID, type MatchPair } from './workbench-matches.js';

/** Pairs on which a person's word is wanted, as ids alone: what families are made of. */
export function openPairs(
  tx: Transaction,
  reviewer: string,
  limit: number,
): Promise<{ a: string; b: string }[]> {
  return tx.query(
    `SELECT p.a, p.b FROM linkage.pair p ${SAID} WHERE ${OPEN} ORDER BY p.gain DESC, p.a, p.b LIMIT $2`,
    [reviewer, limit],
  );
}

/** Records that are taken for the same people as these, these among them; of the session's own agencies. */
export async function recordsOfThem(tx: Transaction, submissions: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ submission: string }>(
    `SELECT DISTINCT o.submission FROM linkage.membership m JOIN linkage.membership o ON o.person = m.person
     WHERE m.submission = ANY ($1::uuid[]) ORDER BY 1`,
    [submissions],
  );
  return rows.map(({ submission }) => submission);
}

/** Every stored pair among some records. */
export function pairsAmong(tx: Transaction, submissions: readonly string[]): Promise<MatchPair[]> {
  return tx.query<MatchPair>(
    `${opened('WHERE p.a = ANY ($1::uuid[]) AND p.b = ANY ($1::uuid[])')} ORDER BY p.a, p.b`,
    [submissions],
  );
}

/**
 * Says of every stored pair among some records whether it is one person, as one sorting has it.
 * @param people records of each person; each record once
 * @returns numbers of the decisions; null where a record is not for this session
 */
export async function decideFamily(
  tx: Transaction,
  people: readonly (readonly string[])[],
): Promise<string[] | null> {
  const all = people.flat();
  if (!all.every(isUuid)) return null;
  const personOf = new Map(
    people.flatMap((records, person) => records.map((record) => [record, person] as const)),
  );
  const pairs = await pairsAmong(tx, all);
  const seen = new Set(pairs.flatMap(({ a, b }) => [a.submission, b.submission]));
  if (all.some((record) => !seen.has(record))) return null;
  const made: string[] = [];
  for (const { a, b } of pairs) {
    const same = personOf.get(a.submission) === personOf.get(b.submission);
    const id = await decideMatch(tx, a.submission, b.submission, same ? 'same' : 'different');
    if (id === null) return null;
    made.push(id);
  }
  return made;
}
